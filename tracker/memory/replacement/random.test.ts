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

it('names the others that could have gone after the victim, by frame, each with the same chance', () => {
  const { answers } = run('random', 3, '0 1 2 3 4 5 6 7 8', { seed: 1 });
  const candidates = answers[3]?.explanation?.candidates.map(({ page, frame, number }) => [
    page,
    frame,
    number,
  ]);
  expect(candidates).toEqual([
    [1, 1, 'drawn 1 of 0 to 2'],
    [0, 0, '1 in 3'],
    [2, 2, '1 in 3'],
  ]);
  expect(answers[3]?.explanation?.sentence).toBe(
    'evicted P page 1 from frame 1: drawn 1 of 0 to 2, chosen by chance (mulberry32)',
  );
});

it('names no more of them than it is asked for', () => {
  const { paging } = run('random', 9, '0 1 2 3 4 5 6 7 8');
  const answer = paging.access('P', 9, 0, false, 4);
  expect(answer.ok && answer.explanation?.candidates).toHaveLength(4);
});
