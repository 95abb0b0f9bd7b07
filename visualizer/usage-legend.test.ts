/** The usage panel alone on the screen: each process is named once, below its bar or in the legend. */
import { describe, expect, it } from 'vitest';
import { shown, type TestDashboard } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

/** The lower border of the panel, and what stands below the bars. */
async function belowTheBars(screen: TestDashboard): Promise<{ names: string; legend: string }> {
  await screen.press('2', 'e');
  const { y } = screen.find('└─');
  return { names: screen.line(y - 1), legend: screen.line(y) };
}

const crowd = (count: number, nameOf: (index: number) => string) => {
  const { paging, ...rest } = madeStatus({ totalFrames: 256, processes: count, run: 1, filled: 0.95 });
  const processes = paging.processes.map((process, index) => ({ ...process, pid: nameOf(index) }));
  return { ...rest, paging: { ...paging, processes } };
};

describe('the legend of the usage alone on the screen', () => {
  it.each([
    [60, 20],
    [120, 40],
  ])('is none where each process is named below its bar, at %dx%d', async (columns, rows) => {
    const { names, legend } = await belowTheBars(await shown(columns, rows, madeStatus()));
    expect(names).toMatch(/A shell +B editor +C browser +D game/);
    expect(legend).toMatch(/^└─+┘$/);
  });

  it('names those that have no bar, and no other', async () => {
    const screen = await shown(
      120,
      40,
      crowd(22, (index) => `P${index + 1}`),
    );
    const { names, legend } = await belowTheBars(screen);
    const named = (line: string) => line.match(/P\d+/g) ?? [];
    expect(screen.text()).toContain('+6 more');
    expect(named(names)).toHaveLength(16);
    expect(named(legend)).toHaveLength(6);
    expect(new Set([...named(names), ...named(legend)]).size).toBe(22);
    await screen.press('down', 'down');
    const { y } = screen.find('└─');
    expect(new Set([...named(screen.line(y - 1)), ...named(screen.line(y))]).size).toBe(22);
  });

  it('names those whose name is cut below the bar', async () => {
    const screen = await shown(
      80,
      24,
      crowd(5, (index) => (index === 1 ? 'a-name-of-many-letters' : `P${index}`)),
    );
    const { names, legend } = await belowTheBars(screen);
    expect(names).toMatch(/A P0 +B a-name…\S+ +C P2/);
    expect(legend).toMatch(/^└─ B a-name-of-many-letters ─+┘$/);
  });

  it('has the process that is followed in brackets', async () => {
    const screen = await shown(80, 24, madeStatus());
    await screen.press('p', 'p');
    expect((await belowTheBars(screen)).legend).toMatch(/^└─ \[B\] editor ─+┘$/);
  });
});
