import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_NAMES, type PolicyName } from '../../../shared/status.ts';
import { chunksOf } from '../testing/reference-words.ts';
import { type SlowReference, slowCounts } from '../testing/slow-faults.ts';
import { nextUsesOf } from './next-uses.ts';
import { createAnalysis, type Specification } from './specification.ts';

const SIZES = [1, 2, 3, 5, 8, 9, 20, 61, 100];
const clock = { kind: 'several-sizes', policy: 'clock', frameCounts: SIZES } as const;

type Row = readonly [
  name: string,
  policy: PolicyName,
  make: (n: number) => readonly Specification[],
  refOnLoad: boolean,
];

/** Every analysis there is: how to make it for a string of n references, and which policy it stands for. */
const ANALYSES: readonly Row[] = [
  ['the LRU curve', 'lru', () => [{ kind: 'lru-curve', frameCounts: SIZES }], true],
  [
    'FIFO with several sizes at once',
    'fifo',
    () => [{ kind: 'several-sizes', policy: 'fifo', frameCounts: SIZES, refOnLoad: true }],
    true,
  ],
  ['clock with several sizes at once', 'clock', () => [{ ...clock, refOnLoad: true }], true],
  ['clock whose loads set no bit', 'clock', () => [{ ...clock, refOnLoad: false }], false],
  ['the OPT curve', 'opt', () => [{ kind: 'opt-curve', frameCounts: SIZES }], true],
  [
    'OPT with one size',
    'opt',
    (n) => SIZES.map((frames) => ({ kind: 'opt-faults', frames, references: n })),
    true,
  ],
  ...POLICY_NAMES.filter((policy) => policy !== 'opt').map(
    (policy) =>
      [
        `the engine under ${policy}`,
        policy,
        () => SIZES.map((frames) => ({ kind: 'machine', policy, frames, options: {} }) as const),
        true,
      ] as const,
  ),
];

const reference = (most: number) =>
  fc.record({ page: fc.integer({ min: 0, max: most }), write: fc.boolean() });
const references: fc.Arbitrary<SlowReference[]> = fc.oneof(
  fc.array(reference(4), { minLength: 1, maxLength: 60 }),
  fc.array(reference(12), { minLength: 1, maxLength: 120 }),
  fc.array(reference(80), { minLength: 1, maxLength: 400 }),
);

function faultsOf(
  specifications: readonly Specification[],
  string: SlowReference[],
  length: number,
): number[] {
  const chunks = chunksOf(string, length);
  const distinctPages = chunks.at(-1)?.distinctPages ?? 0;
  const future = nextUsesOf(
    chunks.map(({ words }) => words),
    distinctPages,
  );
  return specifications.flatMap((specification) => {
    const analysis = createAnalysis(specification);
    let time = 0;
    for (const { words, distinctPages: soFar } of chunks) {
      const shown = specification.kind.startsWith('opt') ? future.subarray(time, time + words.length) : words;
      analysis.add(shown, soFar);
      time += words.length;
    }
    return analysis.results().faults.map(({ faults }) => faults);
  });
}

describe.each(ANALYSES)('%s', (_, policy, specifications, refOnLoad) => {
  it('counts what the definition counts, for random strings and every number of frames', () => {
    fc.assert(
      fc.property(references, fc.constantFrom(1, 7, 1000), (string, length) => {
        const slow = SIZES.map((frames) => slowCounts(policy, string, frames, { refOnLoad }).faults);
        expect(faultsOf(specifications(string.length), string, length)).toEqual(slow);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the published strings', () => {
  const string = (text: string) => text.split(' ').map((page) => ({ page: Number(page), write: false }));
  const SILBERSCHATZ = string('7 0 1 2 0 3 0 4 2 3 0 3 2 1 2 0 1 7 0 1');
  const BELADY = string('1 2 3 4 1 2 5 1 2 3 4 5');
  const faults = (
    kind: Specification['kind'],
    policy: 'fifo' | 'clock',
    text: SlowReference[],
    frames: number,
  ) => {
    const [count] = faultsOf(
      [{ kind, policy, frameCounts: [frames], refOnLoad: true } as Specification],
      text,
      1000,
    );
    return count;
  };

  it('give FIFO 15, LRU 12, OPT 9 and clock 14 in three frames', () => {
    expect(faults('several-sizes', 'fifo', SILBERSCHATZ, 3)).toBe(15);
    expect(faults('lru-curve', 'fifo', SILBERSCHATZ, 3)).toBe(12);
    expect(faults('opt-curve', 'fifo', SILBERSCHATZ, 3)).toBe(9);
    expect(faults('several-sizes', 'clock', SILBERSCHATZ, 3)).toBe(14);
  });

  it("show Belady's anomaly: FIFO 9 in three frames, and 10 in four", () => {
    expect(faults('several-sizes', 'fifo', BELADY, 3)).toBe(9);
    expect(faults('several-sizes', 'fifo', BELADY, 4)).toBe(10);
  });
});
