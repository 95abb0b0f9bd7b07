import { describe, expect, it } from 'vitest';
import type { Status } from '../shared/status.ts';
import { opened, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

const HALF = [{ id: 0, base: 1000, limit: 32 * 1024, grows: 'up', name: null }] as const;
const ALL = [{ id: 0, base: 1000, limit: 64 * 1024, grows: 'up', name: null }] as const;

/** What stands between the borders of the trend, and of what is below it. */
function panelLines(screen: TestDashboard): string[] {
  const { x, y } = screen.find('7 Trend');
  return screen
    .lines()
    .slice(y + 1)
    .map((line) => line.slice(x - 2).split('│')[0] ?? '');
}

describe('the curve of the faults', () => {
  it('begins with the first reference, and ends where there are no more of them', async () => {
    const screen = opened(120, 40);
    const counts = [0, 0, 10, 20, 30, ...new Array(20).fill(40)];
    await screen.show(
      ...counts.map((references, i) => madeStatus({ revision: 10 + i, references, faults: references / 2 })),
    );
    const { x, y } = screen.find('7 Trend');
    const rows = Array.from({ length: 6 }, (_, row) => y + 1 + row);
    const columnsOf = (colour: number): number[] =>
      Array.from({ length: 50 }, (_, i) => x + 4 + i).filter((column) =>
        rows.some((row) => screen.cell(column, row).foreground === colour),
      );
    // There is one use for each of the 25 revisions; of the faults none for the first two and for the last ten.
    const [use, faults] = [columnsOf(117), columnsOf(214)];
    expect((faults[0] ?? 0) - (use[0] ?? 0)).toBeGreaterThanOrEqual(2);
    expect((use.at(-1) ?? 0) - (faults.at(-1) ?? 0)).toBeGreaterThanOrEqual(10);
    expect(screen.text()).toMatch(/u in use % {2}s segments % {2}f faults\/100 /);
  });

  it('counts by more references where faults are rare, and says so in every width', async () => {
    for (const [columns, words] of [
      [60, /u % {2}s % {2}f \/10,000 /],
      [80, /u used % {2}s seg % {2}f \/10,000 /],
      [200, /u in use % {2}s segments % {2}f faults per 10,000 references, of 8 revisions /],
    ] as const) {
      const screen = opened(columns, 24);
      await screen.show(madeStatus({ references: 100_000, faults: 150 }));
      await screen.press('7');
      if (columns === 200) await screen.press('e');
      expect(screen.text()).toMatch(words);
      screen.close();
    }
  });

  it('leaves a blank between its legend and the border, in every width', async () => {
    for (let columns = 60; columns < 200; columns += 1) {
      const screen = opened(columns, 24);
      await screen.show(madeStatus({ references: 100_000, faults: 150 }));
      await screen.press('7');
      expect(screen.text()).toMatch(/ u (in use|used)?( ?%)? {2}s (segments|seg)?( ?%)? {2}f [^│]* │/);
      screen.close();
    }
  });
});

it.each([
  [80, 24],
  [100, 30],
  [120, 40],
  [200, 60],
  [90, 60],
])(
  'the values beside the curve stand at equal distances, and zero at the axis, in %ix%i',
  async (columns, rows) => {
    const screen = opened(columns, rows);
    await screen.show(madeStatus());
    for (const keys of ['7', 'e']) {
      await screen.press(keys);
      const lines = screen.lines();
      const found = lines.flatMap((line, row) => {
        const value = /│ *(\d+) [⡇⠓]/.exec(line)?.[1];
        return value === undefined ? [] : [[Number(value), row] as const];
      });
      expect(found.map(([value]) => value)).toEqual(found.length > 3 ? [100, 75, 50, 25, 0] : [100, 50, 0]);
      const distances = found.slice(1).map(([, row], index) => row - (found[index]?.[1] ?? 0));
      expect(Math.max(...distances) - Math.min(...distances)).toBeLessThanOrEqual(1);
      expect(lines[found.at(-1)?.[1] ?? 0]).toContain('⠓⠒⠒');
    }
  },
);

it('draws a curve of the segment space while any of the revisions shown had a segment', async () => {
  const screen = opened(120, 40);
  await screen.show(madeStatus({ segments: [] }));
  expect(screen.text()).not.toContain('s segments %');
  expect(screen.text()).toMatch(/7 Trend \d+% used · \d/);
  // Half of the 64 KiB.
  await screen.show(madeStatus({ revision: 2, segments: HALF }));
  expect(screen.text()).toContain('s segments %');
  expect(screen.text()).toMatch(/7 Trend \d+% used · segments 50% · \d/);
  const { x, y } = screen.find('7 Trend');
  const ends = panelLines(screen);
  const half = ends.findIndex((line) => line.startsWith(' 50'));
  const row = ends.findIndex((line) => /[⠁-⣿]s /.test(line));
  expect(Math.abs(row - half)).toBeLessThanOrEqual(1);
  const letter = { column: x - 2 + (ends[row] ?? '').indexOf('s '), row: y + 1 + row };
  expect(screen.cell(letter.column, letter.row).foreground).toBe(252);
  screen.close();
});

it.each([
  [80, 24],
  [80, 36],
  [100, 30],
  [120, 40],
  [120, 41],
  [200, 60],
])('no curve ends above a value that it is below, in %dx%d', async (columns, rows) => {
  for (const percent of [20, 40, 45, 48, 50, 60]) {
    const screen = opened(columns, rows);
    const limit = Math.round((64 * 1024 * percent) / 100);
    const segments = [{ id: 0, base: 1000, limit, grows: 'up', name: null }] as const;
    await screen.show(madeStatus({ revision: 1, segments }), madeStatus({ revision: 2, segments }));
    await screen.press('7');
    const chart = panelLines(screen);
    const curve = chart.findIndex((line) => /[⠁-⣿][uf]*s/.test(line));
    const fifty = chart.findIndex((line) => line.startsWith(' 50'));
    expect([percent, percent <= 50 ? curve >= fifty : curve <= fifty]).toEqual([percent, true]);
    expect(Math.min(curve, fifty)).toBeGreaterThanOrEqual(0);
    screen.close();
  }
});

describe('the letters at the ends of the curves', () => {
  it.each([
    [60, 20, 3],
    [80, 24, 3],
    [120, 40, 3],
    [120, 40, 200],
    [200, 60, 400],
  ] as const)(
    'are all there where the curves end in one place, at %dx%d, after %d revisions',
    async (columns, rows, count) => {
      const screen = opened(columns, rows);
      const full = (i: number) =>
        madeStatus({
          ...{ revision: i, filled: 1.1, processes: 1, run: 64, segments: ALL },
          ...{ references: 10 * i, faults: 10 * i },
        });
      await screen.show(...Array.from({ length: count }, (_, i) => full(i + 1)));
      // In the smallest window there is room for curves only where they are alone.
      await screen.press('7', ...(rows === 20 ? ['e'] : []));
      const { y } = screen.find('7 Trend');
      const panel = panelLines(screen);
      const row = panel.findIndex((line) => line.includes('u'));
      expect(panel[row]).toMatch(/^ *100.*usf *$/);
      const letters = screen.find('usf');
      const colours = [0, 1, 2].map((i) => screen.cell(letters.x + i, letters.y).foreground);
      expect([letters.y, colours]).toEqual([y + 1 + row, [117, 252, 214]]);
    },
  );
});

it.each([60, 80, 100, 120, 144, 200])(
  'the letter of a curve stands beside its last point, and a blank before the border, in %i columns',
  async (columns) => {
    const screen = opened(columns, 40);
    const unseen: Status[] = [];
    let seen = 0;
    let [references, faults] = [0, 0];
    for (let revision = 1; revision <= 260; revision++) {
      references += 10;
      // Bursts of faults, so that the last point is often far from the one before it.
      faults += revision % 13 < 4 ? 10 : 0;
      const status = madeStatus({ revision, references, faults, segments: HALF });
      unseen.push(status);
      if (revision < 20 || revision % 7 > 0) continue;
      await screen.show(...unseen.splice(0));
      if (seen === 0) await screen.press('7');
      for (const chart of panelLines(screen)) {
        if (!chart.includes('⡇')) break;
        expect(chart).not.toMatch(/[⠁-⣿usf]$/);
        for (const [letters = ''] of chart.matchAll(/[usf]+/g)) {
          expect(chart).toMatch(new RegExp(`[⠁-⣿]${letters}`));
          seen += letters.length;
        }
      }
    }
    expect(seen).toBeGreaterThan(60);
    screen.close();
  },
);
