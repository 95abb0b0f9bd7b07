/**
 * Reads a trace: bytes → lines → accesses → references, in chunks of words (packed-reference.ts). A bad line is refused with
 * file and line, or counted and passed over; nothing is kept but the numbering of the pages.
 */
import { printable } from '../../shared/printable.ts';
import { count } from '../cli/phrases.ts';
import { Trouble } from '../cli/trouble.ts';
import { ANY_EXPECTED, formatLike, formatOf, OTHERS_NEED } from './formats/registry.ts';
import {
  type LineBlock,
  type LineReader,
  lineAt,
  linesAt,
  nextLine,
  type TraceFormat,
} from './formats/trace-format.ts';
import { LONGEST_LINE, lineBlocks, TOO_LONG } from './line-blocks.ts';
import { type PageNumbering, TooManyPages } from './page-numbering.ts';
import { ReferenceWriter } from './reference-writer.ts';
import { DamagedGzip, type TraceSource } from './trace-source.ts';

/** References in a chunk that nobody has ordered otherwise: 256 KiB. */
const CHUNK_WORDS = 2 ** 16;

/** Lines by which a trace is found to be like one of another format. */
const LIKENESS = 16;

/** What some editors write before a text: U+FEFF in UTF-8. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

export interface ReadOptions {
  /** Bytes in a page: a power of two. */
  readonly pageSize: number;
  /** The format; without it the first line of the trace that says something tells. */
  readonly format?: TraceFormat;
  /** Count bad lines and go on. Default: refuse the trace at the first. */
  readonly skipBad?: boolean;
  /** Told what the person should know who did not name the format. */
  readonly notice?: (sentence: string) => void;
  /** Hand out what there is after every chunk of bytes, not only full chunks: for those who watch. Default false. */
  readonly eager?: boolean;
  /** Where the next chunk of references goes. Default: over the one before. */
  readonly newChunk?: () => Int32Array;
}

export class TraceReader {
  readonly #source: TraceSource;
  readonly #options: ReadOptions;
  readonly #newChunk: () => Int32Array;
  readonly #writer: ReferenceWriter;
  #format: TraceFormat | null;
  #lines: LineReader | null;
  /** Lines that told nothing about the format, and bad ones. */
  #otherLines = 0;
  #badLines = 0;
  #references = 0;
  /** Plain bytes of the trace. */
  #bytesRead = 0;

  constructor(source: TraceSource, options: ReadOptions) {
    const ours = new Int32Array(options.newChunk ? 0 : CHUNK_WORDS);
    this.#source = source;
    this.#options = options;
    this.#newChunk = options.newChunk ?? (() => ours);
    this.#writer = new ReferenceWriter(options.pageSize, this.#newChunk());
    this.#format = options.format ?? null;
    this.#lines = this.#format?.createReader(this.#writer) ?? null;
  }

  /** The pages seen so far, and their ids. */
  get numbering(): PageNumbering {
    return this.#writer.numbering;
  }

  /** Lines passed over. */
  get badLines(): number {
    return this.#badLines;
  }

  /** References handed out so far. */
  get references(): number {
    return this.#references;
  }

  /** How much of the trace they are, 0 … 1; null where its length is not known. */
  get share(): number | null {
    return this.#source.share(this.#bytesRead);
  }

  /** Of the trace; null before its first line that tells. */
  get format(): string | null {
    return this.#format?.name ?? null;
  }

  /**
   * All references in order. A chunk is good until the next is asked for, unless `newChunk` gave it for keeps. Throws
   * a `bad-file` Trouble for what cannot be read, and for a trace without references; `no-input` for a missing one.
   */
  async *chunks(): AsyncGenerator<Int32Array> {
    try {
      for await (const block of lineBlocks(this.#source.bytes())) yield* this.#read(block);
    } catch (error) {
      throw this.#worded(error);
    }
    while (!this.#writer.empty) yield* this.#written();
    if (this.#references > 0) return;
    const found =
      this.#badLines > 0 ? `${count(this.#badLines, 'bad line')} and no reference` : 'no reference';
    throw this.#bad(found, this.#expected, undefined, Math.max(1, this.#linesRead));
  }

  *#read(block: LineBlock | typeof TOO_LONG): Generator<Int32Array> {
    if (block === TOO_LONG) {
      this.#pass(`a line of more than ${LONGEST_LINE} bytes`);
      return;
    }
    const { bytes } = block;
    for (let at = this.#bytesRead === 0 ? lengthOfMark(bytes) : 0; at < bytes.length; ) {
      this.#lines ??= this.#tellFormat(bytes, at);
      at = this.#lines === null ? nextLine(bytes, at) : this.#readLines(this.#lines, block, at);
      this.#bytesRead = block.end - bytes.length + at;
      while (this.#writer.full) yield* this.#written();
    }
    if (this.#options.eager && !this.#writer.empty) yield* this.#written();
  }

  /** Reads as far as there is room and no bad line; answers where to go on. */
  #readLines(lines: LineReader, block: LineBlock, from: number): number {
    const at = lines.read(block, from);
    if (at >= 0) return at;
    this.#pass(`'${printable(lineAt(block.bytes, ~at), 60)}'`);
    return nextLine(block.bytes, ~at);
  }

  /** A reader for the format that the line at `at` is of; null where it does not tell. */
  #tellFormat(bytes: Uint8Array, at: number): LineReader | null {
    const line = lineAt(bytes, at);
    const format = formatOf(line);
    if (format === 'none') this.#pass(`'${printable(line, 60)}'`);
    else if (format === 'unsure') this.#otherLines++;
    else {
      this.#format = format;
      const other = formatLike(linesAt(bytes, at, LIKENESS));
      if (other)
        this.#options.notice?.(
          `${this.#source.name}: read as ${format.name}; if it is a ${other.name} trace, which looks alike, say --format ${other.name}`,
        );
      return format.createReader(this.#writer);
    }
    return null;
  }

  /** What has been written; what is left of an access that found no room follows behind. */
  *#written(): Generator<Int32Array> {
    const words = this.#writer.take(this.#newChunk());
    this.#references += words.length;
    yield words;
    this.#writer.resume();
  }

  /** A bad line: counted, or refused. */
  #pass(found: string): void {
    if (!this.#options.skipBad) {
      throw this.#bad(found, `${this.#expected} (--skip-bad counts such lines and goes on)`);
    }
    this.#badLines++;
    this.#otherLines++;
  }

  /** Of a line. */
  get #expected(): string {
    if (this.#format === null) return ANY_EXPECTED;
    const { expected } = this.#format;
    return this.#options.format ? expected : `${expected}; ${OTHERS_NEED}`;
  }

  get #linesRead(): number {
    return this.#otherLines + (this.#lines?.lines ?? 0);
  }

  /** `line`: default the one behind those that have been read. */
  #bad(found: string, expected: string, cause?: unknown, line = this.#linesRead + 1): Trouble {
    return new Trouble(
      'bad-file',
      `${this.#source.name}:${line}: found ${found}, expected ${expected}`,
      cause,
    );
  }

  #worded(error: unknown): unknown {
    if (error instanceof DamagedGzip)
      return this.#bad(`gzip data that ${error.message}`, 'a whole gzip file', error);
    if (error instanceof TooManyPages)
      return this.#bad(error.message, 'fewer: choose a larger --page-size', error);
    return error;
  }
}

function lengthOfMark(bytes: Uint8Array): number {
  return BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? BYTE_ORDER_MARK.length : 0;
}
