/**
 * Every revision seen, oldest first, kept as the bytes that were read: a status of 64 frames takes 3 KB that way,
 * and is parsed again when someone goes back to it. When the bytes are more than the cap the oldest go.
 *
 * A revision is known by its position since the visualizer started; positions stay the same when old ones go. The one
 * that somebody looks at is held beside the others, so that it does not go under their eyes.
 */

import type { EventKind, Status } from '../shared/status.ts';
import { parseStatus } from '../shared/status-text/parse.ts';
import { FileRing } from './file-ring.ts';
import { pastOf, type SeenRevision } from './past-of.ts';
import { SampleLog } from './sample-log.ts';
import { departuresBetween, isTold, sizeOf } from './view/departures.ts';
import { type Past, remembering } from './view/past.ts';
import { type Sample, sampleOf } from './view/trend.ts';

/** Bytes of status files kept at most. */
export const HISTORY_BYTES = 16 * 1024 * 1024;

/** Files of so many bytes at most are kept together. */
const SMALL_BYTES = 256 * 1024;

/** Statuses kept parsed at most. */
const MAX_PARSED = 5;

/** What an entry costs beside its bytes. */
const ENTRY_OVERHEAD = 200;

/** `n` and `N` stop at revisions in which one of these happened, or a page left its frame. */
const NOTABLE: ReadonlySet<EventKind> = new Set(['fault', 'evict', 'free', 'segment-free']);

interface Entry extends SeenRevision {
  readonly bytes: Uint8Array;
  readonly changedAt: number;
  readonly notable: boolean;
}

/** The revision that is looked at, its position, and what was asked of its past. */
interface Held {
  readonly position: number;
  readonly entry: Entry;
  readonly status: Status;
  readonly past: Past;
}

/** A replay saves after thousands of references, of which the file names the last few events: its counters tell of all. */
function isNotable(before: Status | null, now: Status): boolean {
  const known = before?.session === now.session ? before : null;
  const isNew = (revision: number): boolean =>
    known === null ? revision === now.revision : revision > known.revision;
  if (now.events.some(({ revision, kind }) => isNew(revision) && NOTABLE.has(kind))) return true;
  return known !== null && now.paging.counters.faults > known.paging.counters.faults;
}

function costOf({ bytes, departures }: Entry): number {
  const left = departures === null || departures === 'unknown' ? 0 : sizeOf(departures);
  return bytes.length + ENTRY_OVERHEAD + left;
}

export class History {
  readonly #cap: number;
  readonly #ring: FileRing;
  #entries: Entry[] = [];
  /** Position of `#entries[0]`. */
  #first = 0;
  #bytes = 0;
  #held: Held | null = null;
  readonly #samples = new SampleLog();
  #latest: Status | null = null;
  /** The one before it, until it was asked for: for what changed since. What lives on longer V8 takes long to collect. */
  #before: Status | null = null;
  /** The last few that were parsed again: stepping shows one and its neighbour, an event asks for two more. */
  readonly #parsed = new Map<number, Status>();

  constructor(cap = HISTORY_BYTES) {
    this.#cap = cap;
    this.#ring = new FileRing(cap, SMALL_BYTES);
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

  /** Bytes that alone are more than the cap may be written over when another is added: by then they are gone. */
  add(status: Status, bytes: Uint8Array, changedAt: number): void {
    const before = this.#latest;
    const departures = departuresBetween(before, status);
    const notable = isNotable(before, status) || (departures !== null && departures !== 'unknown');
    this.#before = before;
    this.#latest = status;
    const last = this.#entries.at(-1);
    const rises =
      before?.session === status.session &&
      before.revision < status.revision &&
      before.paging.time <= status.paging.time;
    const entry = {
      bytes: bytes.length > this.#ring.largest ? bytes : this.#ring.put(bytes),
      changedAt,
      notable,
      session: status.session,
      revision: status.revision,
      time: status.paging.time,
      departures,
      told: before !== null && isTold(before, status),
      risenFrom: rises && last ? last.risenFrom : this.newest + 1,
    };
    this.#entries.push(entry);
    this.#bytes += costOf(entry);
    this.#samples.add(sampleOf(status));
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    let gone = 0;
    while (this.#bytes > this.#cap && gone < this.#entries.length - 1) {
      const entry = this.#entries[gone];
      if (entry) this.#bytes -= costOf(entry);
      gone++;
    }
    if (gone === 0) return;
    this.#entries = this.#entries.slice(gone);
    this.#first += gone;
  }

  /** Whatever else goes, the revision at this position stays until another is held; null: none does. */
  hold(position: number | null): void {
    if (position === this.#held?.position) return;
    const entry = position === null ? null : this.#entryAt(position);
    const status = position === null ? null : this.at(position);
    if (position === null || !entry || !status) this.#held = null;
    else this.#held = { position, entry, status, past: remembering(this.pastOf(position)) };
  }

  #entryAt(position: number): Entry | undefined {
    return this.#held?.position === position ? this.#held.entry : this.#entries[position - this.#first];
  }

  /** The status at a position, or null where it was never or is no longer known. */
  at(position: number): Status | null {
    if (position === this.newest) return this.#latest;
    if (position === this.#held?.position) return this.#held.status;
    const entry = this.#entries[position - this.#first];
    if (!entry) return null;
    if (position === this.newest - 1 && this.#before) {
      const before = this.#before;
      this.#before = null;
      return before;
    }
    const known = this.#parsed.get(position);
    if (known) return known;
    const parsed = parseStatus(entry.bytes);
    if (!parsed.ok) throw new Error(`revision at ${position} was readable once: ${parsed.problem.found}`);
    this.#remember(position, parsed.status);
    return parsed.status;
  }

  /** Milliseconds since the epoch at which the file came to say it. */
  changedAt(position: number): number {
    return this.#entryAt(position)?.changedAt ?? 0;
  }

  /** The last samples up to a position, oldest first; the same array until another position is asked for. */
  samplesTo(position: number): readonly Sample[] {
    return this.#samples.upTo(position);
  }

  /** The nearest position before or after in which something notable happened, or null. */
  notable(from: number, step: 1 | -1): number | null {
    const first = step === 1 ? Math.max(this.oldest, from + 1) : from - 1;
    for (let at = first; at >= this.oldest && at <= this.newest; at += step) {
      if (this.#entries[at - this.#first]?.notable) return at;
    }
    return null;
  }

  /** What was seen before a position, of the same memory. */
  pastOf(position: number): Past {
    if (position === this.#held?.position) return this.#held.past;
    const revisionAt = (at: number): SeenRevision | undefined => this.#entryAt(at);
    return pastOf({ oldest: this.oldest, revisionAt, statusAt: (at) => this.at(at) }, position);
  }

  #remember(position: number, status: Status): void {
    this.#parsed.set(position, status);
    if (this.#parsed.size <= MAX_PARSED) return;
    const oldest = this.#parsed.keys().next();
    if (!oldest.done) this.#parsed.delete(oldest.value);
  }
}
