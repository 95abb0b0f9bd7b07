import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { RATE_WINDOW, type Sample, sampleOf, trendOf } from './trend.ts';

const sample = (revision: number, references: number, faults: number): Sample => ({
  revision,
  session: '5f3a9c1e',
  used: revision,
  total: 100,
  space: 1000,
  segmented: 0,
  references,
  faults,
});

describe('the trend', () => {
  it('takes its numbers from the status', () => {
    expect(sampleOf(exampleStatus())).toEqual({
      revision: 17,
      session: '5f3a9c1e',
      used: 6,
      total: 8,
      space: exampleStatus().segmentation.space,
      segmented: 600,
      references: 5,
      faults: 3,
    });
  });

  it('has no fault rate before the first reference', () => {
    const trend = trendOf([sample(1, 0, 0), sample(2, 0, 0)], 10);
    expect(trend).toEqual({ revisions: [1, 2], utilisation: [1, 2], segments: null, faults: null });
  });

  it('has a curve of the segment space where any of the revisions had a segment', () => {
    const shares = [0, 250, 1000, 0].map((segmented, i) => ({ ...sample(i, 0, 0), segmented }));
    expect(trendOf(shares, 10).segments).toEqual([0, 25, 100, 0]);
    // The last but one is the last that had some.
    expect(trendOf(shares, 2).segments).toEqual([100, 0]);
    expect(trendOf(shares, 1).segments).toBeNull();
  });

  it('counts faults over the last few revisions, not since the beginning', () => {
    const early = Array.from({ length: 20 }, (_, i) => sample(i, i * 10, i * 10));
    const late = Array.from({ length: 20 }, (_, i) => sample(20 + i, 190 + (i + 1) * 10, 190));
    const { faults } = trendOf([...early, ...late], 100);
    expect(faults?.per).toBe(100);
    expect(faults?.rates[19]).toBe(100);
    expect(faults?.rates[19 + RATE_WINDOW]).toBe(0);
    expect(faults?.rates.at(-1)).toBe(0);
  });

  it('has no point where the last few revisions had no reference', () => {
    const before = Array.from({ length: 3 }, (_, i) => sample(i, 0, 0));
    const after = Array.from({ length: RATE_WINDOW + 2 }, (_, i) => sample(4 + i, 15, 6));
    const { faults } = trendOf([...before, sample(3, 15, 6), ...after], 100);
    const some = new Array(RATE_WINDOW).fill(40);
    expect(faults).toEqual({ per: 100, rates: [null, null, null, ...some, null, null, null] });
  });

  it('counts rare faults by more references, so that the curve does not lie on the axis', () => {
    const curve = (faults: number) => trendOf([sample(1, 10_000, faults)], 10).faults;
    expect([0, 1, 100, 101, 1000, 1001].map(curve)).toEqual([
      { per: 100, rates: [0] },
      { per: 10_000, rates: [1] },
      { per: 10_000, rates: [100] },
      { per: 1000, rates: [expect.closeTo(10.1)] },
      { per: 1000, rates: [100] },
      { per: 100, rates: [expect.closeTo(10.01)] },
    ]);
  });

  it('begins anew after the counters were reset', () => {
    const { faults } = trendOf([sample(1, 100, 100), sample(2, 10, 5)], 10);
    expect(faults?.rates).toEqual([100, 50]);
  });

  it('forgets what was before a reset, also when as many references have been counted again', () => {
    const rates = (...samples: Sample[]) => trendOf(samples, 10).faults?.rates;
    expect(rates(sample(1, 5, 5), sample(2, 0, 0), sample(3, 20, 3))).toEqual([100, null, 15]);
    // The reset itself was not seen: there are fewer faults than there were.
    expect(rates(sample(1, 5, 5), sample(4, 20, 3))).toEqual([100, 15]);
  });

  it('shows the latest points only', () => {
    const samples = Array.from({ length: 50 }, (_, i) => sample(i, 0, 0));
    expect(trendOf(samples, 3).revisions).toEqual([47, 48, 49]);
  });
});
