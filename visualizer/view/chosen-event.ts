/**
 * Which of the recent events the person has chosen. New ones come and old ones go all the time, so an event is known
 * by its revision and by how many of that revision came after it: all of a revision are written at once.
 */
import type { StatusEvent } from '../../shared/status.ts';

export interface EventMark {
  readonly revision: number;
  readonly after: number;
}

/** The mark of the event at an index; null where there is none. */
export function markOf(events: readonly StatusEvent[], index: number): EventMark | null {
  const event = events[index];
  if (!event) return null;
  const last = events.findLastIndex(({ revision }) => revision === event.revision);
  return { revision: event.revision, after: last - index };
}

/** The index of the event with that mark, or −1 when it is not among them. */
export function indexOfMark(events: readonly StatusEvent[], mark: EventMark | null): number {
  if (!mark) return -1;
  const index = events.findLastIndex(({ revision }) => revision === mark.revision) - mark.after;
  return events[index]?.revision === mark.revision ? index : -1;
}

/** A step up or down from the chosen event; a step up from none is the newest, one down from the newest is none. */
export function neighbourMark(
  events: readonly StatusEvent[],
  mark: EventMark | null,
  step: number,
): EventMark | null {
  const chosen = indexOfMark(events, mark);
  const from = chosen < 0 ? events.length : chosen;
  const to = Math.max(0, from + step);
  return to >= events.length ? null : markOf(events, to);
}

/** The eviction that made room for what an event tells of: itself, or the one just before it. */
export function evictionOf(events: readonly StatusEvent[], index: number): StatusEvent | null {
  const event = events[index];
  if (event?.kind === 'evict') return event;
  const before = events[index - 1];
  const same = before?.kind === 'evict' && before.time === event?.time && before.frame === event.frame;
  return event?.kind === 'fault' && same ? before : null;
}
