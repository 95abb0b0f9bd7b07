import Bar from 'blessed-contrib/lib/widget/charts/bar.js';
import Line from 'blessed-contrib/lib/widget/charts/line.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dashboardOn } from '../testing/dashboard-on.ts';
import { madeStatus } from '../testing/statuses.ts';

afterEach(() => vi.restoreAllMocks());

describe('the charts of blessed-contrib', () => {
  it('are drawn anew when they have news, and only then: they cost more than all the rest', async () => {
    const bars = vi.spyOn(Bar.prototype, 'setData');
    const curves = vi.spyOn(Line.prototype, 'setData');
    const screen = dashboardOn(120, 40);
    await screen.show(madeStatus({ revision: 1 }));
    bars.mockClear();
    curves.mockClear();
    screen.wait(5000);
    await screen.press('right', 'x');
    expect([bars, curves].map((chart) => chart.mock.calls.length)).toEqual([0, 0]);
    // Another revision in which everybody keeps what it had: only the curves go on.
    await screen.show(madeStatus({ revision: 2, references: 1285 }));
    expect([bars, curves].map((chart) => chart.mock.calls.length)).toEqual([0, 1]);
    await screen.show(madeStatus({ revision: 3, seed: 2 }));
    expect([bars, curves].map((chart) => chart.mock.calls.length)).toEqual([1, 2]);
    screen.close();
  });

  it('leave a blank between the last bar and the border, however wide the panel and many the bars', async () => {
    for (const width of [80, 93, 100, 111, 120, 200]) {
      const screen = dashboardOn(width, 30);
      for (const processes of [1, 2, 3, 5, 9]) {
        await screen.show(madeStatus({ processes, revision: processes }));
        const { x, y } = screen.find('2 Usage');
        const right = (screen.lines()[y] ?? '').indexOf('┐', x);
        const inside = screen.lines().slice(y + 1, y + 5);
        expect(inside.map((line) => line[right - 1])).toEqual([' ', ' ', ' ', ' ']);
        expect(inside.map((line) => line[right])).toEqual(['│', '│', '│', '│']);
        // Bars are told from their tracks by colour alone: what they stand on is no blank.
        const looks = [1, 2, 3, 4].map((row) => screen.cell(right - 1, y + row).background);
        expect(new Set(looks).size).toBe(1);
      }
      screen.close();
    }
  });
});
