import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { shown } from './testing/shown.ts';

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
});
