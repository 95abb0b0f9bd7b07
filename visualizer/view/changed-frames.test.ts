import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISK, type PageRuns, type Status } from '../../shared/status.ts';
import { exampleStatus, pageRuns } from '../../shared/testing/example-status.ts';
import { changedFrames } from './changed-frames.ts';
import { frameTable } from './frame-table.ts';

const example = exampleStatus({ events: [] });

/** The example with these page tables instead of its own. */
function withTables(tables: Readonly<Record<string, PageRuns>>, totalFrames = 8): Status {
  const processes = Object.entries(tables).map(([pid, table]) => ({ pid, letter: 'A', table, waste: [] }));
  return { ...example, revision: 18, paging: { ...example.paging, totalFrames, processes } };
}

const changes = (before: Status, now: Status): number[] => [...(changedFrames(before, now) ?? [])];

describe('changed frames', () => {
  const before = withTables({ P1: pageRuns([0, 0, 4, 0]), P2: pageRuns([0, 4, 2, 0]) });

  it('are those that were loaded and those that were released', () => {
    const now = withTables({ P1: pageRuns([0, 0, 2, 0], [2, 6, 2, 0]), P2: pageRuns([0, 4, 2, 0]) });
    expect(changes(before, now)).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });

  it('are those of a process that has come or gone', () => {
    expect(changes(before, withTables({ P2: pageRuns([0, 4, 2, 0]) }))).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    expect(changes(withTables({}), before)).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
  });

  it('are those of pages that went to disk', () => {
    const now = withTables({ P1: pageRuns([0, DISK, 1, 0], [1, 1, 3, 0]), P2: pageRuns([0, 4, 2, 0]) });
    expect(changes(before, now)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('are not those whose bits alone changed, unless something happened to them', () => {
    const now = withTables({ P1: pageRuns([0, 0, 4, 3]), P2: pageRuns([0, 4, 2, 0]) });
    expect(changes(before, now)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const hit = { revision: 19, time: 13, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    expect(changes(before, { ...now, revision: 19, events: [hit] })).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
  });

  it('are unknown of two memories that are not one', () => {
    expect(changedFrames(null, before)).toBeNull();
    expect(changedFrames({ ...before, session: '00000000' }, before)).toBeNull();
    expect(changedFrames(withTables({}, 16), before)).toBeNull();
  });

  it('are what comparing every frame gives', () => {
    const anyTable = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.boolean(), fc.integer({ min: 1, max: 5 })), {
        maxLength: 8,
      })
      .map((parts) => {
        let page = 0;
        let frame = 0;
        return pageRuns(
          ...parts.map(([gap, resident, count]) => {
            const row = [page + gap, resident ? frame : DISK, count, 0] as const;
            page += gap + count;
            frame += count + gap;
            return row;
          }),
        );
      });
    fc.assert(
      fc.property(anyTable, anyTable, (first, second) => {
        const [one, two] = [withTables({ P1: first }, 100), withTables({ P1: second }, 100)];
        const [a, b] = [frameTable(one.paging), frameTable(two.paging)];
        const expected = Array.from(a.owner, (owner, frame) =>
          owner !== b.owner[frame] || a.page[frame] !== b.page[frame] ? 1 : 0,
        );
        expect(changes(one, two)).toEqual(expected);
      }),
    );
  });
});
