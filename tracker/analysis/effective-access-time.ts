/**
 * Effective access time (Silberschatz 10e §9.3.2.1 and §10.2.3): what a reference costs on the average.
 *
 *     TLB hit                    tlb + memory
 *     TLB miss, page resident    tlb + 2 × memory       the page table is in memory, too
 *     page fault                 fault                  the service time, everything included
 *
 * Without a TLB a hit costs `memory`, as in the textbook's (1 − p) × memory + p × fault.
 */
import type { PagingStatus } from '../../shared/status.ts';

/** All in nanoseconds. */
export interface AccessTimes {
  readonly memory: number;
  readonly tlb: number;
  readonly fault: number;
}

export interface EffectiveAccessTime {
  /** null before the first reference. */
  readonly nanoseconds: number | null;
  /** The formula, the numbers in it, and the result. */
  readonly text: string;
}

interface Term {
  readonly name: string;
  readonly references: number;
  readonly formula: string;
  readonly cost: number;
}

export function effectiveAccessTime(
  { counters, tlb }: Pick<PagingStatus, 'counters' | 'tlb'>,
  times: AccessTimes,
): EffectiveAccessTime {
  const { references, faults } = counters;
  if (references === 0)
    return { nanoseconds: null, text: 'No references yet: there is no effective access time.' };
  const terms = [...(tlb.entries > 0 ? withTlb(counters, times) : withoutTlb(counters, times))];
  terms.push({ name: 'page faults', references: faults, formula: 'fault', cost: times.fault });
  const nanoseconds = terms.reduce((sum, term) => sum + (term.references / references) * term.cost, 0);
  const lines = [
    `EAT = ${terms.map(({ name, formula }) => `(${name} / references) × (${formula})`).join(' + ')}`,
    `    = ${terms.map((term) => `${term.references} / ${references} × ${term.cost} ns`).join(' + ')}`,
    `    = ${Number(nanoseconds.toFixed(3))} ns`,
  ];
  return { nanoseconds, text: lines.join('\n') };
}

type Counts = PagingStatus['counters'];

function withTlb({ tlbHits, tlbMisses, faults }: Counts, { memory, tlb }: AccessTimes): Term[] {
  return [
    { name: 'TLB hits', references: tlbHits, formula: 'tlb + memory', cost: tlb + memory },
    {
      name: 'TLB misses without a fault',
      references: tlbMisses - faults,
      formula: 'tlb + 2 × memory',
      cost: tlb + 2 * memory,
    },
  ];
}

function withoutTlb({ hits }: Counts, { memory }: AccessTimes): Term[] {
  return [{ name: 'hits', references: hits, formula: 'memory', cost: memory }];
}
