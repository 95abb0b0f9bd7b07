import { expect, it } from 'vitest';
import { opened } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

const EMPTY = { ...madeStatus({ processes: 0, segments: [] }), events: [] };
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
