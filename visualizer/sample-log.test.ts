/** The samples of a history, which outlive the files that they come from. */
import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { filled } from './testing/filled-history.ts';

describe('the history', () => {
  it('gives the same samples until there are others, so that a chart knows that it need not be drawn', () => {
    const history = filled(10);
    const samples = history.samplesTo(9);
    expect(history.samplesTo(9)).toBe(samples);
    expect(history.samplesTo(8)).toHaveLength(9);
    history.add(exampleStatus({ revision: 99 }), new Uint8Array(10), 99);
    expect(history.samplesTo(10)).toHaveLength(11);
  });

  it('drops old samples too, in the end', () => {
    const history = filled(9000, 2000);
    expect(history.samplesTo(history.newest)).toHaveLength(2048);
    expect(history.samplesTo(100)).toEqual([]);
    expect(history.samplesTo(history.newest).at(-1)?.revision).toBe(9016);
    expect(history.samplesTo(history.newest - 10).at(-1)?.revision).toBe(9006);
  });
});
