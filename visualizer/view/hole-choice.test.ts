import { describe, expect, it } from 'vitest';
import { holeChoice } from './hole-choice.ts';

const hole = (base: number, size: number) => ({ base, size });

describe('among which holes a segment was placed', () => {
  const before = [hole(1000, 100), hole(2000, 500), hole(4000, 300)];

  it('is told with each one’s size: taken, large enough, too small', () => {
    // 300 bytes from the high end, as a segment that grows down takes them.
    const choice = holeChoice(before, [hole(1000, 100), hole(2000, 200), hole(4000, 300)]);
    expect(choice?.wanted).toBe(300);
    expect(choice?.holes.map(({ base, fate }) => [base, fate])).toEqual([
      [1000, 'too small'],
      [2000, 'taken'],
      [4000, 'large enough'],
    ]);
  });

  it('is told of a hole that was used up, or cut in its middle', () => {
    expect(holeChoice(before, [hole(1000, 100), hole(2000, 500)])?.holes[2]?.fate).toBe('taken');
    const middle = [hole(1000, 100), hole(2000, 50), hole(2250, 250), hole(4000, 300)];
    expect(holeChoice(before, middle)).toMatchObject({ wanted: 200, holes: [{}, { fate: 'taken' }, {}] });
  });

  it('is not told where a list was not seen, or where more than that happened', () => {
    expect(holeChoice(null, before)).toBeNull();
    expect(holeChoice(before, null)).toBeNull();
    expect(holeChoice(before, before)).toBeNull();
    expect(holeChoice(before, [hole(2000, 400), hole(4000, 200)])).toBeNull();
  });
});
