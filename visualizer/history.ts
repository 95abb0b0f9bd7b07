/**
 * Every revision seen, oldest first, kept as the bytes that were read: a status of 64 frames takes 3 KB that way,
 * and is parsed again when someone goes back to it. When the bytes are more than the cap the oldest go.
 *
 * A revision is known by its position since the visualizer started; positions stay the same when old ones go.
 */

import type { EventKind, Status } from '../shared/status.ts';
import { parseStatus } from '../shared/status-text/parse.ts';
import { type Sample, sampleOf } from './view/trend.ts';

/** Bytes of status files kept at most. */
export const HISTORY_BYTES = 16 * 1024 * 1024;

/** Samples for the curves are kept longer than the files they come from. */
const MAX_SAMPLES = 4096;

/** What an entry costs beside its bytes. */
const ENTRY_OVERHEAD = 200;

/** `n` and `N` stop at revisions in which one of these happened. */
const NOTABLE: ReadonlySet<EventKind> = new Set(['fault', 'evict', 'free', 'segment-free']);

interface Entry {
  readonly bytes: Uint8Array;
  readonly seenAt: number;
  readonly notable: boolean;
}

export class History {
  readonly #cap: number;
  #entries: Entry[] = [];
  /** Position of `#entries[0]`. */
  #first = 0;
  #bytes = 0;
  #samples: Sample[] = [];
  #firstSample = 0;
  #latest: Status | null = null;
  /** The last one that was parsed again: stepping shows it and its neighbour. */
  readonly #parsed = new Map<number, Status>();

  constructor(cap = HISTORY_BYTES) {
    this.#cap = cap;
  }

  /** Positions are `oldest` … `newest`; newest is −1 when nothing was seen. */
  get oldest(): number {
    return this.#first;
  }

  get newest(): number {
    return this.#first + this.#entries.length - 1;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(status: Status, bytes: Uint8Array, seenAt: number): void {
    const before = this.#latest;
    const isNew = (revision: number): boolean =>
      before === null || before.session !== status.session
        ? revision === status.revision
        : revision > before.revision;
    const notable = status.events.some((event) => isNew(event.revision) && NOTABLE.has(event.kind));
    if (before) this.#remember(this.newest, before);
    this.#latest = status;
    this.#entries.push({ bytes, seenAt, notable });
    this.#bytes += bytes.length + ENTRY_OVERHEAD;
    this.#samples.push(sampleOf(status));
    if (this.#samples.length > 2 * MAX_SAMPLES) {
      this.#samples = this.#samples.slice(-MAX_SAMPLES);
      this.#firstSample = this.newest + 1 - MAX_SAMPLES;
    }
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    let gone = 0;
    while (this.#bytes > this.#cap && gone < this.#entries.length - 1) {
      this.#bytes -= (this.#entries[gone]?.bytes.length ?? 0) + ENTRY_OVERHEAD;
      gone++;
    }
    if (gone === 0) return;
    this.#entries = this.#entries.slice(gone);
    this.#first += gone;
  }

  /** The status at a position, or null where it was never or is no longer known. */
  at(position: number): Status | null {
    if (position === this.newest) return this.#latest;
    const entry = this.#entries[position - this.#first];
    if (!entry) return null;
    const known = this.#parsed.get(position);
    if (known) return known;
    const parsed = parseStatus(entry.bytes);
    if (!parsed.ok) throw new Error(`revision at ${position} was readable once: ${parsed.problem.found}`);
    this.#remember(position, parsed.status);
    return parsed.status;
  }

  /** Milliseconds since the epoch at which it was first seen. */
  seenAt(position: number): number {
    return this.#entries[position - this.#first]?.seenAt ?? 0;
  }

  /** The samples up to a position, oldest first. */
  samplesTo(position: number): readonly Sample[] {
    return this.#samples.slice(0, Math.max(0, position + 1 - this.#firstSample));
  }

  /** The nearest position before or after in which something notable happened, or null. */
  notable(from: number, step: 1 | -1): number | null {
    for (let at = from + step; at >= this.oldest && at <= this.newest; at += step) {
      if (this.#entries[at - this.#first]?.notable) return at;
    }
    return null;
  }

  #remember(position: number, status: Status): void {
    this.#parsed.set(position, status);
    if (this.#parsed.size <= 3) return;
    const oldest = this.#parsed.keys().next();
    if (!oldest.done) this.#parsed.delete(oldest.value);
  }
}
