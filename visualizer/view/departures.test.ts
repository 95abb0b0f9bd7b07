import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISK, type PageRuns, type Status } from '../../shared/status.ts';
import { exampleStatus, pageRuns } from '../../shared/testing/example-status.ts';
import { departuresBetween, whoLeft } from './departures.ts';

const example = exampleStatus({ events: [] });

function withTables(tables: Readonly<Record<string, PageRuns>>): Status {
  const processes = Object.entries(tables).map(([pid, table], index) => ({
    pid,
    letter: String.fromCharCode(65 + index),
    table,
    waste: [],
  }));
  return { ...example, paging: { ...example.paging, totalFrames: 32, processes } };
}

function left(before: Status, now: Status, frame: number): string | null {
  const departures = departuresBetween(before, now);
  const found = departures && departures !== 'unknown' ? whoLeft(departures, frame) : null;
  return found && `${found.letter} ${found.pid} ${found.page}`;
}

describe('pages that left their frames', () => {
  const before = withTables({ P1: pageRuns([0, 0, 4, 0]), P2: pageRuns([7, 4, 2, 0]) });

  it('are known by frame: freed, evicted to disk, moved, ended with their process', () => {
    const now = withTables({ P1: pageRuns([0, 0, 1, 0], [1, DISK, 1, 0], [2, 9, 1, 0]) });
    expect([0, 1, 2, 3, 4, 5, 9].map((frame) => left(before, now, frame))).toEqual([
      null,
      'A P1 1',
      'A P1 2',
      'A P1 3',
      'B P2 7',
      'B P2 8',
      null,
    ]);
  });

  it('are none where nothing left, and unknown between two memories or too many pieces', () => {
    const more = withTables({ P1: pageRuns([0, 0, 4, 0], [9, 10, 3, 0]), P2: pageRuns([7, 4, 2, 0]) });
    expect(departuresBetween(before, more)).toBeNull();
    expect(departuresBetween(before, { ...withTables({}), session: 'another' })).toBe('unknown');
    expect(departuresBetween(null, before)).toBe('unknown');
    const pieces = withTables({
      P1: pageRuns(...Array.from({ length: 50_001 }, (_, k) => [2 * k, k, 1, 0] as const)),
    });
    expect(departuresBetween(pieces, pieces)).toBe('unknown');
  });

  it('are those that page by page are no longer where they were', () => {
    const table = fc
      .uniqueArray(fc.tuple(fc.nat(11), fc.nat(31)), { selector: ([page]) => page, maxLength: 8 })
      .map((rows) => rows.sort(([a], [b]) => a - b))
      .map((rows) => rows.filter(([, frame], index) => rows.findIndex(([, f]) => f === frame) === index));
    fc.assert(
      fc.property(table, table, (rowsBefore, rowsNow) => {
        const status = (rows: readonly (readonly [number, number])[]): Status =>
          withTables({ P1: pageRuns(...rows.map(([page, frame]) => [page, frame, 1, 0] as const)) });
        for (let frame = 0; frame < 32; frame++) {
          const was = rowsBefore.find(([, at]) => at === frame);
          const stayed = was && rowsNow.some(([page, at]) => page === was[0] && at === frame);
          const expected = was && !stayed ? `A P1 ${was[0]}` : null;
          expect(left(status(rowsBefore), status(rowsNow), frame)).toBe(expected);
        }
      }),
    );
  });
});
