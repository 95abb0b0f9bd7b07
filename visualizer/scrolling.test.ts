/** What is longer than its panel: by rows, by screenfuls, alone on the screen. */
import { describe, expect, it } from 'vitest';
import type { Status } from '../shared/status.ts';
import { pageRuns } from '../shared/testing/example-status.ts';
import { opened, shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

describe('scrolling', () => {
  it('moves through a page table that is longer than its panel, and stops at its ends', async () => {
    const screen = opened(80, 24);
    await screen.show(madeStatus({ totalFrames: 4096, processes: 1, run: 40 }));
    await screen.press('3', 'e');
    for (let i = 0; i < 400; i++) screen.dashboard.press('pageup');
    await screen.drawn();
    expect(screen.text()).toMatch(/rows 1–57 of/);
    await screen.press('pagedown');
    expect(screen.text()).toMatch(/rows 58–114 of/);
    for (let i = 0; i < 400; i++) screen.dashboard.press('pagedown');
    await screen.drawn();
    expect(screen.text()).toMatch(/disk/);
  });
});

describe('page up and page down', () => {
  it('go through the events by those that are shown whole', async () => {
    const screen = await shown(120, 40, madeStatus({ revision: 111 }));
    await screen.press('8');
    const { x, y } = screen.find('8 Events');
    const chosen = (): string[] => {
      const lines = screen.lines().map((line) => line.slice(x - 1, x + 12).trim());
      return lines.filter((_, row) => row > y && screen.cell(x, row).background === 231).filter(Boolean);
    };
    expect(screen.line(y + 1)).toContain('108 free ');
    await screen.press('pageup');
    expect(chosen()).toEqual(['108 free']);
    await screen.press('pageup');
    expect(chosen()).toEqual(['104 reset']);
    expect(screen.text()).toContain('107 seg alloc');
    await screen.press('pagedown');
    expect(chosen()).toEqual(['109 hit']);
  });

  it('go through what lies over the panels by as many rows as it shows', async () => {
    const screen = await shown(60, 20, madeStatus());
    await screen.press('?');
    const rows = (): string[] => screen.lines().slice(2, 18);
    const first = rows();
    for (let i = 0; i < 16; i++) await screen.press('down');
    const second = rows();
    expect(second.filter((row) => first.includes(row) && /[a-z]/.test(row))).toEqual([]);
    await screen.press('pageup');
    expect(rows()).toEqual(first);
    await screen.press('pagedown');
    expect(rows()).toEqual(second);
  });

  it('go through the segments by as many rows as are always shown', async () => {
    const { segmentation } = madeStatus();
    const segments = Array.from({ length: 200 }, (_, id) => {
      return { id, base: 1000 + 200 * id, limit: 100, grows: 'up' as const, name: null };
    });
    const screen = await shown(80, 24, {
      ...madeStatus(),
      segmentation: { ...segmentation, maxSegments: 200, segments },
    });
    await screen.press('4', 'e');
    const bases = (): number[] =>
      [...screen.text().matchAll(/ (\d+) +100 /g)]
        .map(([, base]) => Number(base))
        .sort((one, other) => one - other);
    const seen = bases();
    while (!screen.line(23).includes('no further')) {
      await screen.press('pagedown');
      seen.push(...bases());
    }
    expect([...new Set(seen)]).toEqual(segments.map(({ base }) => base));
    const [top = 0] = bases();
    await screen.press('pageup');
    expect(bases().at(-1)).toBe(top - 200);
  });
});

describe('what a panel alone on the screen has no room for', () => {
  const pids = Array.from({ length: 30 }, (_, i) => `P${i + 1}`);
  const many = (): Status => {
    const made = madeStatus({ totalFrames: 32 });
    const segments = Array.from({ length: 30 }, (_, i) => {
      return { id: i, base: 1000 + 200 * i, limit: 100, grows: 'up' as const, name: null };
    });
    const { segmentation } = madeStatus({ segments });
    const processes = pids.map((pid, frame) => ({
      pid,
      letter: frame < 26 ? String.fromCharCode(65 + frame) : '#',
      table: pageRuns([0, frame, 1, 0]),
      waste: [],
    }));
    return {
      ...made,
      segmentation: { ...segmentation, maxSegments: 40 },
      paging: { ...made.paging, processes },
    };
  };

  it('is reached by scrolling: every process', async () => {
    const screen = await shown(80, 24, many());
    await screen.press('2', 'e');
    const seen = new Set<string>();
    const look = (): void => {
      for (const name of screen.line(21).match(/P\d+/g) ?? []) seen.add(name);
    };
    look();
    expect(screen.text()).toContain('+19 more');
    expect(seen.size).toBe(11);
    await screen.press('down');
    look();
    expect(screen.text()).toContain('2–12 by size');
    expect(seen.size).toBe(12);
    await screen.press('pagedown', 'pagedown', 'pagedown');
    look();
    expect(screen.text()).toContain('20–30 by size');
    await screen.press('pageup');
    look();
    expect([...seen].sort()).toEqual([...pids].sort());
    await screen.press('up', 'pageup', 'pageup');
    expect(screen.text()).toContain('+19 more');
  });

  it('is reached by scrolling: every region of the segment space', async () => {
    const screen = await shown(80, 24, many());
    await screen.press('6', 'e');
    const listed = (): string[] => screen.text().match(/ {3}(segment \d+|hole)/g) ?? [];
    const first = listed().length;
    expect(screen.text()).toContain(`… and ${60 - first} regions more`);
    await screen.press('down');
    expect(screen.text()).toContain(`… and ${59 - first} regions more`);
    for (let i = 0; i < 6; i++) await screen.press('pagedown');
    expect(screen.text()).not.toContain('regions more');
    expect(screen.text()).toMatch(/segment 29\b/);
    expect(screen.text()).toContain('hole, the largest');
    await screen.press('pagedown');
    expect(screen.line(23).trimEnd()).toBe(' no further that way');
  });
});
