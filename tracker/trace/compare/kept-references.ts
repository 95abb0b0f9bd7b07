/**
 * The references of a trace, kept for those who want to see them again: in memory, four bytes each, as far as they may
 * be; and beyond that, where the trace itself cannot be read again, all of them in a temporary file. It has no name by
 * then, so that the system takes it away with the process, whatever happens.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printable } from '../../../shared/printable.ts';
import { Trouble } from '../../cli/trouble.ts';
import { CHUNK_WORDS, newSharedChunk, type SharedChunk } from '../shared-chunks.ts';

export interface KeepOptions {
  /** References in memory, at most. */
  readonly inMemory: number;
  /** What happens to a trace that is longer. */
  readonly beyond: 'forget' | 'store';
}

export class KeptReferences {
  readonly #options: KeepOptions;
  #inMemory: Int32Array[] | null = [];
  #count = 0;
  #file: number | null = null;

  constructor(options: KeepOptions) {
    this.#options = options;
  }

  /** All references in order, in shared memory; null where there are too many. */
  get inMemory(): readonly Int32Array[] | null {
    return this.#inMemory;
  }

  /** The next references, in shared memory. Answers whether they are needed as they are: they must not be written over. */
  add(references: Int32Array): boolean {
    this.#count += references.length;
    if (this.#inMemory !== null && this.#count <= this.#options.inMemory) {
      this.#inMemory.push(references);
      return true;
    }
    if (this.#options.beyond === 'store') {
      for (const kept of this.#inMemory ?? []) this.#store(kept);
      this.#store(references);
    }
    this.#inMemory = null;
    return false;
  }

  /** All of them again, of `distinctPages` pages; null where they were forgotten. */
  chunks(distinctPages: number): AsyncIterable<SharedChunk> | null {
    if (this.#inMemory !== null) return inMemoryChunks(this.#inMemory, distinctPages);
    return this.#file === null ? null : storedChunks(this.#file, this.#count, distinctPages);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #store(references: Int32Array): void {
    try {
      this.#file ??= namelessFile();
      const bytes = Buffer.from(references.buffer, references.byteOffset, references.byteLength);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Trouble(
        'io',
        `the trace, which cannot be read again, cannot be kept in ${printable(tmpdir())}: ${printable(reason)}; save it to a file first`,
        error,
      );
    }
  }
}

/** For those who look once. */
export function nothingKept(): KeptReferences {
  return new KeptReferences({ inMemory: 0, beyond: 'forget' });
}

function namelessFile(): number {
  const directory = mkdtempSync(join(tmpdir(), 'trace-'));
  try {
    const path = join(directory, 'references');
    const file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    return file;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** References that are in shared memory, a chunk at a time. */
export async function* inMemoryChunks(
  kept: readonly Int32Array[],
  distinctPages: number,
): AsyncGenerator<SharedChunk> {
  for (const words of kept) {
    for (let at = 0; at < words.length; at += CHUNK_WORDS) {
      const references = words.subarray(at, at + CHUNK_WORDS);
      yield { references, distinctPages, release: () => {} };
    }
  }
}

async function* storedChunks(
  file: number,
  count: number,
  distinctPages: number,
): AsyncGenerator<SharedChunk> {
  const spare: Int32Array[] = [];
  for (let at = 0; at < count; at += CHUNK_WORDS) {
    const chunk = spare.pop() ?? newSharedChunk();
    const references = chunk.subarray(0, Math.min(CHUNK_WORDS, count - at));
    const bytes = Buffer.from(references.buffer, 0, references.byteLength);
    const start = at * Int32Array.BYTES_PER_ELEMENT;
    for (let read = 0; read < bytes.length; ) {
      read += readSync(file, bytes, read, bytes.length - read, start + read);
    }
    yield { references, distinctPages, release: () => spare.push(chunk) };
  }
}
