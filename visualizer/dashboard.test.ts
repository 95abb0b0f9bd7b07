/** Each panel: what it shows, character by character, and in which colours. */
import { describe, expect, it } from 'vitest';
import { DIRTY, REFERENCED } from '../shared/status.ts';
import { exampleStatus, pageRuns, timedRuns } from '../shared/testing/example-status.ts';
import { opened, shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { expectWholeBoxes } from './testing/whole-boxes.ts';
import { DARK, LIGHT, MONOCHROME } from './theme.ts';

/** The palette and the background of the dark theme. */
const [ORANGE, SKY] = [214, 117];
const [PANEL, BLACK, WHITE, TRACK] = [234, 16, 231, 236];

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

    it('draws blessed-contrib bars in the colours of the processes, with letter and count', async () => {
      const screen = await shown(columns, rows, madeStatus());
      // Below the number the letter, above it the bar in its track.
      const { x, y } = screen.find('10 16%');
      expect(screen.line(y).slice(x)).toMatch(/^10 16% +11 17% +8 13% +21 33%/);
      expect(screen.cell(x, y + 1)).toMatchObject({ character: 'A', background: ORANGE });
      const names = screen.line(y + 1).slice(x);
      expect(names).toMatch(columns > 80 ? /^A shell +B editor +C browser +D game/ : /^A +B +C +D /);
      expect(screen.cell(x + 1, y - 1)).toMatchObject({ foreground: ORANGE, background: TRACK });
      const editor = screen.line(y).indexOf('11 17%');
      expect(screen.cell(editor + 1, y - 1).foreground).toBe(SKY);
      expect(screen.cell(x + 1, y - 3)).toMatchObject({ character: ' ', background: TRACK });
      // The whole memory in one line: first A's share.
      const title = screen.find('2 Usage');
      expect(screen.cell(title.x - 1, title.y + 1)).toMatchObject({ character: 'A', background: ORANGE });
      expect(screen.text()).toContain('50 of 64 used');
      // The colour that contrib was given is nowhere left.
      for (let y = 0; y < rows; y++) {
        for (let column = 0; column < columns; column++)
          expect(screen.cell(column, y).background).not.toBe(57);
      }
    });

    it('draws shares apart from each other without colours too', async () => {
      const screen = await shown(columns, rows, madeStatus(), { theme: MONOCHROME });
      const { x, y } = screen.find('10 16%');
      const bars = ['10 16%', '11 17%', '8 13%', '21 33%'].map((number) => {
        const column = screen.line(y).indexOf(number, x);
        return [1, 2, 3, 4].map((up) => screen.line(y - up)[column]).join('');
      });
      for (const bar of bars) expect(bar).toMatch(/^[ABCD]*[▁▂▃▄▅▆▇]·+$/);
      expect(new Set(bars).size).toBe(4);
    });

    it('shows the page table of the process whose frame was touched last', async () => {
      const screen = await shown(columns, rows, exampleStatus());
      expect(screen.text()).toMatch(/3 Pages B editor/);
      expect(screen.text()).toContain('PAGE  FRAME  V R D');
      // 0 was resident before, 3 never was; both are on disk, as the border says.
      expect(screen.text()).toMatch(/ 0 disk S {2}0 0 0/);
      expect(screen.text()).toMatch(/ 3 {3}disk {2}0 0 0/);
      const { x, y } = screen.find('2      4  1 1 1');
      expect(screen.cell(x, y)).toMatchObject({ foreground: PANEL, background: WHITE });
    });

    it('shows the segment table and the space to scale, with holes and the largest', async () => {
      const screen = await shown(columns, rows, madeStatus());
      expect(screen.text()).toMatch(/3 +stack +66536 +6000 +down/);
      expect(screen.text()).toMatch(/largest 24\.0 KiB ÷ free 32\.8 KiB = 27%/);
      expect(screen.text()).toMatch(/╌ 24\.0 KiB largest ╌/);
      const { x, y } = screen.find('0 code');
      expect(screen.cell(x, y)).toMatchObject({ foreground: BLACK, background: ORANGE });
      // A thin edge keeps neighbours apart.
      const edge = screen.line(y).indexOf('▏1');
      expect(screen.cell(edge, y)).toMatchObject({ character: '▏', foreground: PANEL, background: SKY });
      // To scale: 9,000 of 65,536 bytes.
      const width = screen.line(y).indexOf('▏', x) - (x - 1);
      expect(width / (columns - 4)).toBeCloseTo(9000 / 65_536, 1);
    });

    it('shows small segments close up with their numbers, and says where that is all it shows', async () => {
      const screen = await shown(columns, rows, exampleStatus());
      const title = screen.lines().findIndex((line) => line.includes('6 Segment space'));
      const strips = screen.lines().slice(title + 1);
      const closeUp = strips.find((line) => line.includes('≈')) ?? '';
      expect(closeUp).toMatch(/▏0(?: code)? .*▏1 .*400 B.*▏2.*≈.* 63\.0 KiB ≈/);
      const toScale = strips.some((line) => /╌ 63\.0 KiB largest ╌/.test(line));
      expect(screen.line(title).includes('≈ not to scale')).toBe(!toScale);
    });

    it('has room for the five segments of an ordinary segment table', async () => {
      const segments = Array.from({ length: 5 }, (_, id) => ({
        id,
        base: 1000 + id * 100,
        limit: 100,
        grows: 'up' as const,
        name: `part${id}`,
      }));
      const screen = await shown(columns, rows, madeStatus({ segments }));
      for (const { name, base } of segments) {
        expect(screen.lines().some((line) => line.includes(`${name}  ${base}   100`))).toBe(true);
        expect(screen.text()).toMatch(new RegExp(`▏(\\d )?${name}`));
      }
      // All but 500 of 65,536 bytes are one hole, which is cut short for it.
      expect(screen.text()).toMatch(/≈ .*63\.5 KiB.* ≈|≈ ◆ ≈/);
    });

    it('says how many segments there is no room for', async () => {
      const segments = Array.from({ length: 40 }, (_, id) => ({
        id,
        base: 1000 + id * 100,
        limit: 100,
        grows: 'up' as const,
        name: null,
      }));
      const status = madeStatus({ segments });
      const screen = await shown(columns, rows, {
        ...status,
        segmentation: { ...status.segmentation, maxSegments: 40 },
      });
      expect(screen.text()).toMatch(/… 3\d more/);
    });

    it('shows the events, the newest last and set off', async () => {
      const screen = await shown(columns, rows, exampleStatus());
      await screen.press('8');
      const { x, y } = screen.find('17 evict');
      expect(screen.line(y)).toContain('P2 page 0 left frame 4');
      expect(screen.cell(x, y)).toMatchObject({ foreground: 214, bold: true });
      expect(screen.find('16 fault').y).toBe(y - 1);
    });

    it('draws utilisation and faults over the revisions seen as lines', async () => {
      const screen = opened(columns, rows);
      const statuses = Array.from({ length: 30 }, (_, i) =>
        madeStatus({ revision: 100 + i, filled: i / 30, references: 100 + 10 * i, faults: 50 + i }),
      );
      await screen.show(...statuses);
      await screen.press('7');
      expect(screen.text()).toMatch(/7 Trend/);
      expect(screen.text()).toMatch(/rev 100–129 +u (in use|used) % +s seg(ments)? % +f /);
      expect(screen.text()).toMatch(/[\u2801-\u28ff]{3}/);
      const dots = new Set<number | null>();
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) {
          const cell = screen.cell(x, y);
          if (/[\u2801-\u28ff]/.test(cell.character)) dots.add(cell.foreground);
        }
      }
      expect(dots).toContain(117);
      expect(dots).toContain(214);
    });

    it('shows the inspected frame', async () => {
      const screen = await shown(columns, rows, exampleStatus());
      await screen.press('5');
      expect(screen.text()).toMatch(/5 Inspector/);
      expect(screen.text()).toMatch(/frame +4, B editor/);
      expect(screen.text()).toMatch(/page +2, 0x2000–2fff/);
      expect(screen.text()).toMatch(/bits +V 1 {2}R 1 {2}D 1/);
      expect(screen.text()).toMatch(/loaded +at 12, just now/);
    });

    it('inspects a frame as long as there is room: machinery, and what happened to it lately', async () => {
      const screen = await shown(columns, rows, exampleStatus());
      await screen.press('5', 'e');
      expect(screen.text()).toMatch(/policy +lru/);
      expect(screen.text()).toMatch(/free list +7 6/);
      expect(screen.text()).toMatch(/lately +rev 17 evict: P2 page 0 left frame 4: loaded first/);
    });

    it('sets the background of every cell', async () => {
      const screen = await shown(columns, rows, madeStatus());
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) expect(screen.cell(x, y).background).not.toBeNull();
      }
    });

    it('has no colour at all under NO_COLOR, and still says everything', async () => {
      const screen = await shown(columns, rows, madeStatus(), { theme: MONOCHROME });
      await screen.press('right');
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) {
          const { foreground, background } = screen.cell(x, y);
          expect([foreground, background]).toEqual([null, null]);
        }
      }
      expect(screen.takeWritten()).not.toMatch(/\u001b\[([0-9;]*;)?([34][0-7]|[34]8;5;\d+)(;[0-9;]*)?m/);
      const cursor = screen.find('B 10');
      expect(screen.cell(cursor.x, cursor.y).inverse).toBe(true);
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

  it('caps the bars and says how many processes more there are', async () => {
    const screen = await shown(80, 24, madeStatus({ totalFrames: 4096, processes: 9, run: 40 }));
    expect(screen.text()).toContain('+5 more');
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
