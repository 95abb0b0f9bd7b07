import { describe, expect, it } from 'vitest';
import { shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

describe('the title of a panel', () => {
  it('says whose pages are shown rather than which rows of them, where there is no room for both', async () => {
    const screen = await shown(80, 24, madeStatus({ totalFrames: 900, processes: 5 }));
    await screen.press('p', 'p', 'p', 'p', 'p');
    expect(screen.text()).toMatch(/3 Pages E db ─ 7 Trend/);
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
