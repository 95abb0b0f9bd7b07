import { describe, expect, it } from 'vitest';
import { shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

describe('the title of a panel', () => {
  it('says whose pages are shown rather than which rows of them, where there is no room for both', async () => {
    const screen = await shown(80, 24, madeStatus({ totalFrames: 900, processes: 5 }));
    await screen.press('p', 'p', 'p', 'p', 'p');
    expect(screen.text()).toMatch(/3 Pages E db ─ 8 Events/);
  });

  it('says whose pages are shown by the letter at least, where the titles stand side by side', async () => {
    const screen = await shown(60, 20, madeStatus());
    await screen.press('p', 'p', '3');
    expect(screen.text()).toMatch(/┌─ 3 Pages B 8 Events 7 Trend ─*┐/);
    await screen.press('p');
    expect(screen.text()).toMatch(/┌─ 3 Pages C 8 Events 7 Trend ─*┐/);
  });

  it('names a process without a letter of its own, shorter where there is less room', async () => {
    const { paging, ...rest } = madeStatus({ totalFrames: 128, processes: 30, run: 1, filled: 0.9 });
    const processes = paging.processes.map((process, index) => {
      return { ...process, pid: `process-with-a-long-name-${index + 1}` };
    });
    const titleAt = async (columns: number, rows: number): Promise<string | undefined> => {
      const screen = await shown(columns, rows, { ...rest, paging: { ...paging, processes } });
      for (let times = 0; times < processes.length; times++) screen.dashboard.press('p');
      await screen.drawn();
      return /3 Pages .*?(?= ─ 8 | ─+ rows | ─*┐)/.exec(screen.text())?.[0];
    };
    const last = processes.length;
    expect(await titleAt(120, 40)).toMatch(new RegExp(`^3 Pages # process-with-a-long-name-${last}`));
    expect(await titleAt(80, 24)).toBe(`3 Pages proce…e-${last}`);
    expect(await titleAt(74, 24)).toBe(`3 Pages pro…${last}`);
  });

  it('names as many of those that share its place as there is room for, rather than none', async () => {
    const screen = await shown(100, 30, madeStatus());
    await screen.press('5');
    expect(screen.text()).toMatch(/┌─ 5 Inspector 8 Events 7 ─*┐/);
  });

  it.each([60, 66, 72, 80, 90, 100, 120])(
    'in a window of %d columns calls the rows it shows rows, so that nobody takes them for panels',
    async (columns) => {
      const screen = await shown(columns, 22, madeStatus({ totalFrames: 900, processes: 2 }));
      const titles = screen.lines().filter((line) => /┌─ 3 Pages/.test(line));
      for (const focus of ['3', '4']) {
        await screen.press(focus);
        titles.push(...screen.lines().filter((line) => /┌─ 3 Pages/.test(line)));
      }
      expect(titles).toHaveLength(3);
      expect(titles.join('\n')).not.toMatch(/(?<!rows [\d,]*)(?<![\d,])[\d,]+–/);
    },
  );
});
