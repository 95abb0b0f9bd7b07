import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

describe('the inspector', () => {
  it.each([
    [100, 34, '2 hits, 3 faults'],
    [120, 40, '2 hits, 3 faults of 5'],
    [180, 50, '2 hits 40.0% · 3 faults (3 cold)'],
  ])('has the counters whole, on one line, at %dx%d', async (columns, rows, counters) => {
    const screen = await shown(columns, rows, exampleStatus());
    await screen.press('5');
    const line = screen.lines().find((text) => text.includes('│ counters ')) ?? '';
    expect(line.split(/│ counters +/)[1]?.replace(/ *│$/, '')).toBe(counters);
  });

  it('calls the turn of a free frame and the whole free list by two names', async () => {
    const screen = await shown(80, 24, exampleStatus());
    await screen.press('g', '6', 'enter', '5', 'e');
    expect(screen.text()).toMatch(/turn +number 2 of 2 free/);
    expect(screen.text().match(/│ free list /g)).toHaveLength(1);
  });

  it('says of a frame in a cell of many what the cell stands for', async () => {
    const screen = await shown(100, 30, madeStatus({ totalFrames: 1_048_576, processes: 5, run: 3000 }));
    await screen.press('g', ...'98304', 'enter', '5');
    const each = Number(/1 Frames ([\d,]+) a cell/.exec(screen.text())?.[1]?.replace(',', ''));
    expect(screen.text()).toMatch(new RegExp(`│ cell +(frames )?98304–${98_303 + each} `));
    expect(screen.text()).toMatch(/│ in use +[\d,]+ of [\d,]+: [A-E]/);
    expect(screen.text()).toMatch(/│ frame +98304, /);
    // Alone on the screen it is about the frame only.
    await screen.press('e');
    expect(screen.text()).not.toMatch(/│ cell /);
  });

  it('names the policy, the TLB and the placement with their conventions', async () => {
    const status = madeStatus();
    const { paging } = status;
    const replacement = {
      ...paging.replacement,
      policy: 'nru',
      refOnLoad: false,
      period: 1000,
      hand: 0,
    } as const;
    const tlb = { ...paging.tlb, flush: true };
    const segmentation = { ...status.segmentation, coalesce: false, header: 8 };
    const screen = await shown(80, 24, { ...status, paging: { ...paging, replacement, tlb }, segmentation });
    await screen.press('5', 'e');
    expect(screen.text()).toContain('nru (a load does not set R, R cleared every 1000 references)');
    expect(screen.text()).toContain('lru (emptied when the process changes)');
    expect(screen.text()).toContain('placement first fit, holes by address, no coalescing, 8-byte headers');
  });

  it('breaks no address', async () => {
    for (const [columns, rows] of [
      [60, 20],
      [80, 24],
      [100, 30],
    ] as const) {
      const made = madeStatus({ totalFrames: 64, processes: 1, filled: 1.1, run: 64 });
      const processes = made.paging.processes.map((process) => ({
        ...process,
        table: { ...process.table, pages: process.table.pages.map((page) => page + 33_550_000) },
      }));
      const screen = await shown(columns, rows, { ...made, paging: { ...made.paging, processes } });
      await screen.press('g', '6', '3', 'enter', '5');
      const { x } = screen.find('5 Inspector');
      const lines = screen.lines().map((line) => line.slice(x));
      const addresses = lines.filter((line) => line.includes('0x1ffe'));
      expect(addresses).toHaveLength(1);
      expect(addresses[0]).toMatch(/ 0x1ffe........?(–|…|[0-9a-f])* *│/);
      expect(lines[lines.findIndex((line) => line.includes('0x1ffe')) + 1]).not.toMatch(
        /^.{4,16}[0-9a-f]+ *│$/,
      );
      screen.close();
    }
  });
});
