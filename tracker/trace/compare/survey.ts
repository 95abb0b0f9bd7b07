/**
 * The first look at a trace: how long it is, how many pages it has, and the LRU curve, all in one pass.
 */
import type { Results } from '../analyses/analysis.ts';
import { chooseCrew } from '../analyses/choose-crew.ts';
import type { PageNumbering } from '../page-numbering.ts';
import type { Progress } from '../progress-bar.ts';
import { SharedChunks } from '../shared-chunks.ts';
import type { ReadOptions } from '../trace-reader.ts';
import type { TraceSource } from '../trace-source.ts';
import type { KeptReferences } from './kept-references.ts';

export interface SurveyOptions extends Pick<ReadOptions, 'pageSize' | 'format' | 'skipBad' | 'notice'> {
  /** Called often while there is work. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Survey {
  readonly references: number;
  readonly distinctPages: number;
  readonly badLines: number;
  readonly format: string;
  /** faults(n) under LRU, for n from 0 to distinctPages. */
  readonly lruCurve: Float64Array;
}

/** `kept` is given all references, `look` sees every chunk as well. Throws what reading the trace throws. */
export async function surveyTrace(
  source: TraceSource,
  options: SurveyOptions,
  kept: KeptReferences,
  look: (references: Int32Array, numbering: PageNumbering) => void = () => {},
): Promise<Survey> {
  const chunks = new SharedChunks(source, options);
  const { reader } = chunks;
  // The work is small beside the reading: a thread pays only for long traces. A line has at least eight bytes.
  const crew = await chooseCrew([{ kind: 'lru-curve', frameCounts: [] }], (source.size ?? 0) / 8);
  try {
    for await (const { references, distinctPages, release } of chunks) {
      const needed = kept.add(references);
      options.onProgress?.({ part: 'reading', references: reader.references, share: reader.share });
      look(references, reader.numbering);
      await crew.add(references, distinctPages, needed ? () => {} : release);
    }
    const [results] = await crew.results();
    return {
      references: reader.references,
      distinctPages: reader.numbering.count,
      badLines: reader.badLines,
      format: reader.format ?? '',
      lruCurve: lruCurveIn(results),
    };
  } finally {
    await crew.close();
  }
}

function lruCurveIn(results: Results | undefined): Float64Array {
  if (!results?.lruCurve) throw new Error('the survey found no LRU curve');
  return results.lruCurve;
}
