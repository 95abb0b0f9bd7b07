/** Why the memory is as it is; what is said of it at a divergence is in expectation.test.ts. */
import { expect, it, vi } from 'vitest';
import { FreshSession } from '../fresh-session.ts';
import { parseWords } from './parse.ts';
import { Reasons } from './reasons.ts';

it('the holes have the sentence of the last command that changed them, and none is listed for it', async () => {
  const session = new FreshSession();
  const reasons = new Reasons();
  const perform = (line: string) => {
    const invocation = parseWords(line.split(' '));
    const { command, args } = invocation;
    if (command.kind !== 'memory') return expect.fail(line);
    return session.change(reasons.watched(invocation, command.prepare(args)));
  };
  await perform('segment alloc 100');
  const { memory } = await perform('segment alloc 50');
  const holes = vi.spyOn(memory.segments, 'holes');
  await perform('alloc P1 2');
  await perform('segment free 9');
  expect(reasons.of('holes')).toMatch(/^segment 1: 50 bytes at 1100 by first fit/);
  expect(reasons.of('free')).toMatch(/^P1: 2 pages allocated/);
  expect(holes).not.toHaveBeenCalled();
});
