/** The options that only some replacement policies take, of `init`, `replay` and `compare`. */
import { traitsOf } from '../../shared/policy-traits.ts';
import { MAX_PERIOD, MAX_SEED, POLICY_NAMES, type PolicyName } from '../../shared/status.ts';
import type { PolicyOptions } from '../memory/paging/paging.ts';
import type { Arguments } from './arguments.ts';
import type { OptionSpec } from './command.ts';
import { given } from './given.ts';
import { usage } from './trouble.ts';
import { parseNumber } from './values.ts';

export const POLICY_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  'ref-on-load': {
    describe: 'Whether a load sets the reference bit (default 1)',
    value: '0|1',
    choices: ['0', '1'],
  },
  period: { describe: 'nru, aging: references between two clearings of R (default 1000, 1)', value: 'T' },
  'lfu-counts': {
    describe: 'lfu: what eviction does to a use count (default forget)',
    value: 'WAY',
    choices: ['forget', 'keep'],
  },
  seed: { describe: 'random: where its generator starts', value: 'N' },
};

/** Which trait of a policy it takes to be told. */
const TRAITS = [
  ['ref-on-load', 'refOnLoad'],
  ['period', 'period'],
  ['lfu-counts', 'keepCounts'],
  ['seed', 'seed'],
] as const;

export function policyOptions(args: Arguments): PolicyOptions {
  const refOnLoad = args.option('ref-on-load');
  const lfuCounts = args.option('lfu-counts');
  return given({
    refOnLoad: refOnLoad === undefined ? undefined : refOnLoad === '1',
    period: args.optional('period', (word, what) => parseNumber(word, what, { min: 1, max: MAX_PERIOD })),
    keepCounts: lfuCounts === undefined ? undefined : lfuCounts === 'keep',
    seed: args.optional('seed', (word, what) => parseNumber(word, what, { max: MAX_SEED })),
  });
}

/** Refuses options that none of `policies` takes, which `--option` asked for or could have asked for. */
export function checkPolicyOptions(
  args: Arguments,
  policies: readonly PolicyName[],
  option: 'policy' | 'policies',
): void {
  for (const [name, trait] of TRAITS) {
    const takers = POLICY_NAMES.filter((policy) => traitsOf(policy)[trait] !== undefined);
    if (!args.flag(name) || policies.some((policy) => takers.includes(policy))) continue;
    throw usage(`--${name} goes with --${option} ${takers.join(' or ')}, not with ${policies.join(' or ')}`);
  }
}
