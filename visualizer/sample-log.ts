/** What the curves need of every revision seen: kept longer than the files it comes from. */
import type { Sample } from './view/trend.ts';

/** So many are kept at least. */
const MAX_SAMPLES = 4096;

/** A curve is given so many: it has as many points in a panel of a thousand columns. */
const MAX_POINTS = 2048;

export class SampleLog {
  #samples: Sample[] = [];
  /** Position of `#samples[0]`. */
  #first = 0;
  /** What was asked for last: a chart is drawn anew only when its samples are others. */
  #asked: { readonly position: number; readonly samples: readonly Sample[] } | null = null;

  /** Of the next position. */
  add(sample: Sample): void {
    this.#samples.push(sample);
    if (this.#samples.length <= 2 * MAX_SAMPLES) return;
    this.#first += this.#samples.length - MAX_SAMPLES;
    this.#samples = this.#samples.slice(-MAX_SAMPLES);
  }

  /** The last samples up to a position, oldest first; the same array until another position is asked for. */
  upTo(position: number): readonly Sample[] {
    if (this.#asked?.position !== position) {
      const end = Math.max(0, position + 1 - this.#first);
      this.#asked = { position, samples: this.#samples.slice(Math.max(0, end - MAX_POINTS), end) };
    }
    return this.#asked.samples;
  }
}
