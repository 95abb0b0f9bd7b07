/**
 * Which of the recent events the person has chosen. New ones come and old ones go all the time, so an event is known
 * by its revision and by how many of that revision came after it: all of a revision are written at once.
 */
import { MAX_EVENTS, type StatusEvent } from '../../shared/status.ts';

export interface EventMark {
  readonly revision: number;
  readonly after: number;
}

/** The mark of one of the events; null where it is none of them. */
export function markOf(events: readonly StatusEvent[], event: StatusEvent | undefined): EventMark | null {
  const index = event ? events.indexOf(event) : -1;
  if (!event || index < 0) return null;
  const last = events.findLastIndex(({ revision }) => revision === event.revision);
  return { revision: event.revision, after: last - index };
}

/** The event with that mark, or null when it is not among them. */
export function eventAt(events: readonly StatusEvent[], mark: EventMark | null): StatusEvent | null {
  if (!mark) return null;
  const index = events.findLastIndex(({ revision }) => revision === mark.revision) - mark.after;
  const event = events[index];
  return event?.revision === mark.revision ? event : null;
}

/**
 * A step up or down from the chosen event, among those of the events that are `shown`; a step up from none is the
 * newest, one down from the newest is none.
 */
export function neighbourMark(
  events: readonly StatusEvent[],
  shown: readonly StatusEvent[],
  mark: EventMark | null,
  step: number,
): EventMark | null {
  const event = eventAt(events, mark);
  const chosen = event ? shown.indexOf(event) : -1;
  const from = chosen < 0 ? shown.length : chosen;
  return markOf(events, shown[Math.max(0, from + step)]);
}

/**
 * The eviction that made room for what an event tells of: itself, or the one just before it. What went before the
 * first event of a full list it has lost: there may have been one.
 */
export function evictionOf(
  events: readonly StatusEvent[],
  event: StatusEvent,
): StatusEvent | null | 'unknown' {
  if (event.kind === 'evict') return event;
  if (event.kind !== 'fault') return null;
  if (event === events[0] && events.length === MAX_EVENTS) return 'unknown';
  const before = events[events.indexOf(event) - 1];
  const same = before?.kind === 'evict' && before.time === event.time && before.frame === event.frame;
  return same ? before : null;
}
