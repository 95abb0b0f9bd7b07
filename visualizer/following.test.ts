/** A process that is followed, and the legend that names it among more than it has room for. */
import { describe, expect, it } from 'vitest';
import { backgroundOf } from './attr.ts';
import { opened, shown, type TestDashboard, withRevisions } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { DARK, MONOCHROME } from './theme.ts';

describe('following a process', () => {
  it('dims the frames of the others and shows its page table', async () => {
    const screen = await withRevisions(1, 120, 40);
    await screen.press('p');
    expect(screen.text()).toMatch(/3 Pages A shell: 13 pages, 3 on disk/);
    const own = screen.find('A  0');
    expect(screen.cell(own.x, own.y).background).toBe(214);
    const other = screen.find('C  0');
    expect(screen.cell(other.x, other.y)).toMatchObject({ foreground: 245, background: 234 });
    await screen.press('escape');
    expect(screen.cell(other.x, other.y).background).toBe(29);
  });
});

describe('the bars while a process is followed', () => {
  it('are dimmed but for its own, and so is the memory above them', async () => {
    const screen = await withRevisions(1, 120, 40);
    const { x, y } = screen.find('2 Usage');
    const memory = (): Set<number | null> =>
      new Set(Array.from({ length: 44 }, (_, column) => screen.cell(x + column, y + 1).background));
    expect(memory().has(backgroundOf(DARK.process(2)))).toBe(true);
    await screen.press('p');
    const [own, nobodys] = [DARK.process(0), DARK.process(-1)].map(backgroundOf);
    expect(memory()).toEqual(new Set([own, nobodys, backgroundOf(DARK.text)]));
    const bottom = screen.lines().findIndex((line, row) => row > y && line.includes('A shell')) - 2;
    const bars = new Set(
      Array.from({ length: 44 }, (_, column) => screen.cell(x + column, bottom)).flatMap(
        ({ foreground, background }) => [foreground, background],
      ),
    );
    expect([own, nobodys, backgroundOf(DARK.process(1))].map((colour) => bars.has(colour ?? 0))).toEqual([
      true,
      true,
      false,
    ]);
    await screen.press('escape');
    expect(memory().has(backgroundOf(DARK.process(2)))).toBe(true);
  });

  it('have it among them, however little it has', async () => {
    const { paging, ...rest } = madeStatus({ totalFrames: 128, processes: 20, run: 1, filled: 0.9 });
    const screen = await shown(120, 40, { ...rest, paging });
    const sizes = paging.processes.map(({ table }) => table.counts.reduce((sum, count) => sum + count, 0));
    const smallest = sizes.indexOf(Math.min(...sizes));
    const { letter = '', pid = '' } = paging.processes[smallest] ?? {};
    const barNames = (): string => {
      const { x, y } = screen.find('2 Usage');
      const end = screen.lines().findIndex((line, row) => row > y && line[x - 3] === '└');
      return screen.line(end - 1).slice(x - 2);
    };
    expect(barNames()).not.toMatch(new RegExp(`(^| )${letter} `));
    for (let times = 0; times <= smallest; times++) screen.dashboard.press('p');
    await screen.drawn();
    expect(screen.text()).toContain(`[${letter}] ${pid}`);
    expect(barNames()).toMatch(new RegExp(`(^| )${letter} `));
    expect(screen.text()).toMatch(/\+14 more/);
    // Scrolled it still is, and not counted among those that are there for their size.
    await screen.press('2', 'e', 'right', 'right', 'right', 'e');
    expect(barNames()).toMatch(new RegExp(`(^| )${letter} `));
    expect(screen.text()).toMatch(/ 4–8 by size /);
  });

  it('are below a strip in which it has a cell at least', async () => {
    const screen = await shown(120, 40, madeStatus({ totalFrames: 512, processes: 20, run: 1, filled: 0.9 }));
    const { x, y } = screen.find('2 Usage');
    const strip = (): string[] => Array.from(screen.line(y + 1).slice(x - 2));
    const letters = Array.from({ length: 20 }, (_, index) => String.fromCharCode(65 + index));
    for (const letter of letters) {
      await screen.press('p');
      const at = strip().indexOf(letter);
      expect([letter, at >= 0]).toEqual([letter, true]);
      const { background } = screen.cell(x - 2 + at, y + 1);
      expect(background).toBe(backgroundOf(DARK.process(letter.charCodeAt(0) - 65)));
    }
  });
});

describe('the legend of more processes than it has room for', () => {
  const crowd = () => {
    const { paging, ...rest } = madeStatus({ totalFrames: 128, processes: 34, run: 1, filled: 0.9 });
    const processes = paging.processes.map((process, index) => ({
      ...process,
      pid: `verylongprocessname${index + 1}`,
    }));
    return { ...rest, paging: { ...paging, processes } };
  };
  const legendOf = (screen: TestDashboard): string =>
    screen.lines().find((line) => /\+\d+ ─/.test(line)) ?? '';

  it('tells long names by their ends', async () => {
    const screen = await shown(80, 24, crowd());
    expect(legendOf(screen)).toMatch(/^└─ A verylo…name1 {2}B verylo…name2 {2}\+\d+ ─/);
  });

  it('begins with the one that is followed, and then that of the cursor', async () => {
    const status = crowd();
    const screen = await shown(80, 24, status);
    const last = status.paging.processes.length;
    for (let times = 0; times < last; times++) screen.dashboard.press('p');
    await screen.drawn();
    expect(legendOf(screen)).toMatch(new RegExp(`^└─ \\[#\\] verylo…ame${last}  A verylo…name1  \\+`));
    const { x, y } = screen.find('[#]');
    expect(screen.cell(x, y).background).toBe(backgroundOf(DARK.process(-1)));
    const other = status.paging.processes[9];
    await screen.press('g', ...String(other?.table.frames[0]), 'enter');
    expect(legendOf(screen)).toMatch(
      new RegExp(`^└─ \\[#\\] verylo…ame${last}  ${other?.letter} verylo…ame10  \\+`),
    );
  });

  it('is that of the bars, alone on the screen', async () => {
    const screen = await shown(80, 24, crowd());
    await screen.press('2', 'e');
    const firstBars = () => /^│ (\S) +(\S) /.exec(screen.line(screen.find('└─').y - 1))?.slice(1);
    const firstNames = () => /^└─ (\S) verylo…\w+ {2}(\S) verylo…\w+ {2}/.exec(legendOf(screen))?.slice(1);
    const largest = firstNames();
    expect(largest).toEqual(firstBars());
    await screen.press('pagedown');
    expect(firstNames()).toEqual(firstBars());
    expect(firstNames()).not.toEqual(largest);
  });

  it('has a second line where the frames leave one blank, and goes on in the border', async () => {
    const screen = await shown(80, 24, crowd());
    await screen.press('e');
    const y = screen.find('└─').y;
    expect(screen.line(y - 1)).toMatch(
      /^│ {2}A verylo…name1 {2}B verylo…name2 {2}C verylo…name3 {2}D verylo…name4 +│$/,
    );
    expect(screen.line(y)).toMatch(/^└─ E verylo…\w+ {2}F .* {2}\+24 ─+┘$/);
  });

  it('is as it was where there is room for all, whoever is followed', async () => {
    const screen = await shown(80, 24, madeStatus());
    await screen.press('p', 'p');
    expect(screen.text()).toContain('└─ A shell  [B] editor  C browser  D game ─');
  });
});

describe('following a process without colours', () => {
  it('sets its frames off in bold', async () => {
    const screen = opened(120, 40, { theme: MONOCHROME });
    await screen.show(madeStatus());
    const [own, other] = [screen.find('A  0'), screen.find('C  0')];
    const bold = (): boolean[] => [own, other].map(({ x, y }) => screen.cell(x, y).bold);
    expect(bold()).toEqual([false, false]);
    await screen.press('p');
    expect(bold()).toEqual([true, false]);
    expect(screen.text()).toContain('─ [A] shell  B editor ');
  });
});
