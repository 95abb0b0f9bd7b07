/**
 * The panels at the two usual sizes: what they show, character by character, and in which colours. Those of which there
 * is more to say, the frame map and the usage, have files of their own.
 */
import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { BLACK, ORANGE, PANEL, SKY, WHITE } from './testing/dark-colours.ts';
import { opened, shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';
import { MONOCHROME } from './theme.ts';

for (const [columns, rows] of [
  [80, 24],
  [120, 40],
] as const) {
  describe(`the dashboard at ${columns}x${rows}`, () => {
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
