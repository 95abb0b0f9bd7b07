/**
 * Whether an `expect` line holds. What it concerns is the answer of the last command that was not an `expect` itself, or
 * the memory.
 */

import { printable } from '../../shared/printable.ts';
import { DISK } from '../../shared/status.ts';
import type { Memory } from '../memory/memory.ts';
import type { Done, Refused } from '../step.ts';
import { didYouMean } from './did-you-mean.ts';
import { type Reasons, sentenceOf } from './reasons.ts';
import { usage } from './trouble.ts';
import { parseName, parseNumber } from './values.ts';
import { REFUSAL_CODES } from './wording.ts';
import { wordsOrNone } from './words.ts';

/** The last command and its answer. */
export interface Witness {
  readonly line: string;
  readonly result: Done | Refused;
}

/** What was found instead; null where the expectation holds. */
export type Divergence = {
  readonly expected: string;
  readonly found: string;
  /** A sentence, where `found` does not say it. */
  readonly why?: string;
} | null;

/** Reads its words (a usage `Trouble` where they make no sense) and compares. */
type Check<Compared> = (words: readonly string[], compared: Compared) => Divergence;

const OF_ANSWER: Readonly<Record<string, Check<Witness>>> = {
  hit: (words, witness) => {
    none(words, 'hit');
    return compare('a hit', field(witness, 'fault') ? 'a page fault' : 'a hit');
  },
  fault: (words, witness) => {
    none(words, 'fault');
    return compare('a page fault', field(witness, 'fault') ? 'a page fault' : 'a hit');
  },
  victim: (words, witness) => {
    const victim = field(witness, 'victim') as { pid: string; page: number } | null;
    const found = victim === null ? 'no victim' : `victim ${victim.pid} page ${victim.page}`;
    if (words.length === 1 && words[0] === 'none') return compare('no victim', found);
    const [pid, page] = exactly(words, 2, 'victim PID PAGE, or victim none');
    return compare(`victim ${parseName(pid ?? '', 'PID')} page ${parseNumber(page ?? '', 'PAGE')}`, found);
  },
  frame: (words, witness) => number(words, 'frame', field(witness, 'frame')),
  physical: (words, witness) => number(words, 'physical', field(witness, 'physical')),
  base: (words, witness) => number(words, 'base', field(witness, 'base')),
  refused: (words, { result }) => {
    if (words.length > 1) throw malformed(words[1] ?? '', 'refused, or refused CODE');
    const [code] = words;
    if (code !== undefined && !REFUSAL_CODES.includes(code)) throw unknownCode(code);
    const found = result.ok ? 'done' : code === undefined ? 'refused' : `refused ${result.refusal.code}`;
    return compare(code === undefined ? 'refused' : `refused ${code}`, found);
  },
};

const OF_MEMORY: Readonly<Record<string, Check<Memory>>> = {
  faults: (words, { paging }) => number(words, 'faults', paging.counters.faults),
  hits: (words, { paging }) => number(words, 'hits', paging.counters.hits),
  evictions: (words, { paging }) => number(words, 'evictions', paging.counters.evictions),
  'write-backs': (words, { paging }) => number(words, 'write-backs', paging.counters.writeBacks),
  free: (words, { paging }) => number(words, 'free', paging.freeFrames),
  frames: (words, memory) =>
    compare(`frames ${words.map(frameContent).join(' ')}`, `frames ${frames(memory).join(' ')}`),
  holes: (words, { segments }) => {
    const found = segments.holes().map(([base, size]) => `${base}:${size}`);
    const expected = words.join(' ') === 'none' ? [] : words.map(hole);
    return compare(`holes ${expected.join(' ') || 'none'}`, `holes ${found.join(' ') || 'none'}`);
  },
};

/** What an expectation may speak of. */
export const SUBJECTS: readonly string[] = Object.keys({ ...OF_ANSWER, ...OF_MEMORY });

/** Subjects that are read off the answer of the last command: the field of it that says so, and which commands have it. */
const FIELD_OF: ReadonlyMap<string, readonly [field: string, commands: string]> = new Map([
  ['hit', ['fault', 'access']],
  ['fault', ['fault', 'access']],
  ['victim', ['victim', 'access']],
  ['frame', ['frame', 'access, translate, map, or an alloc of one page']],
  ['physical', ['physical', 'access, translate or segment translate']],
  ['base', ['base', 'segment alloc or segment resize']],
]);

/**
 * Whether `line` is `expect refused`, with `code` or none; where no `code` is given, with any. Null for a blank line or a
 * comment, which says nothing either way.
 */
export function expectsRefusal(line: string, code?: string): boolean | null {
  const words = wordsOrNone(line);
  if (words?.length === 0) return null;
  const [command, subject, expected] = words ?? [];
  if (command !== 'expect' || subject !== 'refused') return false;
  return code === undefined || expected === undefined || expected === code;
}

/** Whether `words` (all after `expect`) speak of the memory, whatever command went before. */
export function concernsMemory([subject = '']: readonly string[]): boolean {
  return Object.hasOwn(OF_MEMORY, subject);
}

/** `words` do. */
export function checkMemory(words: readonly string[], memory: Memory, reasons: Reasons): Divergence {
  const [subject = '', ...rest] = words;
  return because(OF_MEMORY[subject]?.(rest, memory) ?? null, reasons.of(subject));
}

/** `words` speak of the last command, or make no sense; `whyNone` says why there is no `witness`. */
export function checkAnswer(words: readonly string[], witness: Witness | null, whyNone: string): Divergence {
  const [subject = '', ...rest] = words;
  const check = Object.hasOwn(OF_ANSWER, subject) ? OF_ANSWER[subject] : undefined;
  if (!check) throw malformed(subject, `one of ${SUBJECTS.join(', ')}`);
  if (witness === null) throw usage(`expect ${subject} needs ${whyNone}`);
  const divergence = check(rest, witness);
  return unanswered(words, witness) ?? because(divergence, sentenceOf(witness.result));
}

/** The contents of the frames as `expect frames` writes them. */
function frames(memory: Memory): string[] {
  const { processes, totalFrames } = memory.paging.snapshot();
  const held: string[] = new Array(totalFrames).fill('-');
  for (const { pid, table } of processes) {
    table.frames.forEach((frame, k) => {
      if (frame === DISK) return;
      for (let i = 0; i < (table.counts[k] ?? 0); i++) {
        const page = (table.pages[k] ?? 0) + i;
        held[frame + i] = processes.length > 1 ? `${pid}:${page}` : `${page}`;
      }
    });
  }
  return held;
}

/** What one frame is expected to hold, its page number in decimal. */
function frameContent(word: string): string {
  const [, pid, page = ''] = /^(?:(.*):)?(.*)$/s.exec(word) ?? [];
  if (word === '-') return word;
  const owner = pid === undefined ? '' : `${parseName(pid, 'PID')}:`;
  return `${owner}${parseNumber(page, 'PAGE')}`;
}

/** `base:size`, both in decimal. */
function hole(word: string): string {
  const [base, size, ...rest] = word.split(':');
  if (base === undefined || size === undefined || rest.length > 0)
    throw malformed(word, 'holes such as 1100:50, or none');
  return `${parseNumber(base, 'BASE')}:${parseNumber(size, 'SIZE')}`;
}

/** Where the last command's answer does not speak of what is expected: it was refused, or is of another kind. */
function unanswered(words: readonly string[], { line, result }: Witness): Divergence {
  const [subject = ''] = words;
  const known = FIELD_OF.get(subject);
  if (known === undefined) return null;
  const [name, commands] = known;
  const expected = words.join(' ');
  if (!result.ok) return { expected, found: `refused ${result.refusal.code}`, why: sentenceOf(result) };
  if (Object.hasOwn(result.fields, name)) return null;
  const found = `'${printable(line, 60)}', whose answer has no ${subject}`;
  return { expected, found, why: `ask it after ${commands}` };
}

function field({ result }: Witness, name: string): unknown {
  return result.ok && Object.hasOwn(result.fields, name) ? result.fields[name] : null;
}

function number(words: readonly string[], what: string, found: unknown): Divergence {
  const [word = ''] = exactly(words, 1, `${what} N`);
  return compare(
    `${what} ${parseNumber(word, what)}`,
    typeof found === 'number' ? `${what} ${found}` : String(found),
  );
}

function compare(expected: string, found: string): Divergence {
  return expected === found ? null : { expected, found };
}

function because(divergence: Divergence, why: string): Divergence {
  return divergence && { ...divergence, why };
}

function none(words: readonly string[], what: string): void {
  if (words.length > 0) throw malformed(words[0] ?? '', `nothing after ${what}`);
}

function exactly(words: readonly string[], length: number, form: string): readonly string[] {
  if (words.length === length) return words;
  throw malformed(words.join(' '), form);
}

function unknownCode(code: string): Error {
  const hint = didYouMean(code, REFUSAL_CODES);
  return usage(
    `expect refused: found '${printable(code, 60)}'${hint}, expected one of the codes that 'help expect' lists`,
  );
}

function malformed(found: string, expected: string): Error {
  const shown = found === '' ? 'nothing' : `'${printable(found, 60)}'`;
  return usage(`expect: found ${shown}, expected ${expected}`);
}
