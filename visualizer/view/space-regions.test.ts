import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { closeUpScale, regionsOf, wholeScale } from './space-regions.ts';

const { segmentation } = exampleStatus();
const regions = regionsOf(segmentation);

describe('the segment space', () => {
  it('is covered by its regions without a gap, by address', () => {
    expect(regions.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['segment', 1000, 1100],
      ['segment', 1100, 1300],
      ['hole', 1300, 1700],
      ['segment', 1700, 2000],
      ['hole', 2000, 66_536],
    ]);
  });

  it('marks one hole as the largest', () => {
    expect(regions.filter(({ largest }) => largest).map(({ from }) => from)).toEqual([2000]);
  });

  it('calls what is neither segment nor hole overhead', () => {
    const withHeaders = regionsOf({
      ...segmentation,
      segments: [{ id: 0, base: 1008, limit: 100, grows: 'up', name: null }],
      holes: [{ base: 1112, size: 65_424 }],
    });
    expect(withHeaders.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['overhead', 1000, 1008],
      ['segment', 1008, 1108],
      ['overhead', 1108, 1112],
      ['hole', 1112, 66_536],
    ]);
  });

  it('is drawn to scale', () => {
    const [code, , , , rest] = wholeScale(regions, 65.536);
    expect(code?.right).toBeCloseTo(0.1);
    expect(rest?.right).toBeCloseTo(65.536);
  });

  it('has a close-up in which only a hole larger than all the rest is cut', () => {
    const spans = closeUpScale(regions, 78);
    expect(spans?.map(({ cut }) => cut)).toEqual([false, false, false, false, true]);
    const widths = spans?.map(({ left, right }) => right - left) ?? [];
    // To one scale among themselves: 100, 200, 400 and 300 bytes.
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(2);
    expect((widths[2] ?? 0) / (widths[3] ?? 1)).toBeCloseTo(4 / 3);
    expect(spans?.at(-1)?.right).toBeCloseTo(78);
  });

  it('has a close-up with room for the number of even the smallest segment', () => {
    const limits = [20, 4000, 10];
    const segments = limits.map((limit, id) => ({
      ...{ id, base: 1000 + 5000 * id, limit, grows: 'up' as const, name: null },
    }));
    const spans = closeUpScale(
      regionsOf({ ...segmentation, segments, holes: [{ base: 11_010, size: 55_526 }] }),
      56,
    );
    const widths = spans?.filter(({ region }) => region.segment).map(({ left, right }) => right - left);
    expect(Math.min(...(widths ?? []))).toBeCloseTo(2);
    expect(spans?.at(-1)?.right).toBeCloseTo(56);
  });

  it('cuts both long holes of a stack at the far end', () => {
    const far = regionsOf({
      ...segmentation,
      segments: [
        { id: 0, base: 1000, limit: 100, grows: 'up', name: null },
        { id: 1, base: 33_000, limit: 100, grows: 'up', name: null },
        { id: 2, base: 66_536, limit: 100, grows: 'down', name: null },
      ],
      holes: [
        { base: 1100, size: 31_900 },
        { base: 33_100, size: 33_336 },
      ],
    });
    expect(closeUpScale(far, 100)?.filter(({ cut }) => cut)).toHaveLength(2);
  });

  it('has no close-up where the whole shows as much', () => {
    expect(
      closeUpScale(regionsOf({ ...segmentation, segments: [], holes: [{ base: 1000, size: 65_536 }] }), 78),
    ).toBeNull();
    const half = regionsOf({
      ...segmentation,
      segments: [{ id: 0, base: 1000, limit: 40_000, grows: 'up', name: null }],
      holes: [{ base: 41_000, size: 25_536 }],
    });
    expect(closeUpScale(half, 78)).toBeNull();
  });
});
