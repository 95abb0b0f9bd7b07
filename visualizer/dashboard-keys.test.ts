import { describe, expect, it, vi } from 'vitest';
import type { Status } from '../shared/status.ts';
import { exampleStatus, pageRuns } from '../shared/testing/example-status.ts';
import { KEY_TABLE, keyLine } from './keys.ts';
import { opened, shown, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { backgroundOf, DARK, MONOCHROME } from './theme.ts';
import { FIRST_UI } from './view/ui.ts';

async function withRevisions(count: number, columns = 120, rows = 40) {
  const screen = opened(columns, rows);
  await screen.show(
    ...Array.from({ length: count }, (_, i) =>
      madeStatus({ revision: 100 + i, seed: 1 + i, references: 1000 + i, faults: 100 }),
    ),
  );
  screen.wait(1000);
  return screen;
}

describe('keys as they are typed', () => {
  it('reach the dashboard as the key table names them', async () => {
    const screen = await withRevisions(3);
    for (const [typed, command] of [
      ['q', 'quit'],
      ['\u0003', 'interrupt'],
      ['\u001a', 'suspend'],
    ] as const) {
      screen.type(typed);
      await screen.drawn();
      expect(screen.commands.at(-1)).toBe(command);
    }
    for (const [typed, words] of [
      ['?', 'Help: ? or Esc'],
      ['?', '1 Frames'],
      ['[', 'PAUSED −1'],
      ['\u001b[H', 'PAUSED −2'],
      ['L', '● LIVE'],
      [' ', '‖ PAUSED  rev'],
      ['\u001b[F', '● LIVE'],
      ['\u001b[B', '5 Inspector'],
      ['e', '1 Frames'],
      ['\u001b', '2 Usage'],
    ] as const) {
      screen.type(typed);
      await screen.drawn();
      expect(screen.text()).toContain(words);
    }
  });
});

/** Each sign of the panels and each state of the header, and the beginning of what the help says of it. */
const SIGNS = [
  /A 12 RD +process A, page 12, /,
  /a +under half of it in use /,
  /· +a free frame /,
  /4 a cell +each stands for 4 frames /,
  /A 12 +the frame at the cursor /,
  /A 12 +changed in this revision /,
  /!A +the next victim /,
  /▸A +the clock hand /,
  /&A +both at one frame /,
  /\[A\] +the process followed \(p\) /,
  /# +a process beyond A to Z /,
  /V R D +valid, referenced, dirty /,
  /disk +a page not loaded yet /,
  /disk S +one that was swapped out /,
  /LOADED USED +when, in logical time /,
  /– +not since, or not known /,
  /7→2 +page 7 is in frame 2 /,
  /▸1600: +next fit goes on here /,
  /◂ +the one that was taken /,
  /… 5 more +cut short; so many more /,
  /u +curve: frames in use, % /,
  /f +curve: faults in 100 or /,
  /▏ +the left edge of each /,
  /▌ +a very small segment /,
  /╌ ╎ +a hole; a very small one /,
  /◆ +the largest hole /,
  /≈ +a long hole, cut short /,
  /░ +headers and rounding /,
  /› +the last command /,
  /● LIVE +watched; idle or at work /,
  /‖ PAUSED +in the past; −2: two ago /,
  /not kept +too old to come back to /,
  /○ STALE +at work, silent for 10 s /,
  /○ GONE +the tracker has ended /,
  /○ WAITING +there is no file /,
  /× BAD FILE +it cannot be understood /,
  /× UNREADABLE +it cannot be read /,
];

describe('the help', () => {
  for (const [columns, rows] of [
    [80, 24],
    [120, 40],
    [60, 20],
  ] as const) {
    it(`has every row of the key table, whole, at ${columns}x${rows}`, async () => {
      const screen = await withRevisions(1, columns, rows);
      await screen.press('?');
      expect(screen.text()).toContain('Help: ? or Esc closes it');
      // Down to its end, as a person would, where it is longer than the window.
      const seen = new Set<string>();
      for (const line of screen.lines()) seen.add(line);
      while (screen.text().includes('↓ more below')) {
        await screen.press('down');
        for (const line of screen.lines()) seen.add(line);
      }
      for (const { label, help } of KEY_TABLE) {
        if (help === null) continue;
        const row = `${label.padEnd(columns < 80 ? 12 : 8)} ${help} `;
        expect([row, [...seen].some((line) => line.includes(row))]).toEqual([row, true]);
      }
      const all = [...seen].join('\n');
      for (const sign of SIGNS) expect(all).toMatch(sign);
      await screen.press('escape');
      expect(screen.text()).not.toContain('Help:');
    });
  }

  it.each([
    [80, 24],
    [100, 30],
    [120, 40],
    [200, 60],
  ])(
    'has its columns side by side, each in its own order, three blanks between them, at %ix%i',
    async (columns, rows) => {
      const screen = await withRevisions(1, columns, rows);
      await screen.press('?');
      const { x, y } = screen.find('┌─ Help');
      const lines = screen.lines().map((line) => line.slice(x, line.indexOf('│', x + 1)));
      const [first = ''] = lines.slice(y + 1);
      const starts = ['?', 'A 12 RD', 'u  ']
        .map((label) => first.indexOf(label))
        .filter((start) => start >= 0);
      expect(starts).toHaveLength(columns < 120 ? 2 : 3);
      const end = lines.findIndex((line, row) => row > y && line.startsWith('└'));
      for (const line of lines.slice(y + 1, end)) {
        for (const start of starts.slice(1)) expect(line.slice(start - 3, start)).toMatch(/^ *$/);
      }
    },
  );
});

describe('the key line', () => {
  const keysOf = (screen: TestDashboard): string[] => screen.line(23).trim().split(/ {2,}/);

  it('is cut at whole items', async () => {
    const all = keyLine(FIRST_UI, true).flatMap(({ label, short }) => [label, short]);
    for (const columns of [60, 71, 80, 97, 120, 200]) {
      const screen = await withRevisions(1, columns, 24);
      const words = keysOf(screen);
      expect(words).toEqual(all.slice(0, words.length));
      expect(words.length % 2).toBe(0);
      screen.close();
    }
  });

  it('begins with the way back while a past revision is shown', async () => {
    for (const columns of [60, 80, 200]) {
      const screen = await withRevisions(3, columns, 24);
      expect(screen.line(23)).toContain(' Space  pause ');
      expect(screen.line(23)).not.toContain('live');
      await screen.press('[');
      expect(keysOf(screen).slice(0, 2)).toEqual(['L End', 'live']);
      expect(screen.line(23)).toContain(' Space  go on ');
      await screen.press('S-l');
      expect(screen.line(23)).toContain(' Space  pause ');
      screen.close();
    }
  });

  it('says what Enter, e and the arrows do where one is', async () => {
    const screen = await withRevisions(1, 160, 24);
    const now = (): string[] =>
      ['e', '↑↓←→', 'Enter'].map((key) => keysOf(screen)[keysOf(screen).indexOf(key) + 1] ?? '');
    const words = async (...keys: readonly string[]): Promise<string[]> => {
      await screen.press(...keys);
      return now();
    };
    expect(await words('right')).toEqual(['zoom', 'walk', 'inspect']);
    expect(await words('3')).toEqual(['zoom', 'scroll', 'inspect']);
    expect(await words('8')).toEqual(['zoom', 'choose', 'why']);
    expect(await words('enter')).toEqual(['zoom', 'choose', 'close']);
    expect(await words('escape', '7', 'e')).toEqual(['unzoom', 'scroll', 'inspect']);
    await screen.press('5', 'e');
    expect(keysOf(screen)).not.toContain('Enter');
  });

  it('has but the keys that do something before there is a file', async () => {
    const screen = opened(80, 24);
    await screen.observe({ kind: 'missing' });
    expect(keysOf(screen)).toEqual(['?', 'help', 'q', 'quit', 'c', 'colours']);
    await screen.press('8', 'e');
    expect(screen.line(23).trimEnd()).toBe(' there is no memory yet');
    await screen.show(madeStatus());
    expect(screen.text()).toContain('┌─ 1 Frames');
  });
});

describe('a key that does nothing', () => {
  it('says so in the place of the keys, for a moment', async () => {
    const screen = await withRevisions(2, 80, 24);
    const keys = screen.line(23);
    await screen.press('S-l');
    expect(screen.line(23).trimEnd()).toBe(' this is live: nothing is newer');
    expect(screen.cell(1, 23)).toMatchObject({ foreground: 214, background: 234 });
    await screen.press('right');
    expect(screen.line(23)).toBe(keys);
    await screen.press('f');
    expect(screen.line(23).trimEnd()).toBe(' events without hits');
    await vi.waitFor(
      async () => {
        await screen.settle();
        // For the filter stays on, and the keys say so too.
        expect(screen.line(23)).toMatch(/^ f {2}events without hits {2}\? {2}help {2}q {2}quit /);
      },
      { timeout: 4000 },
    );
  });
});

describe('panels', () => {
  it('are zoomed to the whole window and back', async () => {
    const screen = await withRevisions(1, 80, 24);
    for (const [key, title] of [
      ['1', '1 Frames'],
      ['2', '2 Usage'],
      ['3', '3 Pages'],
      ['4', '4 Segments'],
      ['5', '5 Inspector'],
      ['6', '6 Segment space'],
      ['7', '7 Trend'],
      ['8', '8 Events'],
    ] as const) {
      await screen.press(key, 'e');
      expect(screen.line(1)).toContain(`┌─ ${title}`);
      expect(screen.line(22)).toMatch(/^└─.*─┘$/);
      await screen.press('e');
      expect(screen.text()).toContain('1 Frames');
    }
  });

  it('show which one has the focus by the colour of their border', async () => {
    const screen = await withRevisions(1, 120, 40);
    expect(screen.cell(0, 2).foreground).toBe(117);
    await screen.press('tab');
    expect(screen.cell(0, 2).foreground).toBe(240);
    const usage = screen.find('2 Usage');
    expect(screen.cell(usage.x - 3, usage.y).foreground).toBe(117);
  });
});

describe('the cursor', () => {
  it('walks the frames, and inspector and page table follow', async () => {
    const screen = await withRevisions(1, 120, 40);
    await screen.press('left', 'up');
    expect(screen.text()).toMatch(/frame +54, B editor/);
    const { x, y } = screen.find('B  5');
    expect(screen.cell(x, y)).toMatchObject({ foreground: 234, background: 231, bold: true });
    expect(screen.text()).toMatch(/3 Pages B editor/);
    await screen.press('escape');
    expect(screen.text()).toMatch(/frame +63, B editor/);
  });

  it('tells a free frame’s place in the free-frame list', async () => {
    const screen = await withRevisions(1, 120, 40);
    await screen.show(exampleStatus({ session: '00000001' }));
    await screen.press('right', 'right');
    expect(screen.text()).toMatch(/turn +number 2 of 2 free/);
    await screen.press('right');
    expect(screen.text()).toMatch(/turn +next of 2 free/);
  });
});

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

describe('colours', () => {
  it('cycle from dark to light to none and back', async () => {
    const screen = await withRevisions(1);
    const background = (): number | null => screen.cell(2, 5).background;
    const seen = [background()];
    for (let i = 0; i < 3; i++) {
      await screen.press('c');
      seen.push(background());
    }
    expect(seen).toEqual([234, 255, null, 234]);
  });
});
