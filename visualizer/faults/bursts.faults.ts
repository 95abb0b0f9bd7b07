/** The long form of bursts.test.ts: 200 bursts each for the dashboard and for `--plain`, at four files at once. */
import { expect, it } from 'vitest';
import { type Burst, burstsAt } from './bursts.ts';

const FILES = 4;
const EACH = 40;

const BURSTS: readonly Burst[] = Array.from({ length: EACH }, (_, k): Burst[] => [
  { hertz: 1, changes: 2 },
  { hertz: 10, changes: 5 + (k % 7) },
  { hertz: 100, changes: 20 + k },
  { hertz: 1000, changes: 100 + 10 * k },
  { gapMs: (k * 70) / (EACH - 1) },
]).flat();

it.each(['dashboard', 'plain'] as const)('%s shows the last change of each of 200 bursts', async (kind) => {
  const shares = Array.from({ length: FILES }, (_, file) => BURSTS.filter((_, k) => k % FILES === file));
  const shown = (await Promise.all(shares.map((share) => burstsAt(kind, share)))).flat();
  shown.sort((a, b) => a - b);
  const [median, last] = [shown[shown.length >> 1], shown.at(-1)];
  console.log(
    `${kind}: ${shown.length} bursts, median ${median?.toFixed(0)} ms, longest ${last?.toFixed(0)} ms`,
  );
  expect(shown).toHaveLength(200);
});
