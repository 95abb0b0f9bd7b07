/** What the replacement policy remembers: the keys from Policy to Random State. */
import { traitsOf } from '../policy-traits.ts';
import { FRESH, MAX_PERIOD, MAX_SEED, POLICY_NAMES, REFERENCED, type ReplacementStatus } from '../status.ts';
import { type Key, type KeyLines, keyLine } from './keys.ts';

/** The bits of a page that `alloc` or `map` has loaded and nobody has accessed: what an absent column means. */
export function loadedBits({ refOnLoad }: ReplacementStatus): number {
  return refOnLoad ? FRESH | REFERENCED : FRESH;
}

export function replacementLines(replacement: ReplacementStatus): string[] {
  const { policy } = replacement;
  const { refOnLoad, period, keepCounts, hand, seed } = traitsOf(policy);
  const lines = [keyLine('Policy', policy)];
  const add = (key: Key, trait: unknown, value: string | number, standard: string | number): void => {
    if (value === standard) return;
    if (trait === undefined) throw new Error(`${policy} has no ${key}, and yet it is ${value}`);
    lines.push(keyLine(key, value));
  };
  add('Reference On Load', refOnLoad, replacement.refOnLoad ? 'yes' : 'no', 'yes');
  add('Period', period, replacement.period, period ?? 1);
  add('Use Counts', keepCounts, replacement.keepCounts ? 'keep' : 'forget', 'forget');
  add('Clock Hand', hand, replacement.hand, 0);
  add('Since Period', period, replacement.sincePeriod, 0);
  add('Random Seed', seed, replacement.seed, 0);
  add('Random State', seed, replacement.randomState, 0);
  return lines;
}

/** Asks only for the keys of the policy, so that the others are refused. */
export function readReplacement(keys: KeyLines, totalFrames: number): ReplacementStatus {
  const policy = keys.choice('Policy', POLICY_NAMES, 'fifo');
  const has = traitsOf(policy);
  const integer = (key: Key, trait: unknown, missing: number, min: number, max: number): number =>
    trait === undefined ? missing : keys.integer(key, { min, max, missing });
  const period = integer('Period', has.period, has.period ?? 1, 1, MAX_PERIOD);
  return {
    policy,
    refOnLoad: has.refOnLoad === undefined || keys.yes('Reference On Load', true),
    period,
    keepCounts: has.keepCounts === true && keys.choice('Use Counts', ['forget', 'keep'], 'forget') === 'keep',
    hand: integer('Clock Hand', has.hand, 0, 0, totalFrames - 1),
    sincePeriod: integer('Since Period', has.period, 0, 0, period),
    seed: integer('Random Seed', has.seed, 0, 0, MAX_SEED),
    randomState: integer('Random State', has.seed, 0, 0, MAX_SEED),
  };
}
