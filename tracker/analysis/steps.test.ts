import { expect, it } from 'vitest';
import { parseReferenceString } from './reference-string.ts';
import { stepsOf } from './steps.ts';

function grid(text: string, policy: Parameters<typeof stepsOf>[1], frames: number): string[] {
  const string = parseReferenceString(text);
  if (!string.ok) throw new Error(string.message);
  const steps = stepsOf(string, policy, frames);
  const rows = Array.from({ length: frames }, (_, frame) =>
    steps.map((step) => step.frames[frame] ?? '·').join(' '),
  );
  return [
    steps.map(({ page }) => page).join(' '),
    ...rows,
    steps.map(({ fault }) => (fault ? 'F' : ' ')).join(' '),
    steps.map(({ victim }) => victim ?? ' ').join(' '),
  ];
}

it('draws the grid of Silberschatz 10e figure 10.12, FIFO in 3 frames', () => {
  expect(grid('7 0 1 2 0 3 0 4 2 3 0 3 2 1 2 0 1 7 0 1', 'fifo', 3)).toEqual([
    '7 0 1 2 0 3 0 4 2 3 0 3 2 1 2 0 1 7 0 1',
    '7 7 7 2 2 2 2 4 4 4 0 0 0 0 0 0 0 7 7 7',
    '· 0 0 0 0 3 3 3 2 2 2 2 2 1 1 1 1 1 0 0',
    '· · 1 1 1 1 0 0 0 3 3 3 3 3 2 2 2 2 2 1',
    'F F F F   F F F F F F     F F     F F F',
    '      7   0 1 2 3 0 4     2 3     0 1 2',
  ]);
});

it('gives OPT the future', () => {
  expect(grid('1 2 3 1 2', 'opt', 2)).toEqual([
    '1 2 3 1 2',
    '1 1 1 1 1',
    '· 2 3 3 2',
    'F F F   F',
    '    2   3',
  ]);
});

it('marks writes, and says in which frame the page is', () => {
  const string = parseReferenceString('5 6w 5');
  if (!string.ok) throw new Error(string.message);
  expect(stepsOf(string, 'lru', 2).map(({ write, frame }) => [write, frame])).toEqual([
    [false, 0],
    [true, 1],
    [false, 0],
  ]);
});
