/** What the replacement policy remembers: the keys from Policy to Random State, and which policy has which. */
import { FRESH, POLICY_NAMES, type PolicyName, REFERENCED, type ReplacementStatus } from '../status.ts';
import { type Key, type KeyLines, keyLine } from './keys.ts';

const MAX_UINT32 = 0xffff_ffff;

/** A key is written, and accepted, for these policies alone; the others have the default. */
const POLICIES_WITH = {
  'Reference On Load': ['clock', 'enhanced-clock', 'nru'],
  Period: ['nru', 'aging'],
  'Use Counts': ['lfu'],
  'Clock Hand': ['clock', 'enhanced-clock'],
  'Since Period': ['nru', 'aging'],
  'Random Seed': ['random'],
  'Random State': ['random'],
} satisfies Partial<Record<Key, readonly PolicyName[]>>;

type PolicyKey = keyof typeof POLICIES_WITH;

/** The bits of a page that `alloc` or `map` has loaded and nobody has accessed: what an absent column means. */
export function loadedBits({ refOnLoad }: ReplacementStatus): number {
  return refOnLoad ? FRESH | REFERENCED : FRESH;
}

export function replacementLines(replacement: ReplacementStatus): string[] {
  const { policy } = replacement;
  const lines = [keyLine('Policy', policy)];
  const add = (key: PolicyKey, value: string | number, standard: string | number): void => {
    if (value === standard) return;
    if (!has(policy, key)) throw new Error(`${policy} has no ${key}, and yet it is ${value}`);
    lines.push(keyLine(key, value));
  };
  add('Reference On Load', replacement.refOnLoad ? 'yes' : 'no', 'yes');
  add('Period', replacement.period, standardPeriod(policy));
  add('Use Counts', replacement.keepCounts ? 'keep' : 'forget', 'forget');
  add('Clock Hand', replacement.hand, 0);
  add('Since Period', replacement.sincePeriod, 0);
  add('Random Seed', replacement.seed, 0);
  add('Random State', replacement.randomState, 0);
  return lines;
}

/** Asks only for the keys of the policy, so that the others are refused. */
export function readReplacement(keys: KeyLines, totalFrames: number): ReplacementStatus {
  const policy = keys.choice('Policy', POLICY_NAMES, 'fifo');
  const integer = (key: PolicyKey, missing: number, min: number, max: number): number =>
    has(policy, key) ? keys.integer(key, { min, max, missing }) : missing;
  const period = integer('Period', standardPeriod(policy), 1, Number.MAX_SAFE_INTEGER);
  return {
    policy,
    refOnLoad: !has(policy, 'Reference On Load') || keys.yes('Reference On Load', true),
    period,
    keepCounts:
      has(policy, 'Use Counts') && keys.choice('Use Counts', ['forget', 'keep'], 'forget') === 'keep',
    hand: integer('Clock Hand', 0, 0, totalFrames - 1),
    sincePeriod: integer('Since Period', 0, 0, period),
    seed: integer('Random Seed', 0, 0, MAX_UINT32),
    randomState: integer('Random State', 0, 0, MAX_UINT32),
  };
}

function has(policy: PolicyName, key: PolicyKey): boolean {
  const policies: readonly PolicyName[] = POLICIES_WITH[key];
  return policies.includes(policy);
}

function standardPeriod(policy: PolicyName): number {
  return policy === 'nru' ? 1000 : 1;
}
