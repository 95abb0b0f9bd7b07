/** Where the page table begins: at the inspected page, until it is scrolled. */
import { describe, expect, it } from 'vitest';
import { DISK, type Status } from '../shared/status.ts';
import { exampleStatus, frameRuns, pageRuns, timedRuns } from '../shared/testing/example-status.ts';
import { shown, type TestDashboard } from './testing/shown.ts';

/** Of 3,000 pages as many are in frames, each in the frame of its number, and the last of them was touched last. */
function video(resident: number, revision = 17): Status {
  const { paging } = exampleStatus();
  const table = pageRuns([0, 0, resident, 0], [resident, DISK, 3000 - resident, 0]);
  return exampleStatus({
    revision,
    paging: {
      ...paging,
      totalFrames: 4096,
      freeList: frameRuns([resident, 4096 - resident]),
      processes: [{ pid: 'video', letter: 'A', table, waste: [] }],
      nextVictim: null,
      time: 3000,
      loads: timedRuns([0, resident, 1]),
      uses: timedRuns(),
      tlb: { ...paging.tlb, content: [] },
    },
  });
}

/** The line of the first row shown. */
const firstRow = (screen: TestDashboard): string => {
  const heading = screen.lines().findIndex((line) => line.includes('PAGE FRAME'));
  return screen.line(heading + 1).slice(1, 12);
};

/** The looks of the cell that names a page, which is on the screen. */
function pageCell(screen: TestDashboard, page: number) {
  const { x, y } = screen.find(`${page}  ${page} `);
  return screen.cell(x, y);
}

const rowsIn = (screen: TestDashboard): string | undefined => /rows ([\d,]+–[\d,]+)/.exec(screen.text())?.[1];

describe('the page table', () => {
  it.each([
    [120, 40],
    [80, 24],
    [60, 20],
  ])('is where it was when it gets the focus, at %dx%d', async (columns, rows) => {
    const screen = await shown(columns, rows, video(2000));
    const before = firstRow(screen);
    expect(pageCell(screen, 1999)).toMatchObject({ background: 231 });
    await screen.press('3');
    expect(firstRow(screen)).toBe(before);
    expect(pageCell(screen, 1999)).toMatchObject({ background: 231 });
  });

  it('shows the inspected page alone on the screen too, and the one that g leads to', async () => {
    const screen = await shown(120, 40, video(2000));
    await screen.press('3', 'e');
    expect(rowsIn(screen)).toBe('1,915–2,084');
    expect(pageCell(screen, 1999)).toMatchObject({ background: 231 });
    await screen.press('e', ...'gvideo 1500', 'enter', '3');
    expect(pageCell(screen, 1500)).toMatchObject({ background: 231 });
  });

  it('shows the page that was touched in each revision', async () => {
    const screen = await shown(120, 40, video(1200, 17));
    await screen.show(video(2000, 18));
    await screen.press('3');
    expect(pageCell(screen, 1999)).toMatchObject({ background: 231 });
    await screen.press('[');
    expect(pageCell(screen, 1199)).toMatchObject({ background: 231 });
  });

  it('begins to scroll from where it is, by as many rows as it shows', async () => {
    const screen = await shown(120, 40, video(2000));
    await screen.press('3', 'e', 'pagedown');
    expect(rowsIn(screen)).toBe('2,085–2,254');
    await screen.press('up');
    expect(rowsIn(screen)).toBe('2,084–2,253');
    await screen.press('pageup', 'pageup');
    expect(rowsIn(screen)).toBe('1,744–1,913');
  });

  it('stays where it was scrolled to, in any revision and size, until it loses the focus', async () => {
    const screen = await shown(120, 40, video(1200, 17));
    await screen.show(video(2000, 18));
    await screen.press('3', 'e', 'pageup');
    expect(rowsIn(screen)).toBe('1,745–1,914');
    await screen.press('[');
    expect(rowsIn(screen)).toBe('1,745–1,914');
    await screen.press('e');
    expect(firstRow(screen)).toBe(' 1744  disk');
    await screen.press('S-l');
    expect(firstRow(screen)).toBe(' 1744  1744');
    await screen.press('tab', 'S-tab');
    expect(pageCell(screen, 1999)).toMatchObject({ background: 231 });
  });

  it('says at either end that it goes no further', async () => {
    const screen = await shown(120, 40, video(3000));
    await screen.press('3', 'e', 'pagedown');
    expect(rowsIn(screen)).toBe('2,831–3,000');
    expect(screen.line(39).trimEnd()).toBe(' no further that way');
  });
});
