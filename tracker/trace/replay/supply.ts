/** The references of a replay: as they are read, or, for OPT, which must know what comes, all read before it begins. */

import { Trouble } from '../../cli/trouble.ts';
import { MOST_WITH_FUTURE, nextUsesOf } from '../analyses/next-uses.ts';
import { SharedChunks } from '../shared-chunks.ts';
import { type ReadOptions, TraceReader } from '../trace-reader.ts';
import type { TraceSource } from '../trace-source.ts';

export interface Supply {
  /** All references of the trace, in order; a chunk is good until the next is asked for. */
  readonly chunks: AsyncIterable<Int32Array>;
  /** The page of each page id that has come so far. */
  readonly pages: () => Float64Array;
  /** How much of the trace the references are that have come so far, 0 … 1; null where its length is not known. */
  readonly share: () => number | null;
  readonly badLines: () => number;
  /** Of each reference the number of the next one to its page; only where it was asked for. */
  readonly future?: Int32Array;
}

type SupplyOptions = Pick<ReadOptions, 'pageSize' | 'format' | 'skipBad' | 'notice'>;

/** Has read the first references already: what is no trace at all is refused before anything begins. */
export async function streamed(source: TraceSource, options: SupplyOptions): Promise<Supply> {
  const reader = new TraceReader(source, { ...options, eager: true });
  const chunks = reader.chunks();
  const first = await chunks.next();
  return {
    chunks: (async function* () {
      if (!first.done) yield first.value;
      yield* chunks;
    })(),
    pages: () => reader.numbering.pages,
    share: () => reader.share,
    badLines: () => reader.badLines,
  };
}

/** The whole trace and its future in memory: 8 bytes a reference. */
export async function foreseen(source: TraceSource, options: SupplyOptions): Promise<Supply> {
  const chunks = new SharedChunks(source, options);
  const { reader } = chunks;
  const kept: Int32Array[] = [];
  for await (const { references } of chunks) kept.push(references);
  const total = reader.references;
  if (total > MOST_WITH_FUTURE) {
    const found = `${total} references, expected ${MOST_WITH_FUTURE} at most`;
    throw new Trouble(
      'bad-file',
      `${source.name}: found ${found} for opt, which needs all of them in memory`,
    );
  }
  let handedOut = 0;
  return {
    chunks: (async function* () {
      for (const chunk of kept) {
        handedOut += chunk.length;
        yield chunk;
      }
    })(),
    pages: () => reader.numbering.pages,
    share: () => handedOut / total,
    badLines: () => reader.badLines,
    future: nextUsesOf(kept, reader.numbering.count),
  };
}
