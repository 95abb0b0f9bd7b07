import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

describe('compare --refs', () => {
  it('draws the grid that students hand in', async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      '7 0 1w 2 0',
      '--policies',
      'fifo',
      '--frames',
      '3',
      '--steps',
    ]);
    expect(stdout).toBe(
      [
        'fifo, 3 frames',
        '',
        '          7  0 1w  2  0',
        'frame 0   7  7  7  2  2',
        'frame 1   ·  0  0  0  0',
        'frame 2   ·  ·  1  1  1',
        'fault     F  F  F  F',
        'victim             7',
        '',
        '4 page faults, 1 hit',
        '',
      ].join('\n'),
    );
  });

  it('marks the bits at which the policy looks, and the hand, and says what the signs are', async () => {
    const steps = ['compare', '--refs', '7 0w 1 2 0', '--frames', '3', '--steps', '--policies'];
    expect((await new Place().tell([...steps, 'clock'])).stdout).toBe(
      [
        'clock, 3 frames',
        '',
        '          7   0w  1   2   0',
        'frame 0  ▸7R ▸7R ▸7R  2R  2R',
        'frame 1   ·   0R  0R ▸0  ▸0R',
        'frame 2   ·   ·   1R  1   1',
        'fault     F   F   F   F',
        'victim                7',
        '',
        'R referenced, ▸ the hand: each after the reference',
        '4 page faults, 1 hit',
        '',
      ].join('\n'),
    );
    expect((await new Place().tell([...steps, 'nru'])).stdout).toContain(
      'R referenced, D dirty: each after the reference',
    );
    expect((await new Place().json(...steps, 'clock')).steps).toContainEqual(
      expect.objectContaining({ page: 2, bits: ['R', '', ''], hand: 1 }),
    );
  });

  it('folds the grid where the terminal is narrower', async () => {
    const args = ['compare', '--refs', '7 0 1 2 0', '--policies', 'fifo', '--frames', '2', '--steps'];
    const folded = [
      'fifo, 2 frames',
      '',
      '         7 0 1',
      'frame 0  7 7 1',
      'frame 1  · 0 0',
      'fault    F F F',
      'victim       7',
      '',
      '         2 0',
      'frame 0  1 0',
      'frame 1  2 2',
      'fault    F F',
      'victim   0 1',
      '',
      '5 page faults,',
      '0 hits',
      '',
    ].join('\n');
    expect((await new Place().tell(args, '', 15)).stdout).toBe(folded);
    const whole = (await new Place().tell(args)).stdout;
    expect((await new Place().tell(args, '', 80)).stdout).toBe(whole);
    expect((await new Place().tell(args, '', 0)).stdout).toBe(whole);
  });

  it('answers the grid with the fields of every comparison, and its steps', async () => {
    const options = ['--policies', 'random', '--frames', '2', '--steps'];
    const answer = await new Place().json('compare', '--refs', '1 2 1w', ...options);
    const result = { policy: 'random', frames: 2, faults: 2, hits: 1 };
    expect(answer).toMatchObject({
      ...result,
      references: 3,
      distinctPages: 2,
      policies: [{ policy: 'random', seed: 1 }],
      results: [result],
    });
    expect(answer.steps).toHaveLength(3);
  });

  it('draws no grid that nobody could read', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, Array.from({ length: 50_001 }, (_, page) => `${page}\n`).join(''));
    for (const [refs, frames] of [
      ['1 2 3', '4194304'],
      [`@${path}`, '2'],
    ] as const) {
      const args = ['compare', '--refs', refs, '--policies', 'fifo', '--frames', frames, '--steps'];
      const { code, stderr } = await place.tell(args);
      expect(code).toBe(64);
      expect(stderr).toMatch(
        /^tracker: --steps: found .* in .* frames, expected a grid of 100000 cells at most/,
      );
    }
  });

  it('draws a long grid, of one frame', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, '1 2\n'.repeat(50_000));
    const args = ['compare', '--refs', `@${path}`, '--policies', 'fifo', '--frames', '1', '--steps'];
    expect((await place.tell(args)).stdout).toContain('\n100000 page faults, 0 hits\n');
  });
});
