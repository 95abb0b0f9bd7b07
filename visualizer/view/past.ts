/** What was seen of a memory before the revision that is shown: the file itself does not tell it. */
import type { HoleStatus, StatusEvent } from '../../shared/status.ts';
import { remembered } from './remembered.ts';

/** Who had a frame before, and until which revision. */
export interface FormerOwner {
  readonly letter: string;
  readonly pid: string;
  readonly page: number;
  /** The first revision seen without it. */
  readonly until: number;
  /** False where others may have had it since, unseen. */
  readonly exact: boolean;
}

/** The revision that brought a logical time. */
export interface RevisionOfTime {
  readonly revision: number;
  /** False when revisions before it were not seen: it may have been one of those. */
  readonly exact: boolean;
}

export interface Past {
  /** `loaded` is the logical time at which the page in the frame was loaded; null: it is free. */
  readonly formerOwner: (frame: number, loaded: number | null) => FormerOwner | null;
  /** Null when it was before anything was seen. */
  readonly revisionOf: (time: number) => RevisionOfTime | null;
  /** The holes in list order, as a revision left them; null when it was not seen. */
  readonly holesOf: (revision: number) => readonly HoleStatus[] | null;
  /** Those that were listed when that revision, or one after it, was seen first; none when it is yet to come. */
  readonly eventsSince: (revision: number) => readonly StatusEvent[];
}

/** Of someone who has only just looked. */
export const NOTHING_SEEN: Past = {
  formerOwner: () => null,
  revisionOf: () => null,
  holesOf: () => null,
  eventsSince: () => [],
};

/** More than anybody comes to ask of one picture: a map of the whole screen asks three questions a cell. */
const MOST_ASKED = 100_000;

/** The same, and what it once answered it goes on answering, though what was seen may be forgotten meanwhile. */
export function remembering(past: Past): Past {
  const owners = new Map<number, FormerOwner | null>();
  const revisions = new Map<number, RevisionOfTime | null>();
  const holes = new Map<number, readonly HoleStatus[] | null>();
  const events = new Map<number, readonly StatusEvent[]>();
  return {
    formerOwner: (frame, loaded) =>
      remembered(owners, frame, () => past.formerOwner(frame, loaded), MOST_ASKED),
    revisionOf: (time) => remembered(revisions, time, () => past.revisionOf(time), MOST_ASKED),
    holesOf: (revision) => remembered(holes, revision, () => past.holesOf(revision), MOST_ASKED),
    eventsSince: (revision) => remembered(events, revision, () => past.eventsSince(revision), MOST_ASKED),
  };
}
