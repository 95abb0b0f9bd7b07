import { expect, it } from 'vitest';
import { Arguments } from './arguments.ts';
import { init } from './commands/init.ts';
import { checkPolicyOptions } from './policy-options.ts';

const asked = (...options: readonly string[]) =>
  new Arguments(init, [], new Map(options.map((option) => [option, '1'])));

it('refuses an option that no asked policy takes, and says which do', () => {
  expect(() => checkPolicyOptions(asked('seed'), ['fifo'], 'policy')).toThrow(
    '--seed goes with --policy random, not with fifo',
  );
  expect(() => checkPolicyOptions(asked('period'), ['lru', 'clock'], 'policies')).toThrow(
    '--period goes with --policies nru or aging, not with lru or clock',
  );
  expect(() => checkPolicyOptions(asked('ref-on-load'), ['aging'], 'policy')).toThrow(
    '--ref-on-load goes with --policy clock or enhanced-clock or nru, not with aging',
  );
  expect(() => checkPolicyOptions(asked('lfu-counts', 'period'), ['aging'], 'policy')).toThrow(
    '--lfu-counts goes with --policy lfu, not with aging',
  );
});

it('lets an option pass that one of the asked policies takes', () => {
  const accepted = (...args: Parameters<typeof checkPolicyOptions>) =>
    expect(() => checkPolicyOptions(...args)).not.toThrow();
  accepted(asked('ref-on-load', 'period'), ['nru'], 'policy');
  accepted(asked('lfu-counts', 'seed'), ['fifo', 'lfu', 'random'], 'policies');
});
