import { describe, expect, it } from 'vitest';
import { DIRTY, FRESH, REFERENCED } from '../../shared/status.ts';
import { exampleStatus, pageRuns } from '../../shared/testing/example-status.ts';
import { changedCells, frameCells } from './frame-cells.ts';
import { frameGrid } from './frame-grid.ts';
import { changedFrames, frameTable, largestPage } from './frame-table.ts';

const example = exampleStatus();
const pictured = (status = example) => ({ status, frames: frameTable(status.paging) });

describe('the frame table', () => {
  it('says owner, page and bits of every frame', () => {
    const { owner, page, bits } = frameTable(example.paging);
    expect([...owner]).toEqual([0, 0, 0, 0, 1, 1, -1, -1]);
    expect([...page.slice(0, 6)]).toEqual([0, 1, 2, 3, 2, 1]);
    expect(bits[0]).toBe(FRESH | REFERENCED);
    expect(bits[4]).toBe(REFERENCED | DIRTY);
    expect(largestPage(frameTable(example.paging))).toBe(3);
  });

  it('tells which frames hold another page than before', () => {
    const [first, ...rest] = example.paging.processes;
    if (!first) throw new Error('the example has processes');
    const moved = { ...first, table: pageRuns([0, 0, 2, 0], [2, 6, 2, 0]) };
    const after = {
      ...example,
      revision: 18,
      events: [],
      paging: { ...example.paging, processes: [moved, ...rest] },
    };
    expect([...(changedFrames(pictured(), pictured(after)) ?? [])]).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });

  it('knows a process again when another has gone before it', () => {
    const after = {
      ...example,
      revision: 18,
      events: [],
      paging: { ...example.paging, processes: example.paging.processes.slice(1) },
    };
    expect([...(changedFrames(pictured(), pictured(after)) ?? [])]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  });

  it('counts a frame that was accessed as changed', () => {
    const hit = { revision: 18, time: 13, kind: 'hit' as const, frame: 5, text: 'a hit', candidates: [] };
    const after = { ...example, revision: 18, events: [...example.events, hit] };
    expect([...(changedFrames(pictured(), pictured(after)) ?? [])]).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
  });

  it('says nothing of two memories that are not one', () => {
    expect(changedFrames(null, pictured())).toBeNull();
    expect(changedFrames(pictured({ ...example, session: '00000000' }), pictured())).toBeNull();
  });
});

describe('cells of several frames', () => {
  const grid = { ...frameGrid(8, 40, 4, 1), framesPerCell: 4, cells: 2, columns: 2, rows: 1 };

  it('belong to the process that has most of their frames', () => {
    const { owner, used } = frameCells(frameTable(example.paging), 2, grid);
    expect([...owner]).toEqual([0, 1]);
    expect([...used]).toEqual([4, 2]);
  });

  it('flash when one of their frames changed', () => {
    expect([...changedCells(Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 1]), 4)]).toEqual([1]);
    expect([...changedCells(Uint8Array.from([0, 1, 0, 0, 0, 0, 0, 1]), 4)]).toEqual([0, 1]);
  });
});
