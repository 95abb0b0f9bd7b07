/**
 * What a trace format is: it tells whether a line is one of its own, and makes readers of such lines. A new format is
 * a file in this folder and a line in registry.ts.
 */
import type { ReferenceWriter } from '../reference-writer.ts';

/** Whole lines: every byte of `bytes`, the last of which is a line feed. `view` is over the same bytes. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** So many bytes of the trace, plain, end with this block. */
  readonly end: number;
}

export interface LineReader {
  /** Lines read so far; bad ones, which `read` stops before, are not among them. */
  readonly lines: number;
  /**
   * Reads the block from byte `from` on. Answers where it stopped: at the end of the block; or earlier
   * because the writer is full, to go on from there; or before a bad line at p: the answer is then ~p (negative), and
   * nothing of that line has been written.
   */
  read(block: LineBlock, from: number): number;
}

export interface TraceFormat {
  readonly name: string;
  /** What a line should be, for the message about one that is not. */
  readonly expected: string;
  /** A line of it. */
  readonly example: string;
  /** Whether a line, which is not blank, is of this format and of no other; null: it looks like others, and has to be named. */
  readonly recognises: ((line: string) => boolean) | null;
  /** Of a format that has to be named: whether a line may well be of it. */
  readonly resembles?: (line: string) => boolean;
  /** Its reader writes the references into `writer`. */
  createReader(writer: ReferenceWriter): LineReader;
}

export const LINE_FEED = 10;

/** Characters of a line that are looked at where it is read as text; no line that is longer is any good. */
const LONGEST_TEXT = 256;

/** Where the line after the one at `at` begins. */
export function nextLine(bytes: Uint8Array, at: number): number {
  return bytes.indexOf(LINE_FEED, at) + 1;
}

/** The line at `at` as text, without its line feed; a long one is cut. */
export function lineAt(bytes: Uint8Array, at: number): string {
  if (bytes[at] === LINE_FEED) return '';
  const end = Math.min(nextLine(bytes, at) - 1, at + LONGEST_TEXT);
  return latin1.decode(bytes.subarray(at, end));
}

/** The first `most` lines from `at` on. */
export function linesAt(bytes: Uint8Array, at: number, most: number): string[] {
  const lines: string[] = [];
  for (let line = at; line < bytes.length && lines.length < most; line = nextLine(bytes, line))
    lines.push(lineAt(bytes, line));
  return lines;
}

const latin1 = new TextDecoder('latin1');
