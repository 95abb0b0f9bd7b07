import { describe, expect, it } from 'vitest';
import type { EventKind, StatusEvent } from '../../shared/status.ts';
import { evictionOf, indexOfMark, markOf, neighbourMark } from './chosen-event.ts';

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
  it('is found again by its mark', () => {
    for (const index of events.keys()) expect(indexOfMark(events, markOf(events, index))).toBe(index);
    expect(markOf(events, 5)).toBeNull();
    expect(indexOfMark(events, null)).toBe(-1);
  });

  it('stays the same when new events come and old ones go', () => {
    const mark = markOf(events, 2);
    expect(indexOfMark([...events.slice(2), event(7), event(8)], mark)).toBe(0);
    expect(indexOfMark(events.slice(3), mark)).toBe(-1);
    expect(indexOfMark(events.slice(4), mark)).toBe(-1);
  });

  it('moves from the newest upwards, and down again to none', () => {
    const newest = neighbourMark(events, null, -1);
    expect(newest).toEqual({ revision: 6, after: 0 });
    expect(neighbourMark(events, newest, 1)).toBeNull();
    expect(indexOfMark(events, neighbourMark(events, newest, -2))).toBe(2);
    expect(indexOfMark(events, neighbourMark(events, newest, -10))).toBe(0);
    expect(neighbourMark([], null, -1)).toBeNull();
  });
});

describe('the eviction behind an event', () => {
  const eviction = event(9, 'evict', 40, 5);

  it('is itself, or the one that emptied the frame of a fault', () => {
    expect(evictionOf([eviction], 0)).toBe(eviction);
    expect(evictionOf([eviction, event(9, 'fault', 40, 5)], 1)).toBe(eviction);
  });

  it('is none of a fault that found a free frame, nor of a hit', () => {
    expect(evictionOf([eviction, event(9, 'fault', 41, 5)], 1)).toBeNull();
    expect(evictionOf([eviction, event(9, 'fault', 40, 6)], 1)).toBeNull();
    expect(evictionOf([eviction, event(9, 'hit', 40, 5)], 1)).toBeNull();
    expect(evictionOf([event(9, 'fault')], 0)).toBeNull();
  });
});
