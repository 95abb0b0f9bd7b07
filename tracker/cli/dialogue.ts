/**
 * One conversation with a memory, a line at a time: parse, execute, save, and only then answer. The menu, a pipe
 * and a script differ in where lines come from and in what a refusal does to the rest, not in here.
 */
import { placementOf, policyInWords, tlbInWords, unusualPlacementInWords } from '../../shared/conventions.ts';
import { printable } from '../../shared/printable.ts';
import type { Memory } from '../memory/memory.ts';
import { type Executed, NOTHING, type Session } from '../session.ts';
import type { Refused } from '../step.ts';
import { type Command, commandName, type Invocation } from './command.ts';
import { checkAnswer, checkMemory, concernsMemory, type Witness } from './expectation.ts';
import { parseLine } from './globals.ts';
import type { Output } from './output.ts';
import { calledName } from './parse.ts';
import { count } from './phrases.ts';
import type { Program } from './program.ts';
import { Reasons, sentenceOf } from './reasons.ts';
import { EXIT, Trouble, usage } from './trouble.ts';
import { worded } from './wording.ts';
import { splitWords } from './words.ts';

/** What one line came to. */
export interface LineOutcome {
  readonly exitCode: number;
  /** Whether the memory refused it: what `expect refused` can make good. */
  readonly refused: boolean;
  readonly command: Command | null;
}

/** What a script or a pipe says of one of its lines. */
export interface LineContext {
  /** Where it stands: `FILE:LINE: `. */
  readonly where?: string;
  /** Whether a refusal with a code is what the script expects next. */
  readonly expects?: (code: string) => boolean;
  /** Called before its answer; for an expectation with whether it holds. */
  readonly echo?: (held?: boolean) => void;
}

/** Where doors differ. */
export interface Manners {
  /** The exit code of a line that makes no sense: bad data where it comes from a file. */
  readonly malformed?: number;
  /** What is to be shown before the answer of a command that was done and saved. */
  readonly beforeAnswer?: (command: Command, memory: Memory) => void;
}

const USAGE_ERROR = 'is a usage error, which is no refusal: correct that line, or leave it out';

const QUIET: LineOutcome = { exitCode: EXIT.done, refused: false, command: null };

export class Dialogue {
  readonly #session: Session;
  readonly #program: Program;
  readonly #output: Output;
  readonly #malformed: number;
  readonly #beforeAnswer: (command: Command, memory: Memory) => void;
  readonly #reasons = new Reasons();
  /** The last command that was no `expect`; null where it worked on no memory, or made no sense. */
  #last: (Witness & Executed) | null = null;
  /** Of what an expectation then is short. */
  #whyNone = 'a command before it';
  #passed = 0;
  #failed = 0;

  constructor(session: Session, program: Program, manners: Manners = {}) {
    this.#malformed = manners.malformed ?? EXIT.usage;
    this.#beforeAnswer = manners.beforeAnswer ?? (() => undefined);
    this.#session = session;
    this.#program = program;
    this.#output = program.output;
  }

  /** Expectations that held, and that did not. */
  get expectations(): { readonly passed: number; readonly failed: number } {
    return { passed: this.#passed, failed: this.#failed };
  }

  /** Executes one line; a blank one or a comment is nothing. */
  async line(text: string, context: LineContext = {}): Promise<LineOutcome> {
    const expectation = /^\s*expect(\s|$)/.test(text);
    if (!expectation) context.echo?.();
    let words: string[] = [];
    try {
      words = splitWords(text);
      if (words.length === 0) return QUIET;
      return await this.execute(parseLine(words), context);
    } catch (error) {
      if (expectation) this.#fail(context);
      else this.#forget(text, isUsage(error) ? USAGE_ERROR : 'failed outside it');
      return this.#trouble(error, printable(calledName(words), 40), context.where);
    }
  }

  /** Executes what the parser understood. */
  async execute(invocation: Invocation, context: LineContext = {}): Promise<LineOutcome> {
    const { command, args, text } = invocation;
    if (command.kind === 'expect') return await this.#expect(args.rest('subject'), context);
    if (command.kind === 'program') return this.#runProgram(invocation);
    const executed = await this.#perform(invocation);
    const { result, memory, revision } = executed;
    this.#last = { line: text, ...executed };
    if (command.kind === 'init') this.#reasons.begin(sentenceOf(result));
    if (result.ok) {
      this.#beforeAnswer(command, memory);
      this.#output.done(commandName(command), revision, result.fields, result.text);
      return { exitCode: EXIT.done, refused: false, command };
    }
    const { refusal } = result;
    const message = inContext(result, worded(refusal));
    const complaint = { code: refusal.code, message, facts: { ...result.context?.fields, ...refusal } };
    this.#output.complain(
      commandName(command),
      revision,
      complaint,
      context.where,
      context.expects?.(refusal.code),
    );
    return { exitCode: EXIT.refused, refused: true, command };
  }

  /** Says what went wrong outside the memory; a bug is thrown on. */
  #trouble(error: unknown, command: string, where?: string): LineOutcome {
    if (!(error instanceof Trouble)) {
      this.#output.bug(command, this.#program.lastRevision(this.#session));
      throw error;
    }
    this.#output.complain(command, this.#program.revision(this.#session), error, where);
    return { ...QUIET, exitCode: isUsage(error) ? this.#malformed : error.exitCode };
  }

  async #perform(invocation: Invocation): Promise<Executed> {
    const { command, args, text } = invocation;
    if (command.kind === 'init') {
      const options = command.prepare(args);
      const executed = await this.#session.begin(options, text);
      return { ...executed, result: { ...executed.result, ...freshAnswer(executed.memory) } };
    }
    if (command.kind !== 'memory') throw new Error(`${commandName(command)} does not work on a memory`);
    const step = command.prepare(args);
    if (!command.changes) return this.#session.look(step);
    return this.#session.change(this.#reasons.watched(invocation, step), text);
  }

  async #runProgram({ command, args, text }: Invocation): Promise<LineOutcome> {
    if (command.kind !== 'program') return QUIET;
    this.#forget(text, 'gives none');
    if (!command.everywhere) throw usage(`'${commandName(command)}' works from the command line only`);
    const exitCode = await command.run(args, this.#program, this.#session);
    if (command.changes) this.#reasons.begin(`that is what '${printable(text, 60)}' left`);
    return { ...QUIET, exitCode, command };
  }

  async #expect(words: readonly string[], context: LineContext): Promise<LineOutcome> {
    const { divergence, revision } = await this.#compare(words);
    if (divergence === null) {
      this.#passed += 1;
      context.echo?.(true);
      this.#output.done('expect', revision, { expectation: words.join(' ') }, '');
      return QUIET;
    }
    this.#fail(context);
    const { expected, found, why } = divergence;
    const message = `expected ${expected}, but found ${found}${why ? `: ${why}` : ''}`;
    const complaint = { code: 'expectation-failed', message: printable(message, 2000) } as const;
    this.#output.complain('expect', revision, complaint, context.where);
    return { ...QUIET, exitCode: EXIT.refused };
  }

  /** The line `text` left no answer of the memory, and no later expectation speaks of one before it. */
  #forget(text: string, why: string): void {
    this.#last = null;
    this.#whyNone = `an answer of the memory: '${printable(text.trim(), 60)}' ${why}`;
  }

  #fail({ echo }: LineContext): void {
    this.#failed += 1;
    echo?.(false);
  }

  async #compare(words: readonly string[]) {
    if (!concernsMemory(words))
      return {
        divergence: checkAnswer(words, this.#last, this.#whyNone),
        revision: this.#last?.revision ?? null,
      };
    const { memory, revision } = this.#last ?? (await this.#session.look(() => NOTHING));
    return { divergence: checkMemory(words, memory, this.#reasons), revision };
  }
}

function isUsage(error: unknown): boolean {
  return error instanceof Trouble && error.code === 'usage';
}

function inContext({ context }: Refused, message: string): string {
  if (context === undefined) return message;
  return context.text + (context.text.includes('\n') ? '\n' : '; ') + message;
}

function freshAnswer(memory: Memory) {
  const { totalFrames, pageSize, replacement, tlb } = memory.paging.snapshot();
  const placement = placementOf(memory.segments.snapshot());
  const placed = unusualPlacementInWords(placement);
  const machine = [
    `${count(totalFrames, 'frame')} of ${count(pageSize, 'byte')}`,
    `replacement ${policyInWords(replacement)}`,
    ...(tlb.entries === 0 ? [] : [`TLB of ${count(tlb.entries, 'entry', 'entries')}, ${tlbInWords(tlb)}`]),
    ...(placed === null ? [] : [`segments: ${placed}`]),
  ];
  const text = `A fresh memory: ${machine.join('; ')}.`;
  return {
    ok: true,
    fields: { totalFrames, pageSize, replacement, tlb, placement },
    text,
    happenings: [],
  } as const;
}
