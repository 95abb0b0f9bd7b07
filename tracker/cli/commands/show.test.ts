/** What `show` shows, in which order. */
import { expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

it('the effective access time stands alone, or below the part that was asked for', async () => {
  const place = new Place();
  await place.tell([], 'init --total-frames 2\nalloc P1 1\naccess P1 0\n');
  const told = async (line: string) => (await place.tell(line.split(' '))).stdout;
  const alone = await told('show --eat');
  expect(alone).toMatch(/^EAT/);
  expect(await told('show frames --eat')).toBe(`${await told('show frames')}\n${alone}`);
});
