import { describe, expect, it } from 'vitest';
import { effectiveAccessTime } from './effective-access-time.ts';

const NO_TLB = { entries: 0, policy: 'lru', flush: false, process: null, content: [] } as const;
const TLB = { ...NO_TLB, entries: 16 };

function counters(references: number, faults: number, tlbHits = 0) {
  const rest = { coldFaults: 0, evictions: 0, writeBacks: 0 };
  return { references, hits: references - faults, faults, tlbHits, tlbMisses: references - tlbHits, ...rest };
}

describe('the effective access time', () => {
  it('is (1 − p) × memory + p × fault without a TLB', () => {
    const times = { memory: 200, tlb: 0, fault: 8_000_000 };
    const { nanoseconds, text } = effectiveAccessTime({ counters: counters(1000, 1), tlb: NO_TLB }, times);
    expect(nanoseconds).toBeCloseTo(8199.8, 6);
    expect(text).toBe(
      'EAT = (hits / references) × (memory) + (page faults / references) × (fault)\n' +
        '    = 999 / 1000 × 200 ns + 1 / 1000 × 8000000 ns\n' +
        '    = 8199.8 ns',
    );
  });

  it('costs another memory access where the TLB misses', () => {
    const times = { memory: 100, tlb: 20, fault: 0 };
    const { nanoseconds } = effectiveAccessTime({ counters: counters(100, 0, 80), tlb: TLB }, times);
    expect(nanoseconds).toBeCloseTo(0.8 * 120 + 0.2 * 220, 6);
  });

  it('counts a fault as no TLB miss of its own', () => {
    const times = { memory: 100, tlb: 20, fault: 1000 };
    const { nanoseconds } = effectiveAccessTime({ counters: counters(10, 2, 5), tlb: TLB }, times);
    expect(nanoseconds).toBeCloseTo(0.5 * 120 + 0.3 * 220 + 0.2 * 1000, 6);
  });

  it('does not exist before the first reference', () => {
    const times = { memory: 100, tlb: 20, fault: 1000 };
    expect(effectiveAccessTime({ counters: counters(0, 0), tlb: NO_TLB }, times)).toEqual({
      nanoseconds: null,
      text: 'No references yet: there is no effective access time.',
    });
  });
});
