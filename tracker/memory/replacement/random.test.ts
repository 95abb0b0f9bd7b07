import { expect, it } from 'vitest';
import { run } from './testing/run.ts';

const FRAMES_DRAWN = [1, 0, 1, 2, 2, 0];

it('draws the frames that mulberry32 draws', () => {
  const { answers } = run('random', 3, '0 1 2 3 4 5 6 7 8', { seed: 1 });
  expect(answers.slice(3).map(({ victim }) => victim?.frame)).toEqual(FRAMES_DRAWN);
});

it('has the seed 1 if nobody chooses one', () => {
  const { answers, paging } = run('random', 3, '0 1 2 3 4 5 6 7 8');
  expect(answers.slice(3).map(({ victim }) => victim?.frame)).toEqual(FRAMES_DRAWN);
  expect(paging.snapshot().replacement).toMatchObject({ seed: 1, randomState: 2399460287 });
});

it('draws otherwise from another seed', () => {
  const { answers } = run('random', 3, '0 1 2 3 4 5 6 7 8', { seed: 2 ** 32 - 1 });
  expect(answers.slice(3).map(({ victim }) => victim?.frame)).toEqual([2, 0, 2, 2, 2, 1]);
});

it('names no victim beforehand, and no runner-up', () => {
  const { answers, paging } = run('random', 2, '0 1 2');
  expect(paging.snapshot().nextVictim).toBeNull();
  expect(answers.at(-1)?.explanation).toMatchObject({
    runnerUp: null,
    because: 'chosen by chance (mulberry32)',
  });
});
