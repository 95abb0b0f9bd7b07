import { describe, expect, it } from 'vitest';
import { beladyAnomaly } from './belady.ts';
import { compareReferences } from './compare.ts';
import { parseReferenceString } from './reference-string.ts';

function measured(...faults: number[]) {
  return faults.map((each, i) => ({ frames: i + 1, faults: each }));
}

describe("Belady's anomaly", () => {
  it('is found in his string: under FIFO 4 frames fault more than 3', async () => {
    const string = parseReferenceString('1 2 3 4 1 2 5 1 2 3 4 5');
    if (!string.ok) throw new Error(string.message);
    const { results } = await compareReferences(string, ['fifo'], [1, 2, 3, 4, 5]);
    expect(beladyAnomaly('fifo', results)).toMatchObject({
      fewer: { frames: 3, faults: 9 },
      more: { frames: 4, faults: 10 },
    });
  });

  it('is not there where faults only fall or stay', () => {
    expect(beladyAnomaly('fifo', measured(9, 7, 7, 3))).toBeNull();
  });

  it('is named by the smallest pair: fewest frames first, then the fewest more', () => {
    expect(beladyAnomaly('fifo', measured(9, 5, 4, 6, 8))).toMatchObject({
      fewer: { frames: 2 },
      more: { frames: 4 },
    });
  });

  it('may lie between frame counts that are not neighbours', () => {
    expect(beladyAnomaly('clock', measured(9, 5, 5, 4, 6))).toMatchObject({
      fewer: { frames: 2 },
      more: { frames: 5 },
    });
  });

  it('is told with how often more frames made it worse, one measurement to the next', () => {
    expect(beladyAnomaly('fifo', measured(9, 5, 4, 6, 8, 3, 4))).toMatchObject({ rises: 3, steps: 6 });
    expect(beladyAnomaly('clock', measured(9, 5, 5, 4, 6))).toMatchObject({ rises: 1, steps: 4 });
  });

  it('does not depend on the order of measurement', () => {
    expect(beladyAnomaly('fifo', measured(9, 5, 6).toReversed())).toMatchObject({ fewer: { frames: 2 } });
  });

  it('is not looked for under random, where chance would pass for it', () => {
    expect(beladyAnomaly('random', measured(9, 5, 6))).toBeNull();
  });

  it('needs two measurements', () => {
    expect(beladyAnomaly('fifo', measured(9))).toBeNull();
    expect(beladyAnomaly('fifo', [])).toBeNull();
  });
});
