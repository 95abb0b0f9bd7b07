/** `init`: a fresh memory, the config's unless options say otherwise. */
import {
  FIT_NAMES,
  HOLE_ORDERS,
  MAX_ADDRESS,
  MAX_ALIGN,
  MAX_HEADER,
  MAX_PAGE_SIZE,
  MAX_SEGMENT_ROWS,
  MAX_TLB_ENTRIES,
  MAX_TOTAL_FRAMES,
  POLICY_NAMES,
} from '../../../shared/status.ts';
import { POLICIES } from '../../memory/replacement/registry.ts';
import { FITS } from '../../memory/segmentation/fit/registry.ts';
import type { Arguments } from '../arguments.ts';
import type { InitCommand, OptionSpec } from '../command.ts';
import { configuredOptions } from '../configured-options.ts';
import { given } from '../given.ts';
import { table } from '../phrases.ts';
import { checkPolicyOptions, POLICY_OPTIONS, policyOptions } from '../policy-options.ts';
import { usage } from '../trouble.ts';
import { parseChoice, parseNumber, parsePowerOfTwo, parseSize, type Range } from '../values.ts';

const LIVE_POLICIES = POLICY_NAMES.filter((name) => name !== 'opt');

/** The options of the paging half, which `replay` takes as well. */
export const PAGING_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  'total-frames': { describe: `Frames of physical memory, up to ${MAX_TOTAL_FRAMES}`, value: 'N' },
  'page-size': { describe: 'Bytes in a page and a frame: a power of two', value: 'B' },
  policy: {
    describe: 'Which page goes when no frame is free',
    value: 'P',
    choices: LIVE_POLICIES,
    elsewhere: new Map([['opt', "opt needs the future, which only 'compare' and 'replay' know"]]),
  },
  ...POLICY_OPTIONS,
  'tlb-entries': { describe: 'Entries of the TLB (default 0: none)', value: 'N' },
  'tlb-policy': {
    describe: 'With --tlb-entries: which entry is replaced (default lru)',
    value: 'P',
    choices: ['lru', 'fifo'],
  },
  'tlb-flush': {
    describe: 'With --tlb-entries: empty the TLB when the process changes, instead of entries per process',
  },
};

export const init: InitCommand = {
  kind: 'init',
  words: ['init'],
  summary: 'Begin a fresh memory; the old file is kept as FILE.bak',
  options: {
    ...PAGING_OPTIONS,
    'max-segments': { describe: 'Rows of the segment table', value: 'N' },
    'segment-base': { describe: 'The lowest address of the segment space', value: 'A' },
    'segment-space': { describe: 'Bytes of the segment space', value: 'B' },
    fit: { describe: 'How a hole is chosen', value: 'F', choices: FIT_NAMES },
    'hole-order': { describe: 'How the list of holes is kept', value: 'ORDER', choices: HOLE_ORDERS },
    'no-coalesce': { describe: 'Leave neighbouring holes apart' },
    header: { describe: 'Bytes of header before each segment', value: 'B' },
    align: { describe: 'Segments are padded to a multiple of B; their limits stay', value: 'B' },
  },
  examples: [
    ['init', 'what shared/config.ts says'],
    ['init --total-frames 3 --policy lru', 'three frames: page faults come soon'],
    ['init --segment-space 64K --fit best --max-segments 100', 'a larger segment table, best fit'],
  ],
  notes: [
    'The page that goes, by --policy:',
    table(LIVE_POLICIES.map((policy) => [policy, POLICIES[policy].summary])),
    '',
    'The hole that is taken, by --fit:',
    table(FIT_NAMES.map((fit) => [fit, FITS[fit].rule])),
  ].join('\n'),
  prepare(args) {
    const number = (name: string, range: Range) =>
      args.optional(name, (word, what) => parseNumber(word, what, range));
    const size = (name: string, range: Range) =>
      args.optional(name, (word, what) => parseSize(word, what, range));
    return configuredOptions({
      paging: pagingOptions(args),
      segmentation: given({
        maxSegments: number('max-segments', { min: 1, max: MAX_SEGMENT_ROWS }),
        base: number('segment-base', { max: MAX_ADDRESS }),
        space: size('segment-space', { min: 1, max: MAX_ADDRESS }),
        fit: args.optional('fit', (word, what) => parseChoice(word, what, FIT_NAMES)),
        holeOrder: args.optional('hole-order', (word, what) => parseChoice(word, what, HOLE_ORDERS)),
        coalesce: args.flag('no-coalesce') ? false : undefined,
        header: size('header', { max: MAX_HEADER }),
        align: size('align', { min: 1, max: MAX_ALIGN }),
      }),
    });
  },
};

/** What the paging options of a command line ask for; options of another policy, or of no TLB, are refused. */
export function pagingOptions(args: Arguments) {
  const policy = args.optional('policy', (word, what) => parseChoice(word, what, POLICY_NAMES)) ?? 'fifo';
  checkPolicyOptions(args, [policy], 'policy');
  const ofTlb = ['tlb-policy', 'tlb-flush'].find((name) => args.flag(name));
  if (ofTlb && !args.flag('tlb-entries')) throw usage(`--${ofTlb} goes with --tlb-entries`);
  return given({
    totalFrames: args.optional('total-frames', (word, what) =>
      parseNumber(word, what, { min: 1, max: MAX_TOTAL_FRAMES }),
    ),
    pageSize: args.optional('page-size', (word, what) =>
      parsePowerOfTwo(word, what, { min: 1, max: MAX_PAGE_SIZE }),
    ),
    policy,
    ...policyOptions(args),
    tlbEntries: args.optional('tlb-entries', (word, what) =>
      parseNumber(word, what, { max: MAX_TLB_ENTRIES }),
    ),
    tlbPolicy: args.optional('tlb-policy', (word, what) => parseChoice(word, what, ['lru', 'fifo'] as const)),
    tlbFlush: args.flag('tlb-flush') ? true : undefined,
  });
}
