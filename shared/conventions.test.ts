import { expect, it } from 'vitest';
import { placementInWords, policyInWords, tlbInWords, unusualPlacementInWords } from './conventions.ts';
import { POLICY_NAMES } from './status.ts';

it('a policy is named with its parameters, and with the conventions that are not the default', () => {
  expect(POLICY_NAMES.map((policy) => policyInWords({ policy }))).toEqual([
    'fifo',
    'lru',
    'mru',
    'clock',
    'enhanced-clock',
    'nru (R cleared every 1000 references)',
    'lfu',
    'aging (R cleared at each reference)',
    'random (seed 1)',
    'opt',
  ]);
  const told = { refOnLoad: false, period: 4, keepCounts: true, seed: 7 };
  expect(POLICY_NAMES.map((policy) => policyInWords({ policy, ...told }))).toEqual([
    'fifo',
    'lru',
    'mru',
    'clock (a load does not set R)',
    'enhanced-clock (a load does not set R)',
    'nru (a load does not set R, R cleared every 4 references)',
    'lfu (counts kept at eviction)',
    'aging (R cleared every 4 references)',
    'random (seed 7)',
    'opt',
  ]);
});

it('a TLB is named with its policy, and that it is emptied when the process changes', () => {
  expect(tlbInWords({ policy: 'lru', flush: false })).toBe('lru');
  expect(tlbInWords({ policy: 'fifo', flush: true })).toBe('fifo (emptied when the process changes)');
});

it('the placement of segments is named with all that is not the default', () => {
  const plain = { fit: 'first', holeOrder: 'address', coalesce: true, header: 0, align: 1 } as const;
  expect(placementInWords(plain)).toEqual(['first fit, holes by address']);
  expect(
    placementInWords({ ...plain, fit: 'next', holeOrder: 'back', coalesce: false, header: 8, align: 16 }),
  ).toEqual([
    'next fit, holes new ones last',
    'no coalescing',
    '8-byte headers',
    'segments padded to 16 bytes',
  ]);
  expect(unusualPlacementInWords(plain)).toBeNull();
  for (const unusual of [
    { fit: 'best' },
    { holeOrder: 'front' },
    { coalesce: false },
    { header: 1 },
    { align: 2 },
  ] as const) {
    const placement = { ...plain, ...unusual };
    expect(unusualPlacementInWords(placement)).toBe(placementInWords(placement).join(', '));
  }
});
