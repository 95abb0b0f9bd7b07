import { describe, expect, it } from 'vitest';
import { effectiveAccessTime, effectiveAccessTimeAt } from './effective-access-time.ts';

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
        '    = 8199.8 ns (8.2 µs)\n' +
        'Without a TLB, memory is the time of a whole access, its look-up in the page table included; --tlb counts for nothing.',
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

  it('is worked out from the rates of an exercise as well', () => {
    const times = { memory: 100, tlb: 20, fault: 8e6 };
    const { nanoseconds, text } = effectiveAccessTimeAt({ tlbHitRatio: 0.8, faultRate: 1 / 400_000 }, times);
    expect(nanoseconds).toBeCloseTo(159.99945, 6);
    expect(text).toBe(
      'EAT = TLB hit ratio × (tlb + memory) + (1 − TLB hit ratio − fault rate) × (tlb + 2 × memory) + fault rate × (fault)\n' +
        '    = 0.8 × 120 ns + 0.1999975 × 220 ns + 0.0000025 × 8000000 ns\n' +
        '    = 159.999 ns',
    );
  });

  it('needs no TLB there (Silberschatz 10e §10.2.3)', () => {
    const times = { memory: 200, tlb: 0, fault: 8e6 };
    const { text } = effectiveAccessTimeAt({ tlbHitRatio: null, faultRate: 0.001 }, times);
    expect(text).toBe(
      'EAT = (1 − fault rate) × (memory) + fault rate × (fault)\n' +
        '    = 0.999 × 200 ns + 0.001 × 8000000 ns\n' +
        '    = 8199.8 ns (8.2 µs)\n' +
        'Without a TLB, memory is the time of a whole access, its look-up in the page table included; --tlb counts for nothing.',
    );
  });

  it('is said in the unit that people read', () => {
    const ending = (fault: number) =>
      effectiveAccessTimeAt({ tlbHitRatio: null, faultRate: 1 }, { memory: 0, tlb: 0, fault }).text.split(
        '\n',
      )[2];
    expect(ending(999)).toBe('    = 999 ns');
    expect(ending(6_857_172.857)).toBe('    = 6857172.857 ns (6.857 ms)');
    expect(ending(2.5e9)).toBe('    = 2500000000 ns (2.5 s)');
  });

  it('does not exist before the first reference', () => {
    const times = { memory: 100, tlb: 20, fault: 1000 };
    expect(effectiveAccessTime({ counters: counters(0, 0), tlb: NO_TLB }, times)).toEqual({
      nanoseconds: null,
      text: 'No references yet: there is no effective access time.',
    });
  });
});
