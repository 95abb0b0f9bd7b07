/**
 * Page faults of a trace under several policies and frame counts: a survey, which answers for LRU, and then a policy at
 * a time, so that a thread runs one policy and its call sites stay monomorphic. Frame counts that the whole program
 * fits into need no run: every policy then has the cold faults and no other.
 *
 * Memory: a trace of up to HELD_REFERENCES is held, a longer one read again for each policy. For OPT it is held as a
 * whole, and its future besides: 8 bytes a reference. So is what comes from standard input, at 4 bytes.
 */
import { MAX_PAGES, type PolicyName } from '../../../shared/status.ts';
import type { CompareOptions, Comparison } from '../../analysis/compare.ts';
import { Trouble } from '../../cli/trouble.ts';
import type { Faults } from '../analyses/analysis.ts';
import { crewOf } from '../analyses/crew.ts';
import { MOST_WITH_FUTURE, nextUsesOf } from '../analyses/next-uses.ts';
import type { Specification } from '../analyses/specification.ts';
import { CHUNK_WORDS, type SharedChunk, SharedChunks } from '../shared-chunks.ts';
import type { TraceSource } from '../trace-source.ts';
import { batchesOf, specificationsFor } from './specifications-for.ts';
import { type Survey, type SurveyOptions, surveyTrace } from './survey.ts';

const HELD_REFERENCES = 2 ** 24;
/** What the analyses that work at the same time may need together. */
const BATCH_BYTES = 96 * 2 ** 20;

export interface CompareTraceOptions extends SurveyOptions {
  readonly policies: readonly PolicyName[];
  readonly frameCounts: readonly number[];
  /** What policies may be told. */
  readonly policyOptions: CompareOptions;
  /** References that are held rather than read again. Default HELD_REFERENCES. */
  readonly hold?: number;
}

export interface TraceComparison extends Comparison, Pick<Survey, 'badLines' | 'format' | 'lruCurve'> {}

/** Throws a Trouble where the trace cannot be read, or not be compared under these policies. */
export async function compareTrace(
  source: TraceSource,
  options: CompareTraceOptions,
): Promise<TraceComparison> {
  const { policies, frameCounts } = options;
  const others = policies.filter((policy) => policy !== 'lru');
  const survey = await surveyTrace(source, options, heldFor(others, source, options.hold));
  const { references, distinctPages, badLines, format, lruCurve } = survey;
  const small = frameCounts.filter((frames) => frames < distinctPages);
  const counts = new Map([['lru', new Map(small.map((frames) => [frames, lruCurve[frames] ?? 0]))]]);
  for (const policy of small.length === 0 ? [] : others) {
    const found = await faultsOf(policy, small, source, survey, options);
    counts.set(policy, new Map(found.map(({ frames, faults }) => [frames, faults])));
  }
  const results = policies.flatMap((policy) =>
    frameCounts.map((frames) => {
      const faults = counts.get(policy)?.get(frames) ?? distinctPages;
      return { policy, frames, faults, hits: references - faults };
    }),
  );
  return { references, distinctPages, results, badLines, format, lruCurve };
}

/** References that are to be held for these policies, at most. */
function heldFor(policies: readonly PolicyName[], source: TraceSource, hold = HELD_REFERENCES): number {
  if (policies.length === 0) return 0;
  return policies.includes('opt') || !source.rereadable ? Number.POSITIVE_INFINITY : hold;
}

/** Runs `policy` with each of `frameCounts`. */
async function faultsOf(
  policy: PolicyName,
  frameCounts: readonly number[],
  source: TraceSource,
  survey: Survey,
  options: CompareTraceOptions,
): Promise<Faults[]> {
  const { references, distinctPages, held } = survey;
  const specifications = specificationsFor(policy, frameCounts, references, options.policyOptions);
  checkLimits(policy, survey, source);
  const future = policy === 'opt' && held ? [nextUsesOf(held, distinctPages)] : null;
  const faults: Faults[] = [];
  for (const batch of batchesOf(specifications, BATCH_BYTES, distinctPages)) {
    const kept = future ?? held;
    const chunks = kept ? keptChunks(kept, distinctPages) : new SharedChunks(source, options);
    faults.push(...(await work(batch, chunks, references)));
  }
  return faults;
}

/** Shows the references to the analyses of a batch. */
async function work(
  batch: readonly Specification[],
  chunks: AsyncIterable<SharedChunk>,
  total: number,
): Promise<Faults[]> {
  const crew = await crewOf(batch, total);
  try {
    for await (const { references, distinctPages, release } of chunks) {
      await crew.add(references, distinctPages, release);
    }
    return (await crew.results()).flatMap(({ faults }) => faults);
  } finally {
    await crew.close();
  }
}

async function* keptChunks(kept: readonly Int32Array[], distinctPages: number): AsyncGenerator<SharedChunk> {
  for (const words of kept) {
    for (let at = 0; at < words.length; at += CHUNK_WORDS) {
      const references = words.subarray(at, at + CHUNK_WORDS);
      yield { references, distinctPages, release: () => {} };
    }
  }
}

function checkLimits(policy: PolicyName, { references, distinctPages }: Survey, source: TraceSource): void {
  if (policy === 'opt' && references > MOST_WITH_FUTURE) {
    const found = `${references} references, expected ${MOST_WITH_FUTURE} at most`;
    throw new Trouble(
      'bad-file',
      `${source.name}: found ${found} for opt, which needs all of them in memory`,
    );
  }
  const byMachine = !['lru', 'fifo', 'clock', 'opt'].includes(policy);
  if (byMachine && distinctPages > MAX_PAGES) {
    const found = `${distinctPages} pages, expected ${MAX_PAGES} at most`;
    throw new Trouble(
      'bad-file',
      `${source.name}: found ${found} for ${policy}: a larger --page-size has fewer`,
    );
  }
}
