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

describe('the chosen event', () => {
  const [, , third] = events;

  it('is found again by its mark', () => {
    for (const each of events) expect(eventAt(events, markOf(events, each))).toBe(each);
    expect(markOf(events, event(4))).toBeNull();
    expect(markOf(events, undefined)).toBeNull();
    expect(eventAt(events, null)).toBeNull();
  });

  it('stays the same when new events come and old ones go', () => {
    const mark = markOf(events, third);
    expect(eventAt([...events.slice(2), event(7), event(8)], mark)).toBe(third);
    expect(eventAt(events.slice(3), mark)).toBeNull();
    expect(eventAt(events.slice(4), mark)).toBeNull();
  });

  it('moves from the newest upwards, and down again to none', () => {
    const newest = neighbourMark(events, events, null, -1);
    expect(newest).toEqual({ revision: 6, after: 0 });
    expect(neighbourMark(events, events, newest, 1)).toBeNull();
    expect(eventAt(events, neighbourMark(events, events, newest, -2))).toBe(third);
    expect(eventAt(events, neighbourMark(events, events, newest, -10))).toBe(events[0]);
    expect(neighbourMark([], [], null, -1)).toBeNull();
  });

  it('moves only among those that are shown', () => {
    const shown = events.filter((_, index) => index === 0 || index === 2);
    const last = neighbourMark(events, shown, null, -1);
    expect(eventAt(events, last)).toBe(third);
    expect(eventAt(events, neighbourMark(events, shown, last, -1))).toBe(events[0]);
    // One that is no longer shown is no place to go on from.
    expect(eventAt(events, neighbourMark(events, shown, markOf(events, events[1]), -1))).toBe(third);
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
