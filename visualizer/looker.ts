/** One look at the status file: what is there, and whether that is news. When to look is for status-source.ts. */
import { readContent } from '../shared/status-file/read.ts';
import { errnoOf, type StatusFileError } from '../shared/status-file/status-file-error.ts';
import { type Ahead, NOBODY } from '../shared/status-text/ahead.ts';
import { Parser } from '../shared/status-text/parse.ts';
import type { Observation } from './observation.ts';
import { ReadingAhead } from './reading-ahead.ts';

/** News have been reported; a doubt is trouble that a hasty look does not believe yet. */
type Found = 'news' | 'nothing' | 'doubt';

export class Looker {
  readonly #file: string;
  readonly #parser = new Parser();
  readonly #report: (observation: Observation) => void;
  /** The last content that could be read and understood; and what has been the matter since, if anything. */
  #lastBytes: Uint8Array | null = null;
  #lastTrouble: string | null = null;
  /** Of the last content that could be read. */
  #lastStamp = '';
  /** Memory that held a large file, for the next. */
  #spare: ArrayBufferLike | null = null;
  /** Where there was a large file: who reads it, too. */
  #ahead: ReadingAhead | null = null;
  /** Trouble that a hasty look found, until the next look. */
  #doubted: Observation | null = null;

  constructor(file: string, report: (observation: Observation) => void) {
    this.#file = file;
    this.#report = report;
  }

  look(hasty: boolean): Found {
    const content = readContent(this.#file, this.#lastStamp, (size) => this.#roomFor(size));
    const doubted = this.#doubted;
    this.#doubted = null;
    if (content.kind === 'unchanged') return doubted ? this.#troubled(doubted, hasty) : 'nothing';
    this.#lastStamp = content.kind === 'read' ? content.stamp : '';
    if (content.kind === 'unreadable')
      return this.#troubled({ kind: 'unreadable', reason: reasonOf(content.error) }, hasty);
    if (content.kind !== 'read') return this.#troubled(content, hasty);
    const { bytes } = content;
    if (content.stamp === '') {
      this.#spare = null;
      return this.#understand(bytes, hasty, NOBODY);
    }
    const before = this.#lastBytes;
    this.#ahead ??= new ReadingAhead();
    this.#ahead.begin(bytes);
    const found = this.#understand(bytes, hasty, this.#ahead);
    this.#spare = (this.#lastBytes === bytes ? before : bytes)?.buffer ?? null;
    return found;
  }

  /**
   * Memory that is new takes three times as long to come by as the file takes to be read into it. It can be shared with a
   * thread, and there is some to spare.
   */
  #roomFor(size: number): ArrayBufferLike {
    const spare = this.#spare;
    return spare !== null && spare.byteLength >= size ? spare : new SharedArrayBuffer(size + (size >> 3));
  }

  close(): void {
    this.#ahead?.close();
  }

  #understand(bytes: Uint8Array, hasty: boolean, ahead: Ahead): Found {
    if (this.#lastBytes !== null && Buffer.compare(this.#lastBytes, bytes) === 0) {
      if (this.#lastTrouble === null) return 'nothing';
      this.#lastTrouble = null;
      this.#report({ kind: 'back' });
      return 'news';
    }
    const parsed = this.#parser.parse(bytes, ahead);
    if (!parsed.ok) return this.#troubled({ kind: 'bad', problem: parsed.problem }, hasty);
    this.#lastBytes = bytes;
    this.#lastTrouble = null;
    this.#report({ kind: 'ok', status: parsed.status, bytes });
    return 'news';
  }

  #troubled(observation: Observation, hasty: boolean): Found {
    const trouble = JSON.stringify(observation);
    if (this.#lastTrouble === trouble) return 'nothing';
    if (hasty) {
      this.#doubted = observation;
      return 'doubt';
    }
    this.#lastTrouble = trouble;
    this.#report(observation);
    return 'news';
  }
}

/** In few words: there is a line for it. */
function reasonOf({ cause }: StatusFileError): string {
  const code = errnoOf(cause);
  if (code === '') return 'not a plain file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOTDIR') return 'a part of the path is not a directory';
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many open files';
  const { message } = cause as Error;
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+ '.*$/s, '');
}
