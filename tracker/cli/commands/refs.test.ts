import { expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

it('the grid shows which references write', async () => {
  const place = new Place();
  await place.tell(['reserve', 'P1', '11']);
  expect((await place.tell(['refs', 'P1', '7 0w 10 7w'])).stdout).toBe(
    '  7 0w 10 7w\n  F  F  F  .\n4 references: 1 hit, 3 page faults\n',
  );
});
