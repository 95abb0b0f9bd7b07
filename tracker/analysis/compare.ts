/**
 * Page faults of one reference string under several policies and frame counts. Every run begins with an empty
 * machine and one process, and goes through the same engine as everything else, so many references at a time.
 */
import type { ToldPolicy } from '../../shared/conventions.ts';
import { traitsOf } from '../../shared/policy-traits.ts';
import { MAX_PAGES, type PolicyName } from '../../shared/status.ts';
import { KIND_BITS, WRITES } from '../memory/paging/packed-reference.ts';
import { Paging, type PolicyOptions } from '../memory/paging/paging.ts';
import { toldPolicy } from '../memory/paging/paging-options.ts';
import { nextUses } from '../memory/replacement/next-use.ts';
import type { Progress } from '../trace/progress-bar.ts';
import { type FramesWithin, ofAllCounts, ofMeasured } from './frames-within.ts';
import type { References } from './reference-string.ts';

export interface Result {
  readonly policy: PolicyName;
  readonly frames: number;
  readonly faults: number;
  readonly hits: number;
}

export interface Comparison {
  /** In the order given, each with what it was told. */
  readonly policies: readonly ToldPolicy[];
  readonly references: number;
  readonly distinctPages: number;
  /** Policy by policy, in the order given; within each, frame count by frame count. */
  readonly results: readonly Result[];
  /** The fewest frames that come near the cold faults, policy by policy. */
  readonly within: readonly FramesWithin[];
}

/** References between two rests. */
const STEP = 2 ** 10;

/** Between two steps: so many `references` have been made since the last rest. The time to hear signals. */
export type Rest = (references: number, progress: Progress) => Promise<void>;

/** Throws if there are more distinct pages than a machine can have. */
export async function compareReferences(
  references: References,
  policies: readonly PolicyName[],
  frameCounts: readonly number[],
  options: PolicyOptions = {},
  rest: Rest = async () => {},
): Promise<Comparison> {
  const { pages } = references;
  const string = packed(references);
  const distinctPages = string.ids.length;
  const future = policies.includes('opt') ? nextUses(pages) : new Int32Array(0);
  const results: Result[] = [];
  const within: FramesWithin[] = [];
  for (const policy of policies) {
    const total = frameCounts.length * pages.length;
    let made = 0;
    const onStep = (references: number): Promise<void> => {
      made += references;
      // How many more runs the search for the fewest frames takes, nobody knows.
      return rest(references, { part: policy, references: made, share: made <= total ? made / total : null });
    };
    const measure = async (frames: number): Promise<Result> => {
      // Frames beyond the last page stay free, whoever would have chosen among them.
      const totalFrames = Math.min(frames, Math.max(distinctPages, 1));
      const paging = new Paging({ ...options, totalFrames, pageSize: 1, policy, future });
      return { policy, frames, ...(await run(paging, string, onStep)) };
    };
    for (const frames of frameCounts) results.push(await measure(frames));
    const faults = async (frames: number): Promise<number> => (await measure(frames)).faults;
    within.push(
      traitsOf(policy).stack
        ? await ofAllCounts(policy, distinctPages, faults)
        : ofMeasured(policy, distinctPages, results),
    );
  }
  const told = policies.map((policy) => toldPolicy(policy, options));
  return { policies: told, references: pages.length, distinctPages, results, within };
}

interface PackedString {
  readonly words: Int32Array;
  /** The pages as the engine is told them: the ids themselves, which make page tables plain arrays. */
  readonly ids: Float64Array;
}

/** Page ids in order of first reference: which number a page has is nothing to any policy. */
function packed({ pages, writes }: References): PackedString {
  const ids = new Map<number, number>();
  const words = new Int32Array(pages.length);
  for (const [i, page] of pages.entries()) {
    const id = ids.get(page) ?? ids.size;
    if (id === ids.size) ids.set(page, id);
    if (id === MAX_PAGES) throw new RangeError(`more than ${MAX_PAGES} pages`);
    words[i] = (id << KIND_BITS) | (writes[i] ? WRITES : 0);
  }
  return { words, ids: Float64Array.from(ids.values()) };
}

async function run(
  paging: Paging,
  { words, ids }: PackedString,
  onStep: (references: number) => Promise<void>,
): Promise<Pick<Result, 'faults' | 'hits'>> {
  const process = paging.openProcess('trace');
  for (let at = 0; at < words.length; at += STEP) {
    const step = words.subarray(at, at + STEP);
    const made = paging.touchAll(process, step, ids);
    if (made < step.length) throw new Error(`reference ${at + made + 1} was refused`);
    await onStep(made);
  }
  const { faults, hits } = paging.counters;
  return { faults, hits };
}
