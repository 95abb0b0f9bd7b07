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

/** `>` before the page at which the hand points, its bits behind it. */
function marked(text: string, policy: Parameters<typeof stepsOf>[1], frames: number): string[] {
  const string = parseReferenceString(text);
  if (!string.ok) throw new Error(string.message);
  return stepsOf(string, policy, frames).map(({ frames, bits, hand }) =>
    frames.map((page, frame) => `${hand === frame ? '>' : ''}${page ?? '·'}${bits?.[frame] ?? ''}`).join(' '),
  );
}

it('has the R bits and the hand of a clock after each reference', () => {
  expect(marked('7 0w 1 2 0 3', 'clock', 3)).toEqual([
    '>7R · ·',
    '>7R 0R ·',
    '>7R 0R 1R',
    '2R >0 1',
    '2R >0R 1',
    '>2R 0 3R',
  ]);
});

it('has R and D where the policy looks at both', () => {
  expect(marked('7 0w 1 2', 'enhanced-clock', 3).at(-1)).toBe('2R >0D 1');
  expect(marked('0w 7 1', 'nru', 2).at(-1)).toBe('0RD 1R');
});

it('sees that nru has cleared R', () => {
  const string = parseReferenceString('0w 7');
  if (!string.ok) throw new Error(string.message);
  const steps = stepsOf(string, 'nru', 2, { period: 2 });
  expect(steps.map(({ bits }) => bits)).toEqual([
    ['RD', null],
    ['D', ''],
  ]);
});

it('has neither for a policy that looks at none', () => {
  const string = parseReferenceString('0w 7');
  if (!string.ok) throw new Error(string.message);
  expect(stepsOf(string, 'lru', 2)[1]).toMatchObject({ bits: null, hand: null });
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
