/** The long form of vanishing.test.ts: every way, the dashboard on a terminal too, and the longest that it took. */
import { expect, it } from 'vitest';
import { vanishAll, vanishAtRandom } from './vanishing.ts';
import { WAYS } from './ways-to-vanish.ts';

it.each(['dashboard', 'plain'] as const)(
  '%s goes on whatever becomes of the file or its directory',
  async (kind) => {
    const returns = await vanishAll(WAYS, kind);
    const longest = (key: 'saidMs' | 'backMs') =>
      Math.max(...Array.from(returns.values(), (each) => each[key]));
    console.log(
      `${kind}: ${returns.size} ways, said within ${longest('saidMs').toFixed(0)} ms, back within ${longest('backMs').toFixed(0)} ms`,
    );
    expect(returns.size).toBe(WAYS.length);
  },
);

it('it goes on when one thing after another happens, 200 times', async () => {
  const kinds = ['dashboard', 'plain', 'plain', 'plain', 'plain'] as const;
  const backMs = (await Promise.all(kinds.map((kind) => vanishAtRandom(kind, 40)))).flat();
  console.log(`${backMs.length} times, back within ${Math.max(...backMs).toFixed(0)} ms`);
  expect(backMs).toHaveLength(200);
});
