/**
 * The first look at a trace: how long it is, how many pages it has, and the LRU curve, all in one pass. References that
 * may be needed again are held meanwhile, four bytes each.
 */
import type { Results } from '../analyses/analysis.ts';
import { crewOf } from '../analyses/crew.ts';
import type { PageNumbering } from '../page-numbering.ts';
import { SharedChunks } from '../shared-chunks.ts';
import type { ReadOptions } from '../trace-reader.ts';
import type { TraceSource } from '../trace-source.ts';

export type SurveyOptions = Pick<ReadOptions, 'pageSize' | 'format' | 'skipBad'>;

export interface Survey {
  readonly references: number;
  readonly distinctPages: number;
  readonly badLines: number;
  readonly format: string;
  /** faults(n) under LRU, for n from 0 to distinctPages. */
  readonly lruCurve: Float64Array;
  /** All references in order, in shared memory; null where they were not held. */
  readonly held: readonly Int32Array[] | null;
}

/**
 * `hold`: the most references to be held; if there are more, none are. `look` sees every chunk as well. Throws what
 * reading the trace throws.
 */
export async function surveyTrace(
  source: TraceSource,
  options: SurveyOptions,
  hold: number,
  look: (references: Int32Array, numbering: PageNumbering) => void = () => {},
): Promise<Survey> {
  const chunks = new SharedChunks(source, options);
  const { reader } = chunks;
  // The work is small beside the reading: a thread pays only for long traces. A line has at least eight bytes.
  const crew = await crewOf([{ kind: 'lru-curve', frameCounts: [] }], (source.size ?? 0) / 8);
  let held: Int32Array[] | null = [];
  try {
    for await (const { references, distinctPages, release } of chunks) {
      if (reader.references > hold) held = null;
      held?.push(references);
      look(references, reader.numbering);
      await crew.add(references, distinctPages, held ? () => {} : release);
    }
    const [results] = await crew.results();
    return {
      references: reader.references,
      distinctPages: reader.numbering.count,
      badLines: reader.badLines,
      format: reader.format ?? '',
      lruCurve: lruCurveIn(results),
      held,
    };
  } finally {
    await crew.close();
  }
}

function lruCurveIn(results: Results | undefined): Float64Array {
  if (!results?.lruCurve) throw new Error('the survey found no LRU curve');
  return results.lruCurve;
}
