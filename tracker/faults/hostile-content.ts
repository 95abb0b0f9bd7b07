/** Content that nobody wrote in good faith, thrown at the tracker without a process of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { commandLine } from '../testing/arbitrary-command.ts';
import type { Place, Ran } from '../testing/run-tracker.ts';
import { expectTame } from './attack.ts';

export const NASTY = [
  '-1',
  '1e9',
  '0x',
  '٣',
  `${2 ** 53}`,
  `1${'0'.repeat(30)}`,
  '__proto__',
  'constructor',
  '\u001b[31mP1\u001b[0m',
  '\u202eP1',
  '\u009b2J',
  '{red-fg}P1{/}',
  '../../etc/passwd',
  '\0',
  '\ud800',
  'x'.repeat(100_000),
  '--',
  '--page=',
  '"',
  '',
] as const;
const BYTES = [
  [0xff, 0xfe],
  [0xc0, 0x80],
  [0xef, 0xbb, 0xbf],
  [0],
  [0x0d],
  [0x1b, 0x5b],
  [0xe2, 0x80, 0xae],
  [0x0a, 0x0a],
] as const;

/** One place where a file is changed: by `bytes` instead of `length` bytes. */
interface Damage {
  /** Where, as a part of the whole. */
  readonly at: number;
  readonly length: number;
  readonly bytes: readonly number[];
}

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  bytes: fc.oneof(fc.constantFrom(...BYTES), fc.array(fc.nat(255), { maxLength: 6 })),
});
export const damages = fc.array(damage, { minLength: 1, maxLength: 4 });

export function damaged(bytes: Uint8Array, all: readonly Damage[]): Buffer {
  return all.reduce<Buffer>((whole, { at, length, bytes: instead }) => {
    const from = Math.floor(at * whole.length);
    return Buffer.concat([whole.subarray(0, from), Buffer.from(instead), whole.subarray(from + length)]);
  }, Buffer.from(bytes));
}

const nasty = fc.constantFrom(...NASTY);

/** One change that an editor makes: a word by another, a line gone, twice, or elsewhere. */
interface Edit {
  readonly kind: 'word' | 'remove' | 'repeat' | 'move';
  readonly at: number;
  readonly to: number;
  readonly word: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('word', 'word', 'word', 'remove', 'repeat', 'move'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  word: fc.oneof(nasty, fc.nat(70).map(String), fc.constantFrom('none', 'disk', 'A', 'P1', 'RD', '0-3', '-')),
});
export const edits = fc.array(edit, { minLength: 1, maxLength: 3 });

export function edited(text: string, all: readonly Edit[]): string {
  return all.reduce((whole, { kind, at, to, word }) => {
    if (kind === 'word') {
      const words = whole.split(/(?<=[\s,-])|(?=[\s,-])/);
      words[Math.floor(at * words.length)] = word;
      return words.join('');
    }
    const lines = whole.split('\n');
    const [line = ''] = lines.splice(Math.floor(at * lines.length), 1);
    const back = { remove: [], repeat: [line, line], move: [line] }[kind];
    lines.splice(Math.floor(to * (lines.length + 1)), 0, ...back);
    return lines.join('\n');
  }, text);
}
const word = fc.oneof(
  nasty,
  fc.constantFrom(
    'alloc',
    'P1',
    'segment',
    'free',
    'access',
    'map',
    '--page',
    '--bytes',
    'expect',
    'init',
    '3',
  ),
);
/** A line as nobody should write it: good lines with a word replaced, or words at random. */
export const nastyLine = fc.oneof(
  commandLine,
  fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  fc.tuple(commandLine, nasty).map(([line, instead]) => line.replace(/\S+$/, () => instead)),
);
export const nastyWords = fc.array(word, { minLength: 1, maxLength: 6 });

/** What is done to a memory that has been accepted: whatever it holds, each is done or refused. */
const WORK = [
  'alloc Q 1',
  'reserve P1 3',
  'refs P1 0 1 2w 3',
  'access editor --page 4000000 --write',
  'free P1 0',
  'segment free 1',
  'segment alloc 10',
  'segment compact',
  'show',
];

/**
 * Expects this file content to be shown and worked with, or refused by file and line, and then to be there afterwards.
 */
export async function throwFile(place: Place, content: Uint8Array): Promise<Ran> {
  writeFileSync(place.file, content);
  const ran = await place.tell(['show']);
  expectTame(ran.stdout + ran.stderr);
  if (ran.code === 0) {
    const worked = await place.tell([], WORK.join('\n'));
    expectTame(worked.stdout + worked.stderr);
    expect([0, 1]).toContain(worked.code);
    return ran;
  }
  expect(ran).toMatchObject({
    code: 65,
    stderr: expect.stringMatching(/memory_status\.txt:\d+: found .*expected /),
  });
  const change = await place.tell(['alloc', 'Q', '1']);
  expect(change.code).toBe(65);
  expect(Buffer.compare(Buffer.from(content), readFileSync(place.file))).toBe(0);
  return ran;
}

/** Expects a script of this content to run or to be refused by file and line. */
export async function throwScript(place: Place, content: Uint8Array): Promise<void> {
  writeFileSync(join(place.directory, 'script.txt'), content);
  const { code, stdout, stderr } = await place.tell(['run', join(place.directory, 'script.txt'), '--fresh']);
  expectTame(stdout + stderr);
  expect([0, 1, 65, 66, 74]).toContain(code);
  if (code !== 0) expect(stderr).toMatch(/^tracker: .*script\.txt:\d+: /m);
}

/** Expects this command line to be done or refused in a sentence, in JSON too. */
export async function throwWords(place: Place, words: readonly string[]): Promise<void> {
  // A menu, a pipe and a path in the working directory are other tests' matter.
  if (words[0] === '--' || words[0] === '') return;
  for (const all of [words, [...words, '--json']]) {
    // What only looks at the memory has nothing to look at before there is one.
    const codes = existsSync(place.file) ? [0, 1, 64] : [0, 1, 64, 66];
    const { code, stdout, stderr } = await place.tell(all);
    expectTame(stdout + stderr);
    expect(codes).toContain(code);
  }
}
