/** Changes that come in bursts: the last of each is shown, soon. */
import { expect, it } from 'vitest';
import { burstsAt } from './bursts.ts';

it('shows the last change of bursts at 10 to 1000 Hz and of pairs 0 to 70 ms apart', async () => {
  const pairs = Array.from({ length: 8 }, (_, k) => ({ gapMs: 10 * k }));
  const shown = await Promise.all([
    burstsAt('plain', pairs),
    burstsAt('plain', [
      { hertz: 1000, changes: 200 },
      { hertz: 100, changes: 40 },
      { hertz: 1000, changes: 200 },
      { hertz: 10, changes: 5 },
    ]),
    burstsAt('dashboard', [{ gapMs: 20 }, { hertz: 1000, changes: 100 }, { gapMs: 45 }]),
  ]);
  expect(shown.flat()).toHaveLength(15);
});
