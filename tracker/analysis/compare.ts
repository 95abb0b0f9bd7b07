/**
 * Page faults of one reference string under several policies and frame counts. Every run begins with an empty
 * machine and one process, and goes through the same engine as everything else.
 */
import { MAX_PAGES, type PolicyName } from '../../shared/status.ts';
import { Paging, type PagingOptions } from '../memory/paging/paging.ts';
import { nextUses } from '../memory/replacement/next-use.ts';
import type { References } from './reference-string.ts';

/** What a policy may be told, as for a live machine. */
export type CompareOptions = Pick<PagingOptions, 'refOnLoad' | 'period' | 'keepCounts' | 'seed'>;

export interface Result {
  readonly policy: PolicyName;
  readonly frames: number;
  readonly faults: number;
  readonly hits: number;
}

export interface Comparison {
  readonly references: number;
  readonly distinctPages: number;
  /** Policy by policy, in the order given; within each, frame count by frame count. */
  readonly results: readonly Result[];
}

/** Throws if there are more distinct pages than a machine can have. */
export function compareReferences(
  references: References,
  policies: readonly PolicyName[],
  frameCounts: readonly number[],
  options: CompareOptions = {},
): Comparison {
  const { pages } = references;
  const distinctPages = new Set(pages).size;
  if (distinctPages > MAX_PAGES) throw new RangeError(`${distinctPages} pages are more than ${MAX_PAGES}`);
  const future = policies.includes('opt') ? nextUses(pages) : new Int32Array(0);
  const results = policies.flatMap((policy) =>
    frameCounts.map((frames) => {
      // Frames beyond the last page stay free, whoever would have chosen among them.
      const totalFrames = Math.min(frames, Math.max(distinctPages, 1));
      const paging = new Paging({ ...options, totalFrames, pageSize: 1, policy, future });
      return { policy, frames, ...run(paging, references) };
    }),
  );
  return { references: pages.length, distinctPages, results };
}

function run(paging: Paging, { pages, writes }: References): Pick<Result, 'faults' | 'hits'> {
  const slot = paging.openProcess('trace');
  for (let i = 0; i < pages.length; i++) paging.touch(slot, pages[i] ?? 0, writes[i] === 1);
  const { faults, hits } = paging.counters;
  return { faults, hits };
}
