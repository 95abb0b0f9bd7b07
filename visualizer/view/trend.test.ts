import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { RATE_WINDOW, type Sample, sampleOf, trendOf } from './trend.ts';

const sample = (revision: number, references: number, faults: number): Sample => ({
  revision,
  session: '5f3a9c1e',
  used: revision,
  total: 100,
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
      references: 5,
      faults: 3,
    });
  });

  it('has no fault rate before the first reference', () => {
    const trend = trendOf([sample(1, 0, 0), sample(2, 0, 0)], 10);
    expect(trend).toEqual({ revisions: [1, 2], utilisation: [1, 2], faultRate: null });
  });

  it('counts faults over the last few revisions, not since the beginning', () => {
    const early = Array.from({ length: 20 }, (_, i) => sample(i, i * 10, i * 10));
    const late = Array.from({ length: 20 }, (_, i) => sample(20 + i, 190 + (i + 1) * 10, 190));
    const { faultRate } = trendOf([...early, ...late], 100);
    expect(faultRate?.[19]).toBe(100);
    expect(faultRate?.[19 + RATE_WINDOW]).toBe(0);
    expect(faultRate?.at(-1)).toBe(0);
  });

  it('begins anew after the counters were reset', () => {
    const { faultRate } = trendOf([sample(1, 100, 100), sample(2, 10, 5)], 10);
    expect(faultRate).toEqual([100, 50]);
  });

  it('shows the latest points only', () => {
    const samples = Array.from({ length: 50 }, (_, i) => sample(i, 0, 0));
    expect(trendOf(samples, 3).revisions).toEqual([47, 48, 49]);
  });
});
