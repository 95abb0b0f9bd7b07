/** The long form of whole-machine.test.ts. */
import { expect, it } from 'vitest';
import { converse } from './whole-machine.ts';

it('1,000 conversations of up to 60 commands come to what a naive machine comes to', async () => {
  const { done, refused } = await converse(1000);
  console.log(
    `1,000 conversations: ${done} commands done, ${refused} refused, none unlike the naive machine`,
  );
  expect(done).toBeGreaterThan(10_000);
});
