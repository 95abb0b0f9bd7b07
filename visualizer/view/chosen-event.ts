/**
 * Which of the recent events the person has chosen. New ones come and old ones go all the time, so an event is known
 * by its memory, its revision and by how many of that revision came after it: all of a revision are written at once.
 */
import { MAX_EVENTS, type Status, type StatusEvent } from '../../shared/status.ts';

export interface EventMark {
  readonly session: string;
  readonly revision: number;
  readonly after: number;
}

/** The events of a memory. */
type Events = Pick<Status, 'session' | 'events'>;

/** The mark of one of the events; null where it is none of them. */
export function markOf({ session, events }: Events, event: StatusEvent | undefined): EventMark | null {
  const index = event ? events.indexOf(event) : -1;
  if (!event || index < 0) return null;
  const last = events.findLastIndex(({ revision }) => revision === event.revision);
  return { session, revision: event.revision, after: last - index };
}

/** The event with that mark, or null when it is not among them. */
export function eventAt(status: Events, mark: EventMark | null): StatusEvent | null {
  const event = mark && status.events[placeOf(status, mark)];
  return event?.revision === mark?.revision ? (event ?? null) : null;
}

/** The index of a mark among the events; of one that is not among them a number before, between or after theirs. */
function placeOf({ session, events }: Events, mark: EventMark): number {
  if (mark.session !== session) return events.length;
  const last = events.findLastIndex(({ revision }) => revision <= mark.revision);
  return events[last]?.revision === mark.revision ? last - mark.after : last + 0.5;
}

/**
 * A step up or down from the chosen event, among those of the events that are `shown`, from where it was if it is not
 * one of them; a step up from none is the newest, one down from the newest is none.
 */
export function neighbourMark(
  status: Events,
  shown: readonly StatusEvent[],
  mark: EventMark | null,
  step: number,
): EventMark | null {
  const { events } = status;
  const place = mark ? placeOf(status, mark) : events.length;
  const above = shown.filter((event) => events.indexOf(event) < place);
  const below = shown.filter((event) => events.indexOf(event) > place);
  return markOf(status, step < 0 ? (above.at(step) ?? shown[0]) : below[step - 1]);
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
