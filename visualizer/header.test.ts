import { expect, it } from 'vitest';
import { shown } from './testing/shown.ts';
import { madeStatus } from './testing/statuses.ts';

it('a command of usual length is whole in a second line of any width, whatever counters have to go', async () => {
  const command = 'access web --page 1 --write';
  for (let columns = 60; columns <= 200; columns += 4) {
    const screen = await shown(columns, 30, { ...madeStatus(), command });
    expect(screen.line(1)).toContain(`› ${command}`);
    screen.close();
  }
});
