/** One look at the status file: what is there, and whether that is news. When to look is for status-source.ts. */
import { readContent } from '../shared/status-file/read.ts';
import { errnoOf, type StatusFileError } from '../shared/status-file/status-file-error.ts';
import { type Ahead, NOBODY } from '../shared/status-text/ahead.ts';
import { Parser } from '../shared/status-text/parse.ts';
import type { Observation } from './observation.ts';
import { ReadingAhead } from './reading-ahead.ts';
import { TwoMemories } from './two-memories.ts';

/** News have been reported; a doubt is trouble that a hasty look does not believe yet. */
type Found = 'news' | 'nothing' | 'doubt';

export class Looker {
  readonly #file: string;
  readonly #report: (observation: Observation) => void;
  readonly #parser = new Parser();
  /** The last content that could be read and understood; and what has been the matter since, if anything. */
  #lastBytes: Uint8Array | null = null;
  #lastTrouble: string | null = null;
  /** Of the last content that could be read. */
  #lastStamp = '';
  /** Trouble that a hasty look found, until the next look. */
  #doubted: Observation | null = null;
  /** For large files: where they are read, and who reads them, too. */
  #memories = new TwoMemories();
  #ahead: ReadingAhead | null = null;

  constructor(file: string, report: (observation: Observation) => void) {
    this.#file = file;
    this.#report = report;
  }

  look(hasty: boolean): Found {
    const content = readContent(this.#file, this.#lastStamp, (size) => this.#memories.roomFor(size));
    const doubted = this.#doubted;
    this.#doubted = null;
    if (content.kind === 'unchanged') return doubted ? this.#troubled(doubted, hasty) : 'nothing';
    this.#lastStamp = content.kind === 'read' ? content.stamp : '';
    if (content.kind === 'unreadable')
      return this.#troubled({ kind: 'unreadable', reason: reasonOf(content.error) }, hasty);
    if (content.kind !== 'read') return this.#troubled(content, hasty);
    const { bytes, stamp } = content;
    return this.#understand(bytes, stamp !== '', hasty);
  }

  close(): void {
    this.#ahead?.close();
  }

  #understand(bytes: Uint8Array, isLarge: boolean, hasty: boolean): Found {
    if (this.#lastBytes !== null && Buffer.compare(this.#lastBytes, bytes) === 0) {
      if (this.#lastTrouble === null) return 'nothing';
      this.#lastTrouble = null;
      this.#report({ kind: 'back' });
      return 'news';
    }
    const parsed = this.#parser.parse(bytes, isLarge ? this.#readingAhead(bytes) : NOBODY);
    if (!parsed.ok) return this.#troubled({ kind: 'bad', problem: parsed.problem }, hasty);
    this.#lastBytes = bytes;
    this.#lastTrouble = null;
    if (isLarge) this.#memories.hold();
    else this.#forgetLarge();
    this.#report({ kind: 'ok', status: parsed.status, bytes });
    return 'news';
  }

  #readingAhead(bytes: Uint8Array): Ahead {
    this.#ahead ??= new ReadingAhead();
    this.#ahead.begin(bytes);
    return this.#ahead;
  }

  #forgetLarge(): void {
    this.#memories = new TwoMemories();
    this.#ahead?.close();
    this.#ahead = null;
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
