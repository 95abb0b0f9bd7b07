import { describe, expect, it } from 'vitest';
import { DIRTY, REFERENCED } from '../../shared/status.ts';
import { exampleStatus, pageRuns, timedRuns } from '../../shared/testing/example-status.ts';
import { BLACK, ORANGE, PANEL, SKY } from '../testing/dark-colours.ts';
import { shown } from '../testing/shown.ts';
import { madeStatus } from '../testing/statuses.ts';
import { expectWholeBoxes } from '../testing/whole-boxes.ts';
import { DARK, LIGHT, MONOCHROME } from '../theme.ts';

for (const [columns, rows] of [
  [80, 24],
  [120, 40],
] as const) {
  describe(`the dashboard at ${columns}x${rows}`, () => {
    it('shows the frames in the colour and with the letter of their process', async () => {
      const screen = await shown(columns, rows, exampleStatus());
      const { x, y } = screen.find('A 0');
      expect(screen.cell(x, y)).toMatchObject({ character: 'A', foreground: BLACK, background: ORANGE });
      const editor = screen.find('B 2');
      expect(screen.cell(editor.x, editor.y)).toMatchObject({ foreground: BLACK, background: SKY });
      // R and D, where there is room.
      expect(screen.line(editor.y)).toMatch(/B 2 +RD/);
      const free = screen.find('·');
      expect(screen.cell(free.x, free.y).background).not.toBe(ORANGE);
      expectWholeBoxes(screen);
    });
  });
}

describe('cells with room', () => {
  it('say whose page it is, and when it was loaded and used since', async () => {
    const screen = await shown(180, 50, exampleStatus());
    const { x, y } = screen.find('A 2');
    const below = (line: number): string =>
      screen
        .line(y + line)
        .slice(x, x + 12)
        .trim();
    expect([1, 2, 3].map(below)).toEqual(['P1', 'loaded 8', 'used 10']);
    const unused = screen.find('A 1');
    expect(screen.line(unused.y + 2).slice(unused.x, unused.x + 8)).toBe('loaded 7');
    expect(screen.line(unused.y + 3).slice(unused.x, unused.x + 8)).toBe('        ');
  });

  it.each([
    [998, ['loaded 998', 'loaded 999']],
    [999, []],
  ])('all say when they were loaded, or none, the first at %d', async (first, said) => {
    const paging = {
      ...exampleStatus().paging,
      loads: timedRuns([0, 1, first], [1, 1, first + 1]),
      uses: timedRuns(),
    };
    const screen = await shown(80, 24, exampleStatus({ paging }));
    expect(screen.text().match(/loaded \d+/g) ?? []).toEqual(said);
  });

  it('have the time of use in the place of one of loading for which there is no room', async () => {
    const paging = {
      ...exampleStatus().paging,
      loads: timedRuns([0, 1, 1000]),
      uses: timedRuns([0, 1, 2000]),
    };
    const screen = await shown(80, 24, exampleStatus({ paging }));
    const { x, y } = screen.find('A 0');
    expect(screen.line(y + 2).slice(x, x + 10)).toBe('used 2000 ');
  });
});

describe('a page number that is too long for its cell', () => {
  it('is shown by its end, with a blank before it', async () => {
    const made = madeStatus({ totalFrames: 32, processes: 1, filled: 1.1, run: 64 });
    const [process] = made.paging.processes;
    if (!process) throw new Error('no process was made');
    const pages = Float64Array.of(16_410, 33_550_336);
    const table = { ...process.table, pages, frames: Int32Array.of(0, 31), counts: Int32Array.of(31, 1) };
    const processes = [
      { ...process, table: { ...table, bits: new Uint8Array(2), uses: new Float64Array(2) } },
    ];
    const screen = await shown(80, 24, { ...made, paging: { ...made.paging, processes } });
    expect(screen.text()).toContain('│28 A   16438 A   16439 A   16440 A …550336');
    await screen.press('e');
    expect(screen.text()).toMatch(/A +16440 +A 33550336 /);
  });
});

describe('more frames than cells', () => {
  it('says how many a cell stands for, and dims what is less than half full', async () => {
    const screen = await shown(120, 40, madeStatus({ totalFrames: 1_048_576, processes: 9, run: 3000 }));
    expect(screen.text()).toMatch(/1 Frames [\d,]+ a cell ─+ lower case: under half used/);
    let sparse = 0;
    let full = 0;
    for (let y = 3; y < 12; y++) {
      for (let x = 10; x < 70; x++) {
        const { character, background } = screen.cell(x, y);
        if (/[a-i]/.test(character) && background === PANEL) sparse++;
        if (/[A-I]/.test(character) && background !== PANEL) full++;
      }
    }
    expect(sparse).toBeGreaterThan(5);
    expect(full).toBeGreaterThan(100);
  });
});

describe('the next victim and the clock hand', () => {
  it('are marked in the map and named above it', async () => {
    const status = madeStatus({ totalFrames: 64, filled: 1.1 });
    const screen = await shown(120, 40, { ...status, paging: { ...status.paging, nextVictim: 9 } });
    const [, letter, page] =
      /▸ hand 21 {2}! next victim: frame 9, ([A-D]) page (\d+)/.exec(screen.text()) ?? [];
    expect(screen.text()).toMatch(new RegExp(`│ 8 [A-D] [^A-D]+!${letter} +${page} `));
    expect(screen.text()).toMatch(/│16 ([A-D] [^A-D▸]+){5}▸[A-D] /);
  });

  it('have one sign where they are at one frame', async () => {
    const status = madeStatus({ totalFrames: 64, filled: 1.1 });
    const screen = await shown(120, 40, { ...status, paging: { ...status.paging, nextVictim: 21 } });
    const title = /& hand 21, next victim: frame 21, ([A-D]) page (\d+)/;
    const [, letter, page] = title.exec(screen.text()) ?? [];
    expect(screen.text()).toMatch(new RegExp(`16 ([A-D] [^A-D]+){5}&${letter} +${page} `));
    expect(screen.text()).not.toMatch(/[▸!]/);
  });

  it('touch nothing of the frame before theirs, of which nothing is left out for it', async () => {
    for (const totalFrames of [8, 64]) {
      const { paging, ...rest } = madeStatus({ totalFrames, processes: 1, filled: 1.1, run: totalFrames });
      const [process] = paging.processes;
      if (!process) throw new Error('no process');
      const table = pageRuns([totalFrames === 8 ? 0 : 10, 0, totalFrames, REFERENCED | DIRTY]);
      const replacement = { ...paging.replacement, hand: 1 };
      const status = {
        ...rest,
        paging: { ...paging, processes: [{ ...process, table }], replacement, nextVictim: 3 },
      };
      for (const [columns, rows] of [
        [80, 24],
        [100, 30],
        [120, 40],
        [200, 60],
      ] as const) {
        const screen = await shown(columns, rows, status, { theme: MONOCHROME });
        const map = screen.lines().map((line) => line.slice(0, line.indexOf('│', 1)));
        const row = map.find((line) => /▸A.*!A/.test(line)) ?? '';
        for (const mark of ['▸', '!']) expect(row).toContain(` ${mark}A`);
        const marked = row.match(/A *\d+ *(RD)?/g) ?? [];
        expect(new Set(marked.map((cell) => cell.includes('RD'))).size).toBe(1);
        expect(marked.map((cell) => /\d+/.exec(cell)?.[0])).toEqual(
          marked.map((_, index) => `${index + (totalFrames === 8 ? 0 : 10)}`),
        );
        screen.close();
      }
    }
  });

  for (const theme of [DARK, LIGHT, MONOCHROME]) {
    it(`are one block with the letter of their frame, and with nothing else: ${theme.name}`, async () => {
      const status = madeStatus({ totalFrames: 64, filled: 1.1 });
      const paging = { ...status.paging, nextVictim: 9 };
      for (const [columns, rows] of [
        [60, 20],
        [80, 24],
        [120, 40],
      ] as const) {
        const screen = await shown(columns, rows, { ...status, paging }, { theme });
        const row = screen.lines().findIndex((line) => line.startsWith('│') && line.includes('!'));
        const x = screen.line(row).indexOf('!');
        const looks = [-1, 0, 1, 2].map((step) => {
          const { character, ...look } = screen.cell(x + step, row);
          return JSON.stringify(look);
        });
        expect(looks[1]).toBe(looks[2]);
        expect(looks[0]).not.toBe(looks[1]);
        expect(looks[3]).not.toBe(looks[1]);
      }
    });
  }

  for (const run of [40, 4096]) {
    it(`are named above it where a cell stands for many frames, runs of up to ${run}`, async () => {
      const status = madeStatus({ totalFrames: 4096, run, filled: run > 40 ? 1.1 : 0.7 });
      const victim = status.paging.processes[0]?.table.frames[0] ?? 0;
      for (const [columns, rows] of [
        [60, 20],
        [80, 24],
        [120, 40],
        [200, 60],
      ] as const) {
        const screen = await shown(columns, rows, {
          ...status,
          paging: { ...status.paging, nextVictim: victim },
        });
        const title = screen.lines().find((line) => line.includes('1 Frames'));
        expect(title).toMatch(columns >= 80 ? / a cell ─.* ! next victim/ : / a cell ─.* ! \d+ ─/);
        // In full runs there is no lower case to be explained.
        if (run === 4096) expect(title).not.toContain('lower case');
        screen.close();
      }
    });
  }
});
