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
});
