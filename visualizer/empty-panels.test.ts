import { expect, it } from 'vitest';
import { opened } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

const EMPTY = { ...madeStatus({ processes: 0, segments: [] }), events: [] };
const PAGES_ONLY = madeStatus({ segments: [] });
const SEGMENTS_ONLY = madeStatus({ processes: 0 });
/** As a panel that is too narrow would cut them. */
const CUT = /(No (frame|process|segments)|Nothing has|None lately)[^.│\n]*│/;

it.each([20, 24, 30, 40, 60])(
  'what a panel says where it has nothing is whole in %d lines of any width',
  async (rows) => {
    for (let columns = 60; columns <= 200; columns += columns < 90 ? 1 : 10) {
      const screen = opened(columns, rows);
      await screen.show(EMPTY);
      for (const key of ['3', '4', '8', 'f']) {
        await screen.press(key);
        expect(CUT.exec(screen.text())?.[0] ?? '').toBe('');
      }
      screen.close();
    }
  },
);

it('a table in which nothing stands is behind the inspector, until something does', async () => {
  const screen = opened(80, 24);
  await screen.show(PAGES_ONLY);
  expect(screen.text()).toContain('┌─ 5 Inspector ─ 4 Segments ─');
  expect(screen.text()).not.toContain('No segments.');
  await screen.press('4');
  expect(screen.text()).toContain('No segments.');
  await screen.press('3');
  await screen.show(madeStatus({ revision: 2 }));
  expect(screen.text()).toContain('┌─ 4 Segments ─ 5 Inspector ─');
  await screen.show(SEGMENTS_ONLY);
  await screen.press('1');
  expect(screen.text()).not.toContain('No process has any pages.');
  await screen.press('3');
  expect(screen.text()).toContain('No process has any pages.');
  screen.close();
});

it('of two empty tables each keeps its place', async () => {
  const screen = opened(80, 24);
  await screen.show(EMPTY);
  expect(screen.text()).toContain('No process has any pages.');
  expect(screen.text()).toContain('No segments.');
  screen.close();
});

it('a segment space without segments is a strip and its addresses, whatever room there is', async () => {
  const screen = opened(200, 60);
  await screen.show(PAGES_ONLY);
  const { y } = screen.find('Segment space');
  expect(screen.line(y + 1)).toContain('largest');
  expect(screen.line(y + 2)).toMatch(/│ 1000 +66536 │$/);
  expect(screen.line(y + 3)).toMatch(/^└/);
  screen.close();
});
