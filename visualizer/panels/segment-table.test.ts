import { expect, it } from 'vitest';
import type { SegmentStatus } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { shown } from '../testing/shown.ts';
import { madeStatus } from '../testing/statuses.ts';

const named = (id: number, name: string): SegmentStatus => ({
  ...{ id, base: 1000 + 1000 * id, limit: 500, grows: 'up', name },
});

it.each([
  [60, 20],
  [80, 24],
  [100, 30],
  [120, 40],
])('a long name is cut, and leaves the others theirs, at %dx%d', async (columns, rows) => {
  const segments = [named(0, 'a-name-of-thirty-two-characters-'), named(1, 'data')];
  const screen = await shown(columns, rows, madeStatus({ segments }));
  expect(screen.text()).toMatch(/ ID NAME +BASE LIMIT/);
  expect(screen.text()).toMatch(/ 0 {2}a-na\S*… +1000 +500/);
  expect(screen.text()).toMatch(/ 1 {2}data +2000 +500/);
});

it('the holes below it need no blank line, and say how many have no room', async () => {
  const segments = [0, 2, 4].map((id) => named(id, 'data'));
  const screen = await shown(80, 24, madeStatus({ segments }));
  const { x, y } = screen.find('Holes');
  expect(
    [-1, 0, 1].map((below) =>
      screen
        .line(y + below)
        .slice(x, x + 30)
        .trim(),
    ),
  ).toEqual([expect.stringMatching(/^4 {2}data/), 'Holes by address, first fit', '1500: 1.5 KiB  … 2 more']);
});

it.each([60, 80, 200])('the heading of the holes is no part of itself, in %d columns', async (columns) => {
  const { segmentation } = exampleStatus();
  const screen = await shown(columns, 30, exampleStatus({ segmentation: { ...segmentation, fit: 'next' } }));
  const { x, y } = screen.find('Holes');
  expect(screen.line(y).slice(x)).toMatch(/^Holes( by address(, next fit( from ▸)?)?)? *│/);
});
