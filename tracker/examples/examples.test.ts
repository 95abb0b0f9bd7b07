/** What the README runs, runs; and the worked exercises hold, each as its own autograder. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const exercises = readdirSync(folder).filter((name) => /^exercise-.*\.txt$/.test(name));

describe('the examples', () => {
  it('hold at least three exercises on virtual memory and two on segmentation', async () => {
    expect(exercises.length).toBeGreaterThanOrEqual(5);
  });

  it.each(exercises)('%s: every expectation holds', async (name) => {
    const { code, stdout } = new Place().run(['run', `${folder}${name}`, '--fresh', '--keep-going']);
    expect(stdout).toMatch(/^([1-9]\d+) passed, 0 failed$/m);
    expect(code).toBe(0);
  });

  it('the tour runs through, refusals explained on the way', async () => {
    const place = new Place();
    const { code, stdout, stderr } = place.run(['run', `${folder}tour.txt`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const reason of [
      'frames asked for',
      'the segment table is full',
      'external fragmentation',
      'segmentation fault',
    ]) {
      expect(stdout).toMatch(new RegExp(`^refused, as expected: .*${reason}`, 'm'));
    }
    expect(await place.json('show')).toMatchObject({
      usedFrames: 0,
      processes: [],
      segments: [],
      holes: [[1000, 65536]],
    });
  });
});
