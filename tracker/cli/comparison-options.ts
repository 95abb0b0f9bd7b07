/** What `compare` is to run: the policies of `--policies` and the frame counts of `--frames`. */
import { printable } from '../../shared/printable.ts';
import { MAX_TOTAL_FRAMES, POLICY_NAMES, type PolicyName } from '../../shared/status.ts';
import { ascending } from '../memory/paging/page-ranges.ts';
import type { Arguments } from './arguments.ts';
import { checkPolicyOptions } from './policy-options.ts';
import { usage } from './trouble.ts';
import { parseChoice, parsePageList, splitList } from './values.ts';

/** More runs than this are a slip of the finger. */
const MOST_FRAME_COUNTS = 4096;

/** What a reference string of a page is compared with. */
export const FEW_FRAMES = [1, 2, 3, 4, 5, 6, 7, 8];

/** `usual` if nobody asks. Refuses options that none of them takes. */
export function policiesAsked(args: Arguments, usual: readonly PolicyName[]): readonly PolicyName[] {
  const policies = args.optional('policies', parsePolicies) ?? usual;
  checkPolicyOptions(args, policies, 'policies');
  return policies;
}

/** Ascending; undefined if nobody asks. */
export function frameCountsAsked(args: Arguments): readonly number[] | undefined {
  return args.optional('frames', parseFrameCounts);
}

function parsePolicies(word: string, what: string): readonly PolicyName[] {
  if (word === 'all') return POLICY_NAMES;
  return [...new Set(splitList(word).map((name) => parseChoice(name, what, POLICY_NAMES)))];
}

function parseFrameCounts(word: string, what: string): readonly number[] {
  const ranges = ascending(parsePageList(word, what, 'frame counts such as 1-8 or 3,4,16'));
  const total = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const [first = 0] = ranges[0] ?? [];
  const [, last = 0] = ranges.at(-1) ?? [];
  if (first < 1 || last > MAX_TOTAL_FRAMES)
    throw usage(`${what}: found ${printable(word, 60)}, expected counts from 1 to ${MAX_TOTAL_FRAMES}`);
  if (total > MOST_FRAME_COUNTS)
    throw usage(`${what}: found ${total} frame counts, expected ${MOST_FRAME_COUNTS} at most`);
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
}
