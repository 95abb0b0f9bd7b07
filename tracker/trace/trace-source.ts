/**
 * Where a trace comes from: a file or standard input, plain or gzip, which its first two bytes tell (RFC 1952). What
 * comes out is plain bytes, a chunk at a time, so that a trace of any length needs no more memory than a short one.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip, type Gunzip } from 'node:zlib';
import { inputName, isStdin, openInput } from '../cli/input-file.ts';
import type { Trouble } from '../cli/trouble.ts';
import { unreadable } from '../cli/unreadable.ts';

const CHUNK_BYTES = 2 ** 18;
const CHUNKS_A_TURN = 16;
const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** Up to here: so many plain bytes, from so many bytes of the file. */
interface Place {
  readonly plain: number;
  readonly file: number;
}

const START: Place = { plain: 0, file: 0 };

/** The bytes are no whole gzip stream. */
export class DamagedGzip extends Error {}

export class TraceSource {
  /** For messages; printable. */
  readonly name: string;
  /** Bytes of the file as it is, compressed or not; null for what is no regular file. */
  readonly size: number | null;
  #bytesRead = 0;
  /** Where the chunk that was handed out last begins and ends. */
  #begin: Place = START;
  #end: Place = START;
  readonly #path: string;
  readonly #stdin: Readable;

  /** `path` is a file or, as `-`, `stdin`. Throws a `no-input` Trouble where there is no such file. */
  constructor(path: string, stdin: Readable) {
    this.#path = path;
    this.#stdin = stdin;
    this.name = inputName(path);
    this.size = isStdin(path) ? null : this.#sizeOfFile();
  }

  /** Whether `bytes` may be called again, for the same bytes. */
  get rereadable(): boolean {
    return this.size !== null;
  }

  /** Plain bytes from the beginning. Throws a `no-input` Trouble or DamagedGzip. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    this.#bytesRead = 0;
    this.#end = START;
    const raw = this.#raw();
    const start: Uint8Array[] = [];
    let length = 0;
    while (length < GZIP_MAGIC.length) {
      const { done, value } = await raw.next();
      if (done) break;
      start.push(value);
      length += value.length;
    }
    const first = start.length === 1 ? (start[0] ?? new Uint8Array(0)) : Buffer.concat(start);
    const compressed = GZIP_MAGIC.every((byte, i) => first[i] === byte);
    const all = chained(first, raw);
    const gunzip = compressed ? createGunzip({ chunkSize: CHUNK_BYTES }) : null;
    for await (const chunk of gunzip ? gunzipped(all, gunzip) : all) {
      this.#begin = this.#end;
      const plain = this.#begin.plain + chunk.length;
      this.#end = { plain, file: gunzip?.bytesWritten ?? this.#bytesRead };
      yield chunk;
    }
  }

  /**
   * How much of the file the first `plain` bytes are, 0 … 1; null where its length is not known. They end in the chunk
   * that was handed out last.
   */
  share(plain: number): number | null {
    const [begin, end] = [this.#begin, this.#end];
    // A file that grows has no length, nor has one under /proc.
    if (this.size === null || end.file > this.size) return null;
    const part = (plain - begin.plain) / (end.plain - begin.plain);
    return (begin.file + part * (end.file - begin.file)) / this.size;
  }

  async *#raw(): AsyncGenerator<Uint8Array> {
    const chunks = this.rereadable ? fileChunks(this.#path) : openInput(this.#path, this.#stdin);
    try {
      for await (const chunk of chunks) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        this.#bytesRead += bytes.length;
        yield bytes;
      }
    } catch (error) {
      throw this.#unreadable(error);
    }
  }

  #sizeOfFile(): number | null {
    try {
      const stat = statSync(this.#path);
      if (stat.isDirectory()) throw new Error('it is a directory');
      return stat.isFile() ? stat.size : null;
    } catch (error) {
      throw this.#unreadable(error);
    }
  }

  #unreadable(error: unknown): Trouble {
    return unreadable(this.name, 'the trace', error);
  }
}

/**
 * A regular file, which can be read without waiting, and four times as fast as by a stream. A chunk is good until the
 * next is asked for. Now and then everybody else gets a turn: signals, threads that have finished.
 */
async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK_BYTES);
    for (let chunk = 1; ; chunk++) {
      const length = readSync(file, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
      if (chunk % CHUNKS_A_TURN === 0) await nextTurn();
    }
  } finally {
    closeSync(file);
  }
}

async function* chained(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** The stream below asks for chunks ahead, and a chunk is good only until the next is asked for. */
async function* copied(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield chunk.slice();
}

async function* gunzipped(compressed: AsyncIterable<Uint8Array>, gunzip: Gunzip): AsyncGenerator<Uint8Array> {
  // An error of either stream reaches the loop below through `gunzip`.
  pipeline(copied(compressed), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    throw new DamagedGzip(code === 'Z_BUF_ERROR' ? 'ends too early' : 'is damaged', { cause: error });
  }
}
