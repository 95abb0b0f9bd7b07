import { describe, expect, it } from 'vitest';
import { POLICY_NAMES, type PolicyName } from '../../../shared/status.ts';
import type { Comparison } from '../../analysis/compare.ts';
import { axisOf, shortNumber } from './axis.ts';
import { svgPlot } from './svg-plot.ts';
import { terminalPlot } from './terminal-plot.ts';

/** Its policies are those that have results. */
function comparisonOf(references: number, distinctPages: number, results: Comparison['results']): Comparison {
  const policies = [...new Set(results.map(({ policy }) => policy))].map((policy) => ({ policy }));
  return { policies, references, distinctPages, results, within: [] };
}

const comparison = comparisonOf(1000, 10, [
  ...[1000, 500, 100, 10].map((faults, i) => ({
    policy: 'lru' as const,
    frames: 2 ** i,
    faults,
    hits: 1000 - faults,
  })),
  ...[1000, 400, 60, 10].map((faults, i) => ({
    policy: 'opt' as const,
    frames: 2 ** i,
    faults,
    hits: 1000 - faults,
  })),
]);

describe('an axis', () => {
  it('has equal steps, from zero to a round value', () => {
    const axis = axisOf([3, 42], 5);
    expect(axis.logarithmic).toBe(false);
    expect(axis.ticks).toEqual([0, 10, 20, 30, 40, 50]);
    expect([axis.position(0), axis.position(25), axis.position(50)]).toEqual([0, 0.5, 1]);
  });

  it('begins at the least value where it is asked to, and writes it where there is room', () => {
    const axis = axisOf([1, 8], 9, 'least');
    expect(axis.ticks).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([axis.position(1), axis.position(8)]).toEqual([0, 1]);
    expect(axisOf([1, 40], 8, 'least').ticks).toEqual([1, 5, 10, 15, 20, 25, 30, 35, 40]);
    expect(axisOf([4, 40], 8, 'least').ticks).toEqual([4, 10, 15, 20, 25, 30, 35, 40]);
    expect(axisOf([3, 3], 8, 'least').position(3)).toBe(1);
  });

  it('has equal ratios where the values are far apart', () => {
    const axis = axisOf([10, 1_000_000], 6);
    expect(axis.logarithmic).toBe(true);
    expect(axis.ticks).toEqual([10, 100, 1000, 10_000, 100_000, 1_000_000]);
    expect(axis.position(10)).toBe(0);
    expect(axis.position(1000)).toBeCloseTo(0.4);
  });

  it('shows what there is, however little or much', () => {
    for (const values of [[0], [1], [1, 1e9], [5, 5], [7, 400]]) {
      for (const axis of [axisOf(values, 6), axisOf(values, 6, 'least')]) {
        expect(axis.ticks.length).toBeGreaterThan(0);
        expect(axis.ticks.length).toBeLessThan(20);
        for (const value of [...values, ...axis.ticks]) {
          expect(axis.position(value)).toBeGreaterThanOrEqual(0);
          expect(axis.position(value)).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('writes numbers short', () => {
    expect([0, 950, 1000, 12_345, 3_500_000, 2e9].map(shortNumber)).toEqual([
      '0',
      '950',
      '1k',
      '12.3k',
      '3.5M',
      '2G',
    ]);
  });
});

describe('the curves in a terminal', () => {
  it('are letters in as many columns as there are', () => {
    const lines = terminalPlot(comparison, 68).split('\n');
    expect(lines[0]).toBe('page faults of 1000 references (faults: log)');
    const canvas = lines.slice(1, 19);
    expect(canvas[0]).toMatch(/1k ┤L/);
    expect(canvas[17]).toMatch(/10 ┤┄+OL+$/);
    expect(canvas.join('\n')).toContain('O');
    expect(lines.at(-1)).toContain('L lru  O opt  ┄ cold faults');
  });

  it.each([60, 80, 120])('are no wider than %i columns, the legend with all policies neither', (columns) => {
    const results = POLICY_NAMES.flatMap((policy) =>
      [1, 2, 3, 4, 5].map((frames) => ({ policy, frames, faults: 9 - frames, hits: 0 })),
    );
    const policies = POLICY_NAMES.map((policy) => ({ policy, refOnLoad: false, period: 7 }));
    const lines = terminalPlot({ ...comparisonOf(9, 3, results), policies }, columns).split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    expect(lines[20]).toMatch(/^ +1 .* 5 {2}frames$/);
  });
});

describe('the legend in a terminal', () => {
  it('gives each policy a letter of its name that no other has', () => {
    const results = POLICY_NAMES.map((policy) => ({ policy, frames: 1, faults: 9, hits: 0 }));
    const lines = terminalPlot(comparisonOf(9, 3, results), 120).split('\n');
    expect(lines.slice(-3, -1).map((line) => line.trim())).toEqual([
      'F fifo  L lru  M mru  C clock  E enhanced-clock  N nru (R cleared every 1000 references)  U lfu',
      'A aging (R cleared at each reference)  R random (seed 1)  O opt  ┄ cold faults',
    ]);
  });

  const plotOf = (faults: Partial<Record<PolicyName, readonly number[]>>) => {
    const results = POLICY_NAMES.flatMap((policy) =>
      (faults[policy] ?? []).map((each, i) => ({ policy, frames: i + 1, faults: each, hits: 8 - each })),
    );
    return terminalPlot(comparisonOf(8, 6, results), 60).split('\n');
  };

  it('names the conventions that are not the default', () => {
    const results = comparison.results.map((each) => ({ ...each, policy: 'clock' as const }));
    const policies = [{ policy: 'clock' as const, refOnLoad: false }];
    const lines = terminalPlot({ ...comparison, policies, results }, 80).split('\n');
    expect(lines.at(-1)?.trim()).toBe('C clock (a load does not set R)  ┄ cold faults');
  });

  it('says which curves cannot be seen, and under which they lie', () => {
    const lines = plotOf({
      fifo: [8, 7, 7, 6, 6],
      lru: [8, 7, 6, 6, 6],
      mru: [8, 8, 7, 7, 6],
      clock: [8, 7, 6, 6, 6],
      lfu: [8, 7, 6, 6, 6],
      random: [8, 8, 7, 6, 6],
    });
    expect(lines.at(-1)?.trim()).toBe('hidden: C, U under L; R under F, M');
  });

  it('says nothing of that where each curve can be seen somewhere', () => {
    expect(
      plotOf({ fifo: [8, 7, 6], lru: [8, 6, 6] })
        .at(-1)
        ?.trim(),
    ).toBe('F fifo  L lru  ┄ cold faults');
  });
});

describe('the title of a plot in a terminal', () => {
  it('speaks of one reference as such', () => {
    const one = comparisonOf(1, 1, [{ policy: 'lru', frames: 1, faults: 1, hits: 0 }]);
    expect(terminalPlot(one, 60)).toMatch(/^page faults of 1 reference\n/);
  });
});

describe('the curves as a picture', () => {
  it('are a well-formed SVG document with a line and a name for each policy', () => {
    const svg = svgPlot(comparison, 'Page faults of <a> & "b"');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 760 460"/);
    expect(svg.trimEnd().endsWith('</svg>')).toBe(true);
    expect(svg.match(/<polyline /g)).toHaveLength(2);
    expect(svg).toContain('>lru</text>');
    expect(svg).toContain('cold faults: 10');
    expect(svg).toContain('<title>Page faults of &#60;a&#62; &#38; &#34;b&#34;</title>');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    for (const [tag] of svg.matchAll(/<[^>]*>/g))
      expect(tag.match(/"/g)?.length ?? 0).toSatisfy((n: number) => n % 2 === 0);
  });

  it('gives each policy a colour of its own, and its name a sample of the line', () => {
    const results = POLICY_NAMES.map((policy) => ({ policy, frames: 1, faults: 9, hits: 0 }));
    const svg = svgPlot(comparisonOf(9, 3, results), '');
    const strokes = [...svg.matchAll(/<polyline [^>]* (stroke="[^>]*") stroke-linejoin/g)].map(
      ([, each]) => each,
    );
    expect(strokes).toHaveLength(POLICY_NAMES.length);
    expect(new Set(svg.match(/(?<=<polyline .*stroke=")#[0-9a-f]{6}/g)).size).toBe(POLICY_NAMES.length);
    const samples = [
      ...svg.matchAll(/<path d="[^"]*" (stroke="[^>]*")\/>\n<text [^>]*font-weight="600">(.+?)</g),
    ];
    expect(samples.map(([, sample]) => sample)).toEqual(strokes);
    expect(samples.map(([, , name]) => name)).toEqual(POLICY_NAMES);
  });

  it('names the cold faults below the plot, where nothing else is, and begins at the fewest frames', () => {
    const results = [1, 2, 3].map((frames) => ({ policy: 'lru' as const, frames, faults: 2, hits: 0 }));
    const svg = svgPlot(comparisonOf(2, 2, results), 'Page faults');
    expect(svg).toMatch(/<text x="642" y="446" fill="#666666">cold faults: 2</);
    expect(svg).toContain('<text x="72" y="422" text-anchor="middle" fill="#333333">1<');
    expect(svg).toContain('<polyline points="72,44 ');
  });

  it('says below which conventions are not the default, and which curves lie under others', () => {
    const results = (['fifo', 'clock', 'lru', 'nru'] as const).flatMap((policy, i) =>
      [1, 2].map((frames) => ({ policy, frames, faults: i === 2 ? 3 : 9 - frames, hits: 0 })),
    );
    const policies = [
      { policy: 'fifo' as const },
      { policy: 'clock' as const, refOnLoad: false },
      { policy: 'lru' as const },
      { policy: 'nru' as const },
    ];
    const svg = svgPlot({ ...comparisonOf(9, 3, results), policies }, '');
    expect(svg).toContain('viewBox="0 0 760 505"');
    const notes = [...svg.matchAll(/<text x="72" y="(\d+)" fill="#333333">([^<]*)</g)];
    expect(notes.map(([, y, note]) => [y, note])).toEqual([
      ['464', 'clock (a load does not set R)'],
      ['479', 'nru (R cleared every 1000 references)'],
      ['494', 'hidden: clock, fifo under nru'],
    ]);
  });

  it('calls no curve hidden that shows in the gaps of a dashed one', () => {
    const results = (['fifo', 'lru', 'clock', 'opt', 'random'] as const).flatMap((policy, i) =>
      [1, 2].map((frames) => ({ policy, frames, faults: i === 4 && frames === 1 ? 9 : 9 - frames, hits: 0 })),
    );
    const svg = svgPlot(comparisonOf(9, 3, results), '');
    const notes = [...svg.matchAll(/<text x="72" y="\d+" fill="#333333">([^<]*)</g)];
    expect(notes.map(([, note]) => note)).toEqual([
      'random (seed 1)',
      'hidden: lru, fifo under clock',
      'between dashes: clock under opt',
    ]);
  });

  it('keeps the names of curves that end at the same place apart', () => {
    const svg = svgPlot(comparison, '');
    const heights = [...svg.matchAll(/y="([\d.]+)" fill="#[0-9a-f]{6}" font-weight="600">(lru|opt)</g)].map(
      ([, y]) => Number(y),
    );
    expect(heights).toHaveLength(2);
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThanOrEqual(15);
  });
});
