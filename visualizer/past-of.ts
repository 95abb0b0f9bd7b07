/** Answers about the past of a revision, out of the revisions that were seen before it. */
import type { HoleStatus, Status, StatusEvent } from '../shared/status.ts';
import { type Departures, whoLeft } from './view/departures.ts';
import type { FormerOwner, Past, RevisionOfTime } from './view/past.ts';

/** What there is to know of a revision that was seen, without reading its file again. */
export interface SeenRevision {
  readonly session: string;
  readonly revision: number;
  /** The logical time. */
  readonly time: number;
  /** Which pages left their frames since the one that was seen before it. */
  readonly departures: Departures | null | 'unknown';
  /** Are these all that can have been? */
  readonly told: boolean;
  /** The position from which on revision and time have only risen up to it: of one memory, of which no older file was put back. */
  readonly risenFrom: number;
}

/** Positions are those of the history; beyond `oldest` nothing is known but what is held. */
export interface Seen {
  readonly oldest: number;
  readonly revisionAt: (position: number) => SeenRevision | undefined;
  readonly statusAt: (position: number) => Status | null;
}

/** What was seen up to a position, of the same memory. */
export function pastOf(seen: Seen, position: number): Past {
  return {
    formerOwner: (frame, loaded) => formerOwner(seen, position, frame, loaded),
    revisionOf: (time) => revisionOf(seen, position, time),
    holesOf: (revision) => holesOf(seen, position, revision),
    eventsSince: (revision) => eventsSince(seen, position, revision),
  };
}

function formerOwner(seen: Seen, position: number, frame: number, loaded: number | null): FormerOwner | null {
  let exact = true;
  for (let at = position; ; at--) {
    const revision = seen.revisionAt(at);
    if (!revision || revision.departures === 'unknown') return null;
    const left = revision.departures && whoLeft(revision.departures, frame);
    if (left) return { ...left, until: revision.revision, exact: exact && left.exact };
    // What is in the frame kept it since it was loaded, whatever happened elsewhere.
    const wasLoaded = loaded !== null && loaded <= (seen.revisionAt(at - 1)?.time ?? -1);
    exact &&= revision.told || wasLoaded;
  }
}

/** As far back as times only rise: the first that has reached `time` is found by halving. */
function revisionOf(seen: Seen, position: number, time: number): RevisionOfTime | null {
  const shown = seen.revisionAt(position);
  if (!shown || time > shown.time) return null;
  const first = Math.max(seen.oldest, shown.risenFrom);
  let [low, high] = [first - 1, position];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((seen.revisionAt(middle)?.time ?? 0) >= time) high = middle;
    else low = middle;
  }
  const found = seen.revisionAt(high);
  const before = seen.revisionAt(high - 1);
  if (!found || !before || high <= first) return null;
  return { revision: found.revision, exact: found.revision === before.revision + 1 };
}

function holesOf(seen: Seen, position: number, revision: number): readonly HoleStatus[] | null {
  const at = firstSince(seen, position, revision);
  if (at === null || seen.revisionAt(at)?.revision !== revision) return null;
  return seen.statusAt(at)?.segmentation.holes ?? null;
}

function eventsSince(seen: Seen, position: number, revision: number): readonly StatusEvent[] {
  const at = firstSince(seen, position, revision);
  return at === null ? [] : (seen.statusAt(at)?.events ?? []);
}

/** Where that revision, or one after it, was seen first: of the memory that is at `position`, and not after it. */
function firstSince(seen: Seen, position: number, revision: number): number | null {
  const session = seen.revisionAt(position)?.session;
  let first: number | null = null;
  for (let at = position; ; at--) {
    const earlier = seen.revisionAt(at);
    if (!earlier || earlier.session !== session || earlier.revision < revision) return first;
    first = at;
  }
}
