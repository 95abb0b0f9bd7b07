/** Reads a trace that is a string of a test: what the reader makes of it. */
import { Readable } from 'node:stream';
import { Trouble } from '../../cli/trouble.ts';
import { KIND_BITS } from '../../memory/paging/packed-reference.ts';
import { formatNamed } from '../formats/registry.ts';
import { KIND_MASK, KIND_NAMES } from '../reference.ts';
import { type ReadOptions, TraceReader } from '../trace-reader.ts';
import { TraceSource } from '../trace-source.ts';

export interface ReadText {
  /** `load 4`, `store 5`: kind and page of each reference. */
  readonly references: readonly string[];
  readonly badLines: number;
  readonly format: string | null;
}

export interface TextOptions extends Partial<Omit<ReadOptions, 'format'>> {
  readonly format?: string;
  /** The lengths in which the bytes arrive, over and over. Default: all at once. */
  readonly pieces?: readonly number[];
}

/** Pages have 4096 bytes unless `options` say otherwise. Throws what the reader throws. */
export async function readText(content: string | Uint8Array, options: TextOptions = {}): Promise<ReadText> {
  const { pieces = [], format, ...rest } = options;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const source = new TraceSource('-', Readable.from(inPieces(bytes, pieces), { objectMode: true }));
  const named = format === undefined ? undefined : formatNamed(format);
  const reader = new TraceReader(source, { pageSize: 4096, ...(named ? { format: named } : {}), ...rest });
  const words: number[] = [];
  for await (const chunk of reader.chunks()) words.push(...chunk);
  const { pages } = reader.numbering;
  const references = words.map((word) => `${KIND_NAMES[word & KIND_MASK]} ${pages[word >> KIND_BITS]}`);
  return { references, badLines: reader.badLines, format: reader.format };
}

/** The message of the Trouble that reading `content` comes to, with its code before it. */
export async function troubleOf(content: string | Uint8Array, options: TextOptions = {}): Promise<string> {
  try {
    await readText(content, options);
  } catch (error) {
    if (error instanceof Trouble) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no trouble';
}

function* inPieces(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = lengths.length === 0 ? bytes.length : (lengths[i % lengths.length] ?? 1);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}
