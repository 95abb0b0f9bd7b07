/** Few frames, and the map alone on the screen: each cell says what the inspector would. */
import { describe, expect, it } from 'vitest';
import { DISK, type PolicyName, type Status } from '../shared/status.ts';
import { exampleStatus, pageRuns } from '../shared/testing/example-status.ts';
import { shown, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { MONOCHROME } from './theme.ts';

/** The lines of the cell that begins at a column and a line, without the blanks after them. */
function cellAt(screen: TestDashboard, x: number, y: number, width: number): string[] {
  const lines = screen.lines().slice(y, y + 13);
  return lines.map((line) => line.slice(x, x + width).replace(/[ │]+$/, '')).filter((line) => line !== '');
}

/** The example after its first page has gone to another process. */
function withFormerOwner(): Status {
  const { paging, ...rest } = exampleStatus({ revision: 18 });
  const [p1, editor] = paging.processes;
  if (!p1 || !editor) throw new Error('no processes');
  const processes = [
    { ...p1, table: pageRuns([0, DISK, 1, 0], [1, 1, 3, 0]) },
    { ...editor, table: pageRuns([1, 5, 1, 0], [2, 4, 1, 0], [3, DISK, 1, 0], [4, 0, 1, 0]) },
  ];
  return { ...rest, paging: { ...paging, processes } };
}

/** The example under another policy, with what that remembers of each page in a frame. */
function under(policy: PolicyName, uses: number): Status {
  const { paging, ...rest } = exampleStatus();
  const processes = paging.processes.map(({ table, ...process }) => ({
    ...process,
    table: { ...table, uses: table.uses.map((_, run) => (table.frames[run] === DISK ? 0 : uses)) },
  }));
  const replacement = { ...paging.replacement, policy };
  return { ...rest, paging: { ...paging, processes, replacement } };
}

describe('a cell with a line for a number', () => {
  it.each([
    ['fifo', 0, /loaded 6 +loaded 7 +loaded 8 +loaded 9 /],
    // Those that were not used since were so when they were loaded.
    ['lru', 0, /loaded 6 +loaded 7 +used 10 +loaded 9 /],
    ['lfu', 7, /count 7 +count 7 +count 7 +count 7 /],
    ['aging', 0xb0, /10110000 +10110000 +10110000 +10110000 /],
  ] as const)('says the one by which %s decides', async (policy, uses, words) => {
    const screen = await shown(80, 24, under(policy, uses));
    const { y } = screen.find('A 0 ');
    expect(screen.line(y + 2)).toMatch(words);
    await screen.press('g', '4', 'enter', '5', 'e');
    if (policy === 'lfu') expect(screen.text()).toMatch(/│ count +7 uses /);
    if (policy === 'aging') expect(screen.text()).toMatch(/│ age +10110000 /);
  });
});

describe('the frame map alone on the screen', () => {
  it('says of each of eight frames all that the inspector does', async () => {
    const screen = await shown(120, 40, exampleStatus());
    expect(screen.text()).not.toContain('physical 0x4000–4fff  ');
    await screen.press('e');
    const { x, y } = screen.find('4 B 2');
    expect(cellAt(screen, x + 2, y, 28)).toEqual([
      'B 2                      RD',
      'editor',
      'loaded   at 12, just now',
      'used     not since',
      'page     0x2000–2fff',
      'physical 0x4000–4fff',
    ]);
    const free = screen.find('turn ');
    expect(cellAt(screen, free.x, free.y, 28).slice(0, 2)).toEqual([
      'turn     number 2 of 2 free',
      'physical 0x6000–6fff',
    ]);
  });

  it('puts two facts on a line where there are more of them than lines, and dots where some are left', async () => {
    const { paging, ...rest } = exampleStatus();
    const tlb = { ...paging.tlb, entries: 4, content: [{ pid: 'P1', page: 2, frame: 2 }] };
    const status = { ...rest, paging: { ...paging, tlb } };
    const factsAt = async (columns: number, rows: number): Promise<string[]> => {
      const screen = await shown(columns, rows, status);
      await screen.press('e');
      const { x, y } = screen.find('A 2');
      return cellAt(screen, x, y + 2, screen.line(y).indexOf('A 3') - x - 1);
    };
    expect((await factsAt(100, 30)).slice(0, 3)).toEqual([
      'loaded   at 8, 4 ago  used at 10, 2 ago',
      'page     0x2000–2fff  TLB has an entry for it',
      'physical 0x2000–2fff',
    ]);
    expect((await factsAt(80, 24)).slice(0, 2)).toEqual([
      'loaded   at 8, 4 ago  used at 10',
      'page     0x2000–2fff  TLB has it …',
    ]);
  });

  it('has of a page far out the address, for its number stands above', async () => {
    const { paging, ...rest } = exampleStatus();
    const processes = paging.processes.map((process) => ({
      ...process,
      table: { ...process.table, pages: process.table.pages.map((page) => page + 33_550_336) },
    }));
    const screen = await shown(120, 40, { ...rest, events: [], paging: { ...paging, processes } });
    await screen.press('e');
    expect(screen.text()).toMatch(/A 33550336 +R/);
    expect(screen.text()).toMatch(/page {5}0x1fff000000/);
  });

  it('keeps two blanks between two cells where no colour does', async () => {
    const { paging, ...rest } = exampleStatus();
    const tlb = {
      ...paging.tlb,
      entries: 4,
      content: [0, 1, 2].map((page) => ({ pid: 'P1', page, frame: page })),
    };
    const status = { ...rest, paging: { ...paging, tlb } };
    for (let columns = 110; columns < 210; columns += 3) {
      const screen = await shown(columns, 44, status, { theme: MONOCHROME });
      await screen.press('e');
      const { x, y } = screen.find('A 1 ');
      for (let line = 2; line < 8; line++) expect(screen.line(y + line).slice(x - 2, x)).toBe('  ');
      screen.close();
    }
  });

  it('says who had a frame before, as long as that is known of the revision shown', async () => {
    const screen = await shown(120, 40, exampleStatus());
    await screen.show(withFormerOwner());
    await screen.press('e');
    const { x, y } = screen.find('0 B 4');
    expect(cellAt(screen, x + 2, y, 28)).toContainEqual(expect.stringMatching(/^(before|earlier) +A page 0/));
    await screen.press('[');
    expect(screen.text()).not.toMatch(/before {3}|earlier /);
  });

  it('draws the whole cell in the colour of its owner, and under the cursor in that', async () => {
    const screen = await shown(120, 40, exampleStatus());
    await screen.press('e');
    const { x, y } = screen.find('editor');
    const own = screen.cell(x, y).background;
    expect(screen.cell(x + 20, y + 4).background).toBe(own);
    await screen.press('g', '4', 'enter');
    expect(screen.cell(x + 20, y + 4).background).not.toBe(own);
  });

  it.each([
    [60, 20, exampleStatus()],
    [120, 40, madeStatus()],
  ])('has at %dx%d cells with the times, where there is no room for all', async (columns, rows, status) => {
    const screen = await shown(columns, rows, status);
    await screen.press('e');
    expect(screen.text()).toMatch(/loaded \d/);
    expect(screen.text()).not.toContain('physical');
  });
});
