import { describe, expect, it } from 'vitest';
import { LARGE_BYTES } from '../shared/status-file/read.ts';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { HISTORY_BYTES, History } from './history.ts';
import { filled } from './testing/filled-history.ts';
import { madeStatus } from './testing/statuses.ts';

describe('the history', () => {
  it('gives back every revision as it was', () => {
    const history = filled(6);
    expect([history.oldest, history.newest]).toEqual([0, 5]);
    for (let at = 0; at <= 5; at++) {
      expect(history.at(at)).toEqual(exampleStatus({ revision: 17 + at }));
      expect(history.changedAt(at)).toBe((17 + at) * 1000);
    }
    expect(history.at(6)).toBeNull();
    expect(history.at(-1)).toBeNull();
  });

  it('gives the one before the newest as it was, however often it is asked for', () => {
    const history = filled(3);
    for (let time = 0; time < 3; time++) expect(history.at(1)).toEqual(exampleStatus({ revision: 18 }));
  });

  it('gives back large files too, and small ones wherever they were put', () => {
    const history = new History();
    for (let revision = 17; revision < 917; revision++) {
      const large = revision % 300 === 0;
      const status = large
        ? madeStatus({ totalFrames: 32_768, processes: 9, run: 1, revision })
        : exampleStatus({ revision });
      const bytes = formatStatus(status);
      expect(bytes.length > 256 * 1024).toBe(large);
      history.add(status, bytes, revision);
    }
    for (let at = history.oldest; at <= history.newest; at++) expect(history.at(at)?.revision).toBe(17 + at);
    expect(history.oldest).toBe(0);
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

  it('lets every large file go with the next: its memory is used again', () => {
    expect(HISTORY_BYTES).toBeLessThanOrEqual(LARGE_BYTES);
  });

  it('keeps the newest even when that alone is beyond the cap', () => {
    const history = filled(3, 10);
    expect([history.oldest, history.newest]).toEqual([2, 2]);
    expect(history.at(2)?.revision).toBe(19);
  });

  it('holds one revision for as long as it is looked at, whatever else it lets go', () => {
    const size = formatStatus(exampleStatus()).length + 200;
    const history = filled(3, 4 * size);
    history.hold(1);
    const add = (count: number): void => {
      for (let time = 0; time < count; time++) {
        const status = exampleStatus({ revision: 18 + history.newest });
        history.add(status, formatStatus(status), 0);
      }
    };
    add(20);
    expect([history.oldest, history.newest]).toEqual([19, 22]);
    const held = history.at(1);
    expect(held).toEqual(exampleStatus({ revision: 18 }));
    expect(history.at(1)).toBe(held);
    expect(history.changedAt(1)).toBe(18_000);
    expect(history.samplesTo(1).at(-1)?.revision).toBe(18);
    expect([history.at(0), history.at(2)]).toEqual([null, null]);
    expect(history.bytes).toBeLessThanOrEqual(4 * size);
    history.hold(20);
    expect(history.at(1)).toBeNull();
    add(20);
    expect(history.at(20)?.revision).toBe(37);
    history.hold(null);
    expect(history.at(20)).toBeNull();
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
    // From one that is no longer kept, the first that is.
    expect(history.notable(-5, 1)).toBe(1);
  });

  it('finds the revisions of a replay by their counters, for its events are only the last of thousands', () => {
    const history = new History();
    for (const [revision, faults] of [
      [1, 3],
      [2, 3],
      [3, 4],
      [4, 4],
    ] as const) {
      const example = exampleStatus({ revision, door: 'replay', events: [] });
      const counters = { ...example.paging.counters, faults, references: 100 * revision };
      history.add({ ...example, paging: { ...example.paging, counters } }, new Uint8Array(10), revision);
    }
    expect([history.notable(3, -1), history.notable(2, -1), history.notable(0, 1)]).toEqual([2, null, 2]);
  });

  it('keeps what was parsed again within bounds, however one steps about', () => {
    const history = filled(50);
    for (let at = 49; at >= 0; at--) expect(history.at(at)?.revision).toBe(17 + at);
    for (let at = 0; at < 50; at++) expect(history.at(at)?.revision).toBe(17 + at);
  });
});
