/**
 * How answers leave the program: results on stdout and complaints on stderr, or with `--json` one object a command
 * on one line of stdout, whatever came of it.
 */
import { trackerName } from '../../shared/own-package.ts';
import { printable, printableJson } from '../../shared/printable.ts';
import type { ErrorCode } from './trouble.ts';
import { wrapped } from './wrapped.ts';

/** Where text goes; a stream, or an array in a test. */
export interface Sink {
  write(text: string): unknown;
  /** Of a terminal: how wide it is. */
  readonly columns?: number;
}

export interface Complaint {
  readonly code: ErrorCode;
  readonly message: string;
  /** The numbers involved, for programs. */
  readonly facts?: object;
}

const BUG = 'this is a bug in the tracker, see stderr; what was answered before is saved';

export class Output {
  readonly json: boolean;
  #bugTold = false;
  #name: string | null = null;
  readonly #stdout: Sink;
  readonly #stderr: Sink;

  constructor(json: boolean, stdout: Sink, stderr: Sink) {
    this.json = json;
    this.#stdout = stdout;
    this.#stderr = stderr;
  }

  /** How wide the terminal is that reads the answers; undefined where none does. */
  get columns(): number | undefined {
    return this.#stdout.columns;
  }

  /** The command was done: its `fields`, or `text` for eyes. */
  done(
    command: string,
    revision: number | null,
    fields: Readonly<Record<string, unknown>>,
    text: string,
  ): void {
    if (this.json) this.#line({ ok: true, command, revision, ...fields });
    else if (text !== '') say(this.#stdout, text);
  }

  /** It was not done. `where` is `FILE:LINE: ` inside a script. For eyes, one that the script expects is an answer. */
  complain(
    command: string,
    revision: number | null,
    { code, message, facts }: Complaint,
    where = '',
    expected = false,
  ): void {
    const error = { ...facts, code, message: `${where}${message}` };
    if (this.json) this.#line({ ok: false, command, revision, error });
    else if (expected) say(this.#stdout, `refused, as expected: ${message}`);
    else say(this.#stderr, `${this.#self}: ${error.message}`);
  }

  /** With --json a bug is an object, too: one, of who caught it first and so knew the command. Its stack is on stderr. */
  bug(command: string, revision: number | null): void {
    if (this.json && !this.#bugTold) this.complain(command, revision, { code: 'bug', message: BUG });
    this.#bugTold = true;
  }

  /** Something the person should know that is no answer. */
  notice(sentence: string): void {
    say(this.#stderr, `${this.#self}: ${printable(sentence, 1000)}`);
  }

  /** A line of a script, before its answer. */
  echo(line: string): void {
    say(this.#stdout, printable(line, 1000));
  }

  /** Text that is not the answer to one command: help, a menu, a report. */
  print(text: string): void {
    this.#stdout.write(text);
  }

  /** Who complains: looked up once, for the first complaint. */
  get #self(): string {
    this.#name ??= trackerName();
    return this.#name;
  }

  #line(object: object): void {
    this.#stdout.write(`${printableJson(object)}\n`);
  }
}

function say(sink: Sink, text: string): void {
  sink.write(`${wrapped(text, sink.columns)}\n`);
}
