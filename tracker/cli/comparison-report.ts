/** A comparison as people read it: the table of faults, who is best, where more frames made it worse. */
import { conventionsOf, policyInWords } from '../../shared/conventions.ts';
import { beladyAnomaly } from '../analysis/belady.ts';
import type { Comparison, Result } from '../analysis/compare.ts';
import { PERCENT } from '../analysis/frames-within.ts';
import { count, table, widest } from './phrases.ts';

/** Wider than this, policies become the columns and frame counts the rows. */
const WIDEST = 100;

/** The table, and below it what is to be read off it. */
export function comparisonReport(comparison: Comparison): string {
  const { policies, references, distinctPages } = comparison;
  const heading = [
    `Page faults of ${count(references, 'reference')} to ${count(distinctPages, 'page')} (* fewest; opt is only the bound)`,
    ...policies.filter((told) => conventionsOf(told).length > 0).map((told) => `   ${policyInWords(told)}`),
  ];
  const notes = [...anomalies(comparison), ...enough(comparison)];
  return [heading.join('\n'), '', faultTable(comparison), ...(notes.length > 0 ? ['', ...notes] : [])].join(
    '\n',
  );
}

/** One line a result: `policy,frames,faults,hits`. */
export function comparisonCsv({ results }: Comparison): string {
  const rows = results.map(({ policy, frames, faults, hits }) => `${policy},${frames},${faults},${hits}`);
  return ['policy,frames,faults,hits', ...rows].join('\n');
}

function faultTable(comparison: Comparison): string {
  const policies = [...new Set(comparison.results.map(({ policy }) => policy))];
  const frameCounts = [...new Set(comparison.results.map(({ frames }) => frames))];
  const best = fewest(comparison);
  const cells = new Map(comparison.results.map((result) => [`${result.policy} ${result.frames}`, result]));
  const cell = (policy: string, frames: number) => {
    const result = cells.get(`${policy} ${frames}`);
    return result ? `${result.faults}${best.has(result) ? '*' : ' '}` : '';
  };
  const flat = [
    ['frames', ...frameCounts.map((frames) => `${frames} `)],
    ...policies.map((policy) => [policy, ...frameCounts.map((frames) => cell(policy, frames))]),
  ];
  const lines = table(flat.map(rightAligned(flat)), '');
  if (lines.split('\n').every((line) => line.length <= WIDEST)) return lines;
  const shown = asFarAsItChanges(frameCounts, comparison.distinctPages);
  const left = frameCounts.length - shown.length;
  const upright = [
    ['frames', ...policies.map((policy) => `${policy} `)],
    ...shown.map((frames) => [`${frames}`, ...policies.map((policy) => cell(policy, frames))]),
  ];
  const rest = `… ${count(left, 'larger frame count')}: nothing changes, as every page has a frame`;
  return [table(upright.map(rightAligned(upright)), ''), ...(left > 0 ? [rest] : [])].join('\n');
}

/** The frame counts up to the first that has room for all pages: with more, each policy counts the cold faults again. */
function asFarAsItChanges(frameCounts: readonly number[], distinctPages: number): readonly number[] {
  const enough = Math.min(...frameCounts.filter((frames) => frames >= distinctPages));
  return frameCounts.filter((frames) => frames <= enough);
}

/** Pads all cells but the first of a row to the width of their column, from the left. */
function rightAligned(rows: readonly (readonly string[])[]) {
  const width = (i: number) => widest(rows.map((row) => row[i] ?? ''));
  return (row: readonly string[]) => row.map((cell, i) => (i === 0 ? cell : cell.padStart(width(i))));
}

/** The results with the fewest faults at their frame count, ties and all; opt knows the future and does not compete. */
function fewest({ results }: Comparison): Set<Result> {
  const competing = results.filter(({ policy }) => policy !== 'opt');
  const least = new Map<number, number>();
  for (const { frames, faults } of competing)
    least.set(frames, Math.min(faults, least.get(frames) ?? faults));
  return new Set(competing.filter(({ frames, faults }) => faults === least.get(frames)));
}

function anomalies({ results }: Comparison): string[] {
  const policies = [...new Set(results.map(({ policy }) => policy))];
  return policies.flatMap((policy) => {
    const anomaly = beladyAnomaly(
      policy,
      results.filter((result) => result.policy === policy),
    );
    if (!anomaly) return [];
    const { fewer, more, steps, rises } = anomaly;
    const all = rises > 1 ? `; its faults rise at ${rises} of the ${steps} steps to more frames` : '';
    return [
      `Belady's anomaly: ${policy} has ${fewer.faults} faults with ${count(fewer.frames, 'frame')}, and ${more.faults} with ${more.frames}${all}.`,
    ];
  });
}

/**
 * The fewest frames within some share of the cold faults: of all there are where the curve is known, or of those measured.
 * Nothing where the table says as much: no policy has fewer frames within a larger share, and all of them are measured.
 */
function enough({ within, distinctPages, results }: Comparison): string[] {
  const measuredCounts = new Set(results.map(({ frames }) => frames));
  const inTable = (frames: number | null) => frames === null || measuredCounts.has(frames);
  if (within.every(({ frames }) => new Set(frames).size === 1 && frames.every(inTable))) return [];
  const shares = PERCENT.map((percent) => `${percent} %`).join(', ');
  const heading = `Frames within ${shares} of the ${count(distinctPages, 'cold fault')}`;
  const rows = (ofAll: boolean) =>
    within
      .filter((each) => each.ofAll === ofAll)
      .map(({ policy, frames }) => [policy, ...frames.map((each) => `${each ?? '-'}`)]);
  const [all, measured] = [rows(true), rows(false)];
  const lines = all.length > 0 ? [`${heading}:`, table(all)] : [];
  if (measured.every(([, ...cells]) => cells.every((cell) => cell === '-'))) return lines;
  const ofMeasured =
    all.length > 0 ? 'Of the frame counts measured:' : `${heading}, of the frame counts measured:`;
  return [...lines, ofMeasured, table(measured)];
}
