/** The tracker against a naive machine; whole-machine.faults.ts does it 1,000 times. */
import { expect, it } from 'vitest';
import { converse } from './whole-machine.ts';

it('three writers of one file answer and save what a naive machine does, command for command', async () => {
  const { done, refused } = await converse(40);
  expect(done).toBeGreaterThan(refused / 2);
  expect(refused).toBeGreaterThan(100);
});
