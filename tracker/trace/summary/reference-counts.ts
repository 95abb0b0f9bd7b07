/** How often each kind of reference occurs, and each page. */

import { KIND_BITS } from '../../memory/paging/packed-reference.ts';
import type { PageNumbering } from '../page-numbering.ts';
import { KIND_MASK, KIND_NAMES } from '../reference.ts';

export interface BusyPage {
  readonly page: number;
  readonly references: number;
}

/** See `show` in analyses/analysis.ts. */
const STEP = 2 ** 12;

export class ReferenceCounts {
  readonly #kinds = new Float64Array(KIND_NAMES.length);
  /** By page id. */
  #pages = new Float64Array(0);
  #numbering: PageNumbering | null = null;

  add(references: Int32Array, numbering: PageNumbering): void {
    this.#numbering = numbering;
    if (numbering.count > this.#pages.length) {
      const more = new Float64Array(Math.ceil(numbering.count * 1.25));
      more.set(this.#pages);
      this.#pages = more;
    }
    for (let at = 0; at < references.length; at += STEP) this.#count(references.subarray(at, at + STEP));
  }

  /** By the name of the kind. */
  get kinds(): Readonly<Record<string, number>> {
    return Object.fromEntries(KIND_NAMES.map((name, kind) => [name, this.#kinds[kind] ?? 0]));
  }

  /** The busiest pages, at most `limit`, the busiest first; of equals the one that came first in the trace. */
  busiest(limit: number): BusyPage[] {
    const best: number[] = [];
    const count = this.#numbering?.count ?? 0;
    for (let id = 0; id < count; id++) {
      if (best.length === limit && this.#of(id) <= this.#of(best.at(-1))) continue;
      let place = best.length;
      while (place > 0 && this.#of(best[place - 1]) < this.#of(id)) place--;
      best.splice(place, 0, id);
      best.length = Math.min(best.length, limit);
    }
    const pages = this.#numbering?.pages;
    return best.map((id) => ({ page: pages?.[id] ?? 0, references: this.#of(id) }));
  }

  #of(id: number | undefined): number {
    return this.#pages[id ?? -1] ?? 0;
  }

  #count(references: Int32Array): void {
    const kinds = this.#kinds;
    const pages = this.#pages;
    for (let i = 0; i < references.length; i++) {
      const word = references[i] as number;
      const kind = word & KIND_MASK;
      kinds[kind] = (kinds[kind] as number) + 1;
      pages[word >> KIND_BITS] = (pages[word >> KIND_BITS] as number) + 1;
    }
  }
}
