import { expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

it('freed pages are said to come from where they were', async () => {
  const place = new Place();
  const { stdout } = await place.tell([], 'reserve P1 2\nalloc P1 1\nfree P1 0x0-0x1\nfree P1\n');
  expect(stdout).toContain('P1: 2 pages freed: pages 0-1 from disk\nP1: 1 page freed: page 2 from frame 0\n');
});

it('a range with the larger number first is refused by the name of the argument', async () => {
  const place = new Place();
  expect((await place.tell(['free', 'P6', '3-0'])).stderr).toBe(
    "tracker: PAGES: found '3-0', expected the smaller number first\n",
  );
  expect((await place.tell(['compare', '--refs', '1', '--frames', '3-1'])).stderr).toBe(
    "tracker: --frames: found '3-1', expected the smaller number first\n",
  );
});

it('pages of several runs say once that they are pages', async () => {
  const { stdout } = await new Place().tell([], 'alloc P1 6\nfree P1 2\nreserve P1 1\nfree P1\n');
  expect(stdout).toContain('P1: 6 pages freed: 0-1 from frames 0-1, 3-5 from frames 3-5, page 6 from disk\n');
});
