/**
 * The references of a trace in shared memory, where threads read them. Chunks that nobody needs any more are written
 * over: a trace of any length needs as many as are looked at at the same time.
 */
import { type ReadOptions, TraceReader } from './trace-reader.ts';
import type { TraceSource } from './trace-source.ts';

/** References in a chunk: 256 KiB. */
export const CHUNK_WORDS = 2 ** 16;

export interface SharedChunk {
  readonly references: Int32Array;
  /** Page ids so far are below this. */
  readonly distinctPages: number;
  /** For whoever needs the chunk no longer; without it, it is kept. */
  readonly release: () => void;
}

export class SharedChunks {
  readonly reader: TraceReader;
  readonly #spare: Int32Array[] = [];

  constructor(source: TraceSource, options: Omit<ReadOptions, 'newChunk'>) {
    const newChunk = () => this.#spare.pop() ?? newSharedChunk();
    this.reader = new TraceReader(source, { ...options, newChunk });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SharedChunk> {
    for await (const references of this.reader.chunks()) {
      const release = () => this.#spare.push(new Int32Array(references.buffer));
      yield { references, distinctPages: this.reader.numbering.count, release };
    }
  }
}

/** Room for CHUNK_WORDS references. */
export function newSharedChunk(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(CHUNK_WORDS * Int32Array.BYTES_PER_ELEMENT));
}
