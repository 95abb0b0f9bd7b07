import { describe, expect, it } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { History } from './history.ts';

const filled = (count: number, cap?: number): History => {
  const history = new History(cap);
  for (let revision = 17; revision < 17 + count; revision++) {
    const status = exampleStatus({ revision });
    history.add(status, formatStatus(status), revision * 1000);
  }
  return history;
};

describe('the history', () => {
  it('gives back every revision as it was', () => {
    const history = filled(6);
    expect([history.oldest, history.newest]).toEqual([0, 5]);
    for (let at = 0; at <= 5; at++) {
      expect(history.at(at)).toEqual(exampleStatus({ revision: 17 + at }));
      expect(history.seenAt(at)).toBe((17 + at) * 1000);
    }
    expect(history.at(6)).toBeNull();
    expect(history.at(-1)).toBeNull();
  });

  it('is empty at first', () => {
    const history = new History();
    expect(history.newest).toBe(-1);
    expect(history.at(history.newest)).toBeNull();
    expect(history.samplesTo(-1)).toEqual([]);
    expect(history.notable(0, -1)).toBeNull();
  });

  it('lets the oldest go beyond its cap, and positions stay what they were', () => {
    const size = formatStatus(exampleStatus()).length + 200;
    const history = filled(10, 4 * size);
    expect(history.bytes).toBeLessThanOrEqual(4 * size);
    expect([history.oldest, history.newest]).toEqual([6, 9]);
    expect(history.at(6)?.revision).toBe(23);
    expect(history.at(5)).toBeNull();
    // The curves remember longer.
    expect(history.samplesTo(9)).toHaveLength(10);
    expect(history.samplesTo(6).at(-1)?.revision).toBe(23);
  });

  it('keeps the newest even when that alone is beyond the cap', () => {
    const history = filled(3, 10);
    expect([history.oldest, history.newest]).toEqual([2, 2]);
    expect(history.at(2)?.revision).toBe(19);
  });

  it('finds the revisions in which something notable happened', () => {
    const history = new History();
    // Of the example, revision 16 is a fault, 17 an eviction, and nothing happens later.
    for (const [revision, events] of [
      [15, 1],
      [16, 2],
      [17, 3],
      [18, 3],
      [19, 3],
    ] as const) {
      const status = exampleStatus({ revision, events: exampleStatus().events.slice(0, events) });
      history.add(status, formatStatus(status), 0);
    }
    expect(history.notable(4, -1)).toBe(2);
    expect(history.notable(2, -1)).toBe(1);
    expect(history.notable(1, -1)).toBeNull();
    expect(history.notable(0, 1)).toBe(1);
    expect(history.notable(2, 1)).toBeNull();
  });

  it('keeps what was parsed again within bounds, however one steps about', () => {
    const history = filled(50);
    for (let at = 49; at >= 0; at--) expect(history.at(at)?.revision).toBe(17 + at);
    for (let at = 0; at < 50; at++) expect(history.at(at)?.revision).toBe(17 + at);
  });

  it('drops old samples too, in the end', () => {
    const history = filled(9000, 2000);
    expect(history.samplesTo(history.newest).length).toBeLessThanOrEqual(8192);
    expect(history.samplesTo(history.newest).at(-1)?.revision).toBe(9016);
    expect(history.samplesTo(history.newest - 10).at(-1)?.revision).toBe(9006);
  });
});
