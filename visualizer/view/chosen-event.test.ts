import { describe, expect, it } from 'vitest';
import { type EventKind, MAX_EVENTS, type StatusEvent } from '../../shared/status.ts';
import { eventAt, evictionOf, markOf, neighbourMark } from './chosen-event.ts';

const event = (revision: number, kind: EventKind = 'hit', time = revision, frame = 1): StatusEvent => ({
  revision,
  time,
  kind,
  frame,
  text: 'x',
  candidates: [],
});

const events = [event(3), event(4), event(4), event(4), event(6)];
const memory = { session: '00000001', events };

describe('the chosen event', () => {
  const [, , third] = events;

  it('is found again by its mark', () => {
    for (const each of events) expect(eventAt(memory, markOf(memory, each))).toBe(each);
    expect(markOf(memory, event(4))).toBeNull();
    expect(markOf(memory, undefined)).toBeNull();
    expect(eventAt(memory, null)).toBeNull();
  });

  it('stays the same when new events come and old ones go', () => {
    const mark = markOf(memory, third);
    const later = [...events, event(7), event(8)];
    expect(eventAt({ ...memory, events: later.slice(2) }, mark)).toBe(third);
    expect(eventAt({ ...memory, events: later.slice(3) }, mark)).toBeNull();
    expect(eventAt({ ...memory, events: later.slice(4) }, mark)).toBeNull();
  });

  it('is not taken for one of another memory, nor of a revision that went otherwise', () => {
    const mark = markOf(memory, third);
    expect(eventAt({ ...memory, session: '00000002' }, mark)).toBeNull();
    expect(eventAt({ ...memory, events: [event(3), event(4)] }, mark)).toBeNull();
  });

  it('moves from the newest upwards, and down again to none', () => {
    const newest = neighbourMark(memory, events, null, -1);
    expect(newest).toEqual({ session: '00000001', revision: 6, after: 0 });
    expect(neighbourMark(memory, events, newest, 1)).toBeNull();
    expect(eventAt(memory, neighbourMark(memory, events, newest, -2))).toBe(third);
    expect(eventAt(memory, neighbourMark(memory, events, newest, -10))).toBe(events[0]);
    expect(neighbourMark({ ...memory, events: [] }, [], null, -1)).toBeNull();
  });

  it('moves only among those that are shown', () => {
    const shown = events.filter((_, index) => index === 0 || index === 2);
    const last = neighbourMark(memory, shown, null, -1);
    expect(eventAt(memory, last)).toBe(third);
    expect(eventAt(memory, neighbourMark(memory, shown, last, -1))).toBe(events[0]);
    // One that is not shown has neighbours all the same.
    const hidden = markOf(memory, events[1]);
    expect(eventAt(memory, neighbourMark(memory, shown, hidden, -1))).toBe(events[0]);
    expect(eventAt(memory, neighbourMark(memory, shown, hidden, 1))).toBe(third);
  });

  it('moves on from where it was when it is no longer listed', () => {
    const moved = (from: StatusEvent | undefined, step: number, listed: readonly StatusEvent[]) => {
      const status = { ...memory, events: listed };
      return eventAt(status, neighbourMark(status, listed, markOf(memory, from), step));
    };
    // It has dropped off: those that came after it are left, and nothing before them.
    const after = [...events.slice(3), event(7)];
    for (const step of [1, -1]) expect(moved(third, step, after)).toBe(events[3]);
    // It is still to come, in the revision shown.
    const before = events.slice(0, 4);
    expect(moved(events[4], -1, before)).toBe(events[3]);
    expect(moved(events[4], 1, before)).toBeNull();
    // Of another memory it has no place: the newest is as good as any.
    const other = { session: '00000002', events };
    expect(eventAt(other, neighbourMark(other, events, markOf(memory, third), -1))).toBe(events[4]);
  });
});

describe('the eviction behind an event', () => {
  const eviction = event(9, 'evict', 40, 5);
  const behind = (after: StatusEvent) => evictionOf([eviction, after], after);

  it('is itself, or the one that emptied the frame of a fault', () => {
    expect(evictionOf([eviction], eviction)).toBe(eviction);
    expect(behind(event(9, 'fault', 40, 5))).toBe(eviction);
  });

  it('is none of a fault that found a free frame, nor of a hit', () => {
    expect(behind(event(9, 'fault', 41, 5))).toBeNull();
    expect(behind(event(9, 'fault', 40, 6))).toBeNull();
    expect(behind(event(9, 'hit', 40, 5))).toBeNull();
    const first = event(9, 'fault');
    expect(evictionOf([first], first)).toBeNull();
  });

  it('is not known of the first of a full list, which has lost what went before', () => {
    const fault = event(9, 'fault', 40, 5);
    const full = [fault, ...Array.from({ length: MAX_EVENTS - 1 }, (_, index) => event(10 + index))];
    expect(evictionOf(full, fault)).toBe('unknown');
    expect(evictionOf(full.slice(0, -1), fault)).toBeNull();
    expect(evictionOf([eviction, ...full.slice(0, -1)], fault)).toBe(eviction);
    expect(evictionOf([event(9), ...full.slice(1)], event(9))).toBeNull();
  });
});
