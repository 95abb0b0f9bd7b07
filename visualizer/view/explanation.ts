/**
 * Why an event came out as it did: of an eviction, or of the fault that it made room for, the pages among which the
 * victim was chosen; of a segment that was placed the holes it could have had. Taken down whole when someone asks for
 * it, for the file and the history forget while it is being read. Pure.
 */
import { policyInWords } from '../../shared/conventions.ts';
import type { Candidate, PagingStatus, Status, StatusEvent } from '../../shared/status.ts';
import { type EventMark, eventAt, evictionOf } from './chosen-event.ts';
import { type HoleChoice, holeChoice } from './hole-choice.ts';
import type { Past } from './past.ts';
import { grouped } from './wording.ts';

export interface Explanation {
  /** By which the event is found among those that are listed, as long as it is. */
  readonly mark: EventMark;
  readonly event: StatusEvent;
  /** The eviction that made room for it, or that it is; null where none is known. */
  readonly eviction: StatusEvent | null;
  readonly victims: VictimChoice | null;
  readonly holes: HolesShown | null;
  /** Why there is neither; null where nobody would expect one. */
  readonly reason: string | null;
}

export interface VictimChoice {
  /** With its conventions. */
  readonly policy: string;
  /** The victim first; each with the letter of its process, blank where that has ended. */
  readonly candidates: readonly (Candidate & { readonly letter: string })[];
  /** How many pages could have gone. */
  readonly pages: number;
}

/** A part of the holes, the one that was taken among them. */
export interface HolesShown extends HoleChoice {
  /** How many there were. */
  readonly total: number;
}

/** Of the event of a status with that mark; null when it has none. `past` is what was seen until that status. */
export function explanationOf(status: Status, mark: EventMark, past: Past): Explanation | null {
  const event = eventAt(status, mark);
  if (!event) return null;
  const nothing = { mark, event, eviction: null, victims: null, holes: null, reason: null };
  if (event.kind === 'segment-alloc') return { ...nothing, ...holesBefore(event, past) };
  if (event.kind === 'hit') return { ...nothing, reason: 'The page was in its frame: nothing was chosen.' };
  if (event.kind !== 'fault' && event.kind !== 'evict') return nothing;
  const listed = evictionOf(status.events, event);
  const eviction = listed === 'unknown' ? evictionSeen(past.eventsSince(event.revision), mark) : listed;
  if (eviction === 'unknown') {
    return { ...nothing, reason: 'The file no longer tells whether a page had to go for it.' };
  }
  if (eviction === null) {
    return { ...nothing, reason: 'A frame was free, so no page had to go and nothing was chosen.' };
  }
  if (eviction.candidates.length === 0) {
    return { ...nothing, eviction, reason: 'The file keeps no candidates of this eviction.' };
  }
  return { ...nothing, eviction, victims: victimsOf(eviction, status.paging) };
}

/** Of what went before an event nobody has seen more than who was the first to see it. */
function evictionSeen(events: readonly StatusEvent[], mark: EventMark): StatusEvent | null | 'unknown' {
  const event = eventAt({ session: mark.session, events }, mark);
  return event ? evictionOf(events, event) : 'unknown';
}

function victimsOf(
  { candidates }: StatusEvent,
  { replacement, processes, totalFrames }: PagingStatus,
): VictimChoice {
  const letterOf = (pid: string): string => processes.find((process) => process.pid === pid)?.letter ?? ' ';
  return {
    policy: policyInWords(replacement),
    candidates: candidates.map((candidate) => ({ ...candidate, letter: letterOf(candidate.pid) })),
    pages: totalFrames,
  };
}

/** More holes than this say no more. */
const MAX_HOLES = 12;

function holesBefore({ revision }: StatusEvent, past: Past): Pick<Explanation, 'holes' | 'reason'> {
  const [before, after] = [past.holesOf(revision - 1), past.holesOf(revision)];
  const choice = holeChoice(before, after);
  if (choice) {
    const { wanted, holes } = choice;
    const taken = holes.findIndex(({ fate }) => fate === 'taken');
    const from = Math.max(0, Math.min(taken - MAX_HOLES / 2, holes.length - MAX_HOLES));
    const shown = { wanted, holes: holes.slice(from, from + MAX_HOLES), total: holes.length };
    return { holes: shown, reason: null };
  }
  if (before && after) {
    return { holes: null, reason: 'Not exactly one hole changed with it, so that none can be named.' };
  }
  const unseen = grouped(before ? revision : revision - 1);
  return {
    holes: null,
    reason: `Which holes it could have had is not known: revision ${unseen} was not seen.`,
  };
}
