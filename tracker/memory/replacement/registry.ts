/**
 * The policies by name. A new one is one file and one line here, its name in shared/status.ts, so that the file may say
 * it, and in shared/policy-traits.ts what it can be told or has to remember: choices of the command line, help, file
 * format, plots and the contract test follow.
 */
import type { PolicyName } from '../../../shared/status.ts';
import type { FrameTable } from '../paging/frame-table.ts';
import { Aging } from './aging.ts';
import { Clock } from './clock.ts';
import { EnhancedClock } from './enhanced-clock.ts';
import { Fifo } from './fifo.ts';
import { Lfu } from './lfu.ts';
import { Lru } from './lru.ts';
import { Mru } from './mru.ts';
import { Nru } from './nru.ts';
import { Opt } from './opt.ts';
import type { Policy, PolicyState } from './policy.ts';
import { Random } from './random.ts';

export interface PolicyEntry {
  /** Which page goes, in a line of help. */
  readonly summary: string;
  readonly create: (frames: FrameTable, state: PolicyState) => Policy;
}

export const POLICIES: Readonly<Record<PolicyName, PolicyEntry>> = {
  fifo: { summary: 'longest resident', create: (frames) => new Fifo(frames) },
  lru: { summary: 'longest unused', create: (frames) => new Lru(frames) },
  mru: { summary: 'most recently used', create: (frames) => new Mru(frames) },
  clock: {
    summary: 'second chance: the first from the hand with R = 0',
    create: (frames, state) => new Clock(frames, state),
  },
  'enhanced-clock': {
    summary: 'second chance by (R, D): clean pages before dirty ones',
    create: (frames, state) => new EnhancedClock(frames, state),
  },
  nru: {
    summary: 'not recently used: the lowest class of (R, D)',
    create: (frames, state) => new Nru(frames, state),
  },
  lfu: {
    summary: 'fewest uses',
    create: (frames, state) => new Lfu(frames, state),
  },
  aging: {
    summary: 'smallest 8-bit age: uses, halved as time goes by',
    create: (frames, state) => new Aging(frames, state),
  },
  random: { summary: 'any page', create: (frames, state) => new Random(frames, state) },
  opt: {
    summary: 'furthest next use; needs the future',
    create: (frames, state) => new Opt(frames, state),
  },
};
