/** The long form of vanishing.test.ts: the dashboard on a terminal, and the longest that it took. */
import { expect, it } from 'vitest';
import { vanishAll, WAYS } from './vanishing.ts';

it('the dashboard goes on whatever becomes of the file or its directory', async () => {
  const returns = await vanishAll(WAYS, 'dashboard');
  const longest = (key: 'saidMs' | 'backMs') =>
    Math.max(...Array.from(returns.values(), (each) => each[key]));
  console.log(
    `${returns.size} ways: said within ${longest('saidMs').toFixed(0)} ms, back within ${longest('backMs').toFixed(0)} ms`,
  );
  expect(returns.size).toBe(WAYS.length);
});
