/**
 * Effective access time (Silberschatz 10e §9.3.2.1 and §10.2.3): what a reference costs on the average.
 *
 *     TLB hit                    tlb + memory
 *     TLB miss, page resident    tlb + 2 × memory       the page table is in memory, too
 *     page fault                 fault                  the service time, everything included
 *
 * Without a TLB a hit costs `memory`, as in the textbook's (1 − p) × memory + p × fault: a whole access then, its look-up
 * in the page table included. The two cannot be compared, and the text says so.
 */
import type { PagingStatus } from '../../shared/status.ts';

const UNITS = [
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
] as const;

/** All in nanoseconds. */
export interface AccessTimes {
  readonly memory: number;
  readonly tlb: number;
  readonly fault: number;
}

/** Shares of all references: 0 … 1, also in sum. */
export interface AccessRates {
  /** null: there is no TLB. */
  readonly tlbHitRatio: number | null;
  readonly faultRate: number;
}

export interface EffectiveAccessTime {
  /** null before the first reference. */
  readonly nanoseconds: number | null;
  /** The formula, the numbers in it, and the result. */
  readonly text: string;
}

/** Who compares it with that of a memory with a TLB should know. */
const NO_TLB =
  'Without a TLB, memory is the time of a whole access, its look-up in the page table included; --tlb counts for nothing.';

/** A share of the references: what it is called, how much it is, and the numbers that it comes from. */
interface Share {
  readonly name: string;
  readonly ratio: number;
  readonly numbers: string;
}

/** What each reference of a share costs. */
interface Term extends Share {
  readonly formula: string;
  readonly cost: number;
}

/** From what has been counted. */
export function effectiveAccessTime(
  { counters, tlb }: Pick<PagingStatus, 'counters' | 'tlb'>,
  times: AccessTimes,
): EffectiveAccessTime {
  const { references, hits, faults, tlbHits, tlbMisses } = counters;
  if (references === 0)
    return { nanoseconds: null, text: 'No references yet: there is no effective access time.' };
  const counted = (name: string, number: number): Share => ({
    name: `(${name} / references)`,
    ratio: number / references,
    numbers: `${number} / ${references}`,
  });
  const served = counted('page faults', faults);
  if (tlb.entries === 0) return withoutTlb(counted('hits', hits), served, times);
  const missed = counted('TLB misses without a fault', tlbMisses - faults);
  return withTlb(counted('TLB hits', tlbHits), missed, served, times);
}

/** From the rates that an exercise gives. */
export function effectiveAccessTimeAt(
  { tlbHitRatio, faultRate }: AccessRates,
  times: AccessTimes,
): EffectiveAccessTime {
  const given = (name: string, ratio: number): Share => ({ name, ratio, numbers: rounded(ratio) });
  const served = given('fault rate', faultRate);
  if (tlbHitRatio === null) return withoutTlb(given('(1 − fault rate)', 1 - faultRate), served, times);
  const missed = given('(1 − TLB hit ratio − fault rate)', 1 - tlbHitRatio - faultRate);
  return withTlb(given('TLB hit ratio', tlbHitRatio), missed, served, times);
}

function withTlb(hit: Share, missed: Share, served: Share, { memory, tlb, fault }: AccessTimes) {
  return average([
    { ...hit, formula: 'tlb + memory', cost: tlb + memory },
    { ...missed, formula: 'tlb + 2 × memory', cost: tlb + 2 * memory },
    { ...served, formula: 'fault', cost: fault },
  ]);
}

function withoutTlb(hit: Share, served: Share, { memory, fault }: AccessTimes) {
  const { nanoseconds, text } = average([
    { ...hit, formula: 'memory', cost: memory },
    { ...served, formula: 'fault', cost: fault },
  ]);
  return { nanoseconds, text: `${text}\n${NO_TLB}` };
}

function average(terms: readonly Term[]) {
  const nanoseconds = terms.reduce((sum, { ratio, cost }) => sum + ratio * cost, 0);
  const lines = [
    `EAT = ${terms.map(({ name, formula }) => `${name} × (${formula})`).join(' + ')}`,
    `    = ${terms.map(({ numbers, cost }) => `${numbers} × ${cost} ns`).join(' + ')}`,
    `    = ${inWords(nanoseconds)}`,
  ];
  return { nanoseconds, text: lines.join('\n') };
}

/** Without the dust of binary fractions. */
function rounded(ratio: number): string {
  return `${Number(ratio.toFixed(12))}`;
}

/** `159.999 ns`, `6857172.857 ns (6.857 ms)`. */
function inWords(nanoseconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => nanoseconds >= size) ?? ['ns', 1];
  const shown = `${Number(nanoseconds.toFixed(3))} ns`;
  return size === 1 ? shown : `${shown} (${Number((nanoseconds / size).toFixed(3))} ${unit})`;
}
