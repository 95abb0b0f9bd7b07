import { describe, expect, it } from 'vitest';
import { ORANGE, SKY, TRACK } from '../testing/dark-colours.ts';
import { shown } from '../testing/shown.ts';
import { madeStatus } from '../testing/statuses.ts';
import { MONOCHROME } from '../theme.ts';

for (const [columns, rows] of [
  [80, 24],
  [120, 40],
] as const) {
  describe(`the dashboard at ${columns}x${rows}`, () => {
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
  });
}

describe('more frames than cells', () => {
  it('caps the bars and says how many processes more there are', async () => {
    const screen = await shown(80, 24, madeStatus({ totalFrames: 4096, processes: 9, run: 40 }));
    expect(screen.text()).toContain('+5 more');
  });
});
