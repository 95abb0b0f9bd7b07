/**
 * Page faults of a trace under several policies and frame counts: a survey, which answers for LRU, and then a policy at
 * a time, so that a thread runs one policy and its call sites stay monomorphic. Frame counts that the whole program
 * fits into need no run: every policy then has the cold faults and no other.
 *
 * Memory: a trace of up to HELD_REFERENCES is held, a longer one read again for each policy, from a temporary file if it
 * came through a pipe. For OPT it is held as a whole, and its future besides: 8 bytes a reference.
 */
import { MAX_PAGES, type PolicyName } from '../../../shared/status.ts';
import type { Comparison } from '../../analysis/compare.ts';
import { fewestWithin, ofAllCounts, ofMeasured, PERCENT } from '../../analysis/frames-within.ts';
import { Trouble } from '../../cli/trouble.ts';
import type { PolicyOptions } from '../../memory/paging/paging.ts';
import { toldPolicy } from '../../memory/paging/paging-options.ts';
import type { Faults } from '../analyses/analysis.ts';
import { chooseCrew } from '../analyses/choose-crew.ts';
import { MOST_WITH_FUTURE, nextUsesOf } from '../analyses/next-uses.ts';
import type { Specification } from '../analyses/specification.ts';
import { type SharedChunk, SharedChunks } from '../shared-chunks.ts';
import type { TraceSource } from '../trace-source.ts';
import { inMemoryChunks, type KeepOptions, KeptReferences } from './kept-references.ts';
import { batchesOf, specificationsFor } from './specifications-for.ts';
import { type Survey, type SurveyOptions, surveyTrace } from './survey.ts';

const HELD_REFERENCES = 2 ** 23;
/** What the analyses that work at the same time may need together. */
const BATCH_BYTES = 96 * 2 ** 20;
/**
 * OPT has no more faults than LRU, and so needs no more frames to come near the cold ones. Where LRU needs no more than
 * these, the curve of OPT is found out so far.
 */
const MOST_ON_CURVE = 4096;

export interface CompareTraceOptions extends SurveyOptions {
  readonly policies: readonly PolicyName[];
  readonly frameCounts: readonly number[];
  /** What policies may be told. */
  readonly policyOptions: PolicyOptions;
  /** References that are held in memory rather than read again. Default HELD_REFERENCES. */
  readonly hold?: number;
}

/** With the frames within some percent of the cold faults under LRU, whether it is asked for or not. */
export interface TraceComparison extends Comparison, Pick<Survey, 'badLines' | 'format'> {}

/** Throws a Trouble where the trace cannot be read, or not be compared under these policies. */
export async function compareTrace(
  source: TraceSource,
  options: CompareTraceOptions,
): Promise<TraceComparison> {
  const { policies, frameCounts } = options;
  const others = policies.filter((policy) => policy !== 'lru');
  const kept = new KeptReferences(whatToKeep(others, source, options.hold));
  try {
    const survey = await surveyTrace(source, options, kept);
    const { references, distinctPages, badLines, format, lruCurve } = survey;
    const curves = new Map<PolicyName, Curve>([['lru', (frames) => lruCurve[frames] ?? distinctPages]]);
    const enoughForLru = await fewestWithin(PERCENT[0], distinctPages, curveOf('lru', curves));
    const optCurve = enoughForLru <= MOST_ON_CURVE ? upTo(enoughForLru) : [];
    for (const policy of others) {
      const asked = policy === 'opt' ? [...frameCounts, ...optCurve] : frameCounts;
      const faults = await faultsUnder(policy, asked, survey, source, kept, options);
      curves.set(policy, (frames) => faults.get(frames) ?? distinctPages);
    }
    const results = policies.flatMap((policy) =>
      frameCounts.map((frames) => {
        const faults = curveOf(policy, curves)(frames);
        return { policy, frames, faults, hits: references - faults };
      }),
    );
    const within = await Promise.all(
      [...new Set<PolicyName>([...policies, 'lru'])].map((policy) =>
        policy === 'lru' || (policy === 'opt' && optCurve.length > 0)
          ? ofAllCounts(policy, distinctPages, curveOf(policy, curves), enoughForLru)
          : ofMeasured(policy, distinctPages, results),
      ),
    );
    const told = policies.map((policy) => toldPolicy(policy, options.policyOptions));
    return { policies: told, references, distinctPages, results, within, badLines, format };
  } finally {
    kept.close();
  }
}

/** The page faults with so many frames. */
type Curve = (frames: number) => number;

function curveOf(policy: PolicyName, curves: ReadonlyMap<PolicyName, Curve>): Curve {
  const curve = curves.get(policy);
  if (!curve) throw new Error(`nobody counted the faults of ${policy}`);
  return curve;
}

/** With each of `frameCounts` that the whole program does not fit into. */
async function faultsUnder(
  policy: PolicyName,
  frameCounts: readonly number[],
  survey: Survey,
  source: TraceSource,
  kept: KeptReferences,
  options: CompareTraceOptions,
): Promise<ReadonlyMap<number, number>> {
  const { references, distinctPages } = survey;
  const small = [...new Set(frameCounts)].filter((frames) => frames < distinctPages).sort((a, b) => a - b);
  if (small.length === 0) return new Map();
  const specifications = specificationsFor(policy, small, references, options.policyOptions);
  checkLimits(policy, specifications, survey, source);
  const chunks = chunksFor(policy, source, kept, distinctPages, options);
  const faults: Faults[] = [];
  const batches = batchesOf(specifications, BATCH_BYTES, distinctPages);
  for (const [done, batch] of batches.entries()) {
    const onSeen = (seen: number): void =>
      options.onProgress?.({
        part: policy,
        references: done * references + seen,
        share: (done + seen / references) / batches.length,
      });
    faults.push(...(await work(batch, chunks(), references, onSeen)));
  }
  return new Map(faults.map(({ frames, faults }) => [frames, faults]));
}

/** 1, 2, … `most`. */
function upTo(most: number): number[] {
  return Array.from({ length: most }, (_, i) => i + 1);
}

/** What these policies need to see again. */
function whatToKeep(
  policies: readonly PolicyName[],
  source: TraceSource,
  inMemory = HELD_REFERENCES,
): KeepOptions {
  if (policies.length === 0) return { inMemory: 0, beyond: 'forget' };
  if (policies.includes('opt')) return { inMemory: Number.POSITIVE_INFINITY, beyond: 'forget' };
  return { inMemory, beyond: source.rereadable ? 'forget' : 'store' };
}

/** How an analysis of `policy` gets to see the references, or for OPT their future, from the beginning. */
function chunksFor(
  policy: PolicyName,
  source: TraceSource,
  kept: KeptReferences,
  distinctPages: number,
  options: CompareTraceOptions,
): () => AsyncIterable<SharedChunk> {
  if (policy === 'opt' && kept.inMemory) {
    const future = [nextUsesOf(kept.inMemory, distinctPages)];
    return () => inMemoryChunks(future, distinctPages);
  }
  const { notice: _, ...again } = options;
  return () => kept.chunks(distinctPages) ?? new SharedChunks(source, again);
}

/** Shows the references to the analyses of a batch. */
async function work(
  batch: readonly Specification[],
  chunks: AsyncIterable<SharedChunk>,
  total: number,
  onSeen: (references: number) => void,
): Promise<Faults[]> {
  const crew = await chooseCrew(batch, total);
  let seen = 0;
  try {
    for await (const { references, distinctPages, release } of chunks) {
      seen += references.length;
      onSeen(seen);
      await crew.add(references, distinctPages, release);
    }
    return (await crew.results()).flatMap(({ faults }) => faults);
  } finally {
    await crew.close();
  }
}

function checkLimits(
  policy: PolicyName,
  specifications: readonly Specification[],
  { references, distinctPages }: Survey,
  source: TraceSource,
): void {
  if (policy === 'opt' && references > MOST_WITH_FUTURE) {
    const found = `${references} references, expected ${MOST_WITH_FUTURE} at most`;
    throw new Trouble(
      'bad-file',
      `${source.name}: found ${found} for opt, which needs all of them in memory`,
    );
  }
  const byMachine = specifications.some(({ kind }) => kind === 'machine');
  if (byMachine && distinctPages > MAX_PAGES) {
    const found = `${distinctPages} pages, expected ${MAX_PAGES} at most`;
    throw new Trouble(
      'bad-file',
      `${source.name}: found ${found} for ${policy}: a larger --page-size has fewer`,
    );
  }
}
