/** What the attacks have in common: the built tracker as a process among others, and what must hold whatever it met. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { readStatusFile } from '../../shared/status-file/read.ts';
import { type Place, type Ran, temporaryDirectory } from '../testing/run-tracker.ts';

export const MAIN = fileURLToPath(new URL('../../dist/tracker/main.js', import.meta.url));
const FAILING_FS = new URL('failing-fs.mjs', import.meta.url).href;
/** What is loaded before the tracker, by the variable it listens to. */
const LOADED_FOR = {
  FAULT: FAILING_FS,
  FAULT_LOG: FAILING_FS,
  USAGE_LOG: new URL('usage.mjs', import.meta.url).href,
} as const;

export interface Attacked extends Ran {
  readonly signal: NodeJS.Signals | null;
  readonly milliseconds: number;
}

export interface AttackOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Words before the program: `sh -c '…; exec "$@"' sh`. */
  readonly under?: readonly string[];
  /** Whose process it is, where not ours. */
  readonly uid?: number | undefined;
}

/** Runs the tracker to its end, beside others; one that hangs is killed after 20 s and has the signal SIGKILL. */
export function attack(
  place: Place,
  args: readonly string[],
  options: AttackOptions = {},
): Promise<Attacked> {
  const { input = '', env = {}, under = [], uid } = options;
  const before = Object.entries(LOADED_FOR).flatMap(([name, module]) =>
    name in env ? ['--import', module] : [],
  );
  const [program = '', ...words] = [...under, process.execPath, ...before, MAIN, ...args];
  const began = performance.now();
  const child = spawn(program, words, {
    cwd: place.directory,
    env: { ...process.env, MEMORY_STATUS_FILE: place.file, NO_COLOR: '1', ...env },
    timeout: 20_000,
    killSignal: 'SIGKILL',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A program that refuses early does not read the rest of its input.
  child.stdin.on('error', (error: NodeJS.ErrnoException) => expect(error.code).toBe('EPIPE'));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr, milliseconds: performance.now() - began });
    });
  });
}

/** Calls `work` on all of `all`, two at a time. */
export async function inPairs<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all([worker(), worker()]);
}

/** Processor time that Node alone takes, in milliseconds, where two seconds are two seconds. */
const BARE_NODE_MS = 60;
const BOUND_MS = 2000;

/**
 * Runs it to its end within what hostile content may cost: 512 MB, and two seconds of a processor. A slow or busy
 * processor gets as much more as Node alone takes more of it.
 */
export async function attackWithin(
  place: Place,
  args: readonly string[],
  options: AttackOptions = {},
): Promise<Attacked> {
  const log = join(temporaryDirectory(), 'usage');
  const ran = await attack(place, args, { ...options, env: { ...options.env, USAGE_LOG: log } });
  const said = `${args.join(' ')}: ${JSON.stringify(ran)}`;
  expect(existsSync(log), `it ended by itself: ${said}`).toBe(true);
  const { megabytes, milliseconds } = usageIn(log);
  expect(megabytes, said).toBeLessThan(512);
  if (milliseconds >= BOUND_MS) {
    expect(milliseconds, said).toBeLessThan((BOUND_MS * bareNodeMilliseconds()) / BARE_NODE_MS);
  }
  return ran;
}

function bareNodeMilliseconds(): number {
  const log = join(temporaryDirectory(), 'usage');
  const args = ['--import', LOADED_FOR.USAGE_LOG, '--eval', '0'];
  execFileSync(process.execPath, args, { env: { ...process.env, USAGE_LOG: log } });
  return usageIn(log).milliseconds;
}

function usageIn(log: string): { readonly megabytes: number; readonly milliseconds: number } {
  return JSON.parse(readFileSync(log, 'utf8'));
}

/** The revision in the file, which must be whole. */
export function revisionOf({ file }: Place): number {
  const read = readStatusFile(file);
  expect(read.kind, 'a whole file').toBe('ok');
  return read.kind === 'ok' ? read.status.revision : Number.NaN;
}

/** A sentence on stderr with this exit code: no bug, no stack, nothing that a terminal would obey. */
export function expectSentence({ code, stderr }: Ran, wanted: number): void {
  expect({ code, stderr }).toEqual({ code: wanted, stderr: expect.stringMatching(/^tracker: .{20,}\n$/) });
  expectTame(stderr);
}

/** Nothing in `text` moves a cursor, colours a line or turns text around. */
export function expectTame(text: string): void {
  expect(text).not.toMatch(/[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u);
  expect(text).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

/** The names in the place, without what may lie there. */
export function litter({ directory }: Place): string[] {
  return readdirSync(directory).filter((name) => !/^memory_status\.txt(\.lock|\.bak)?$/.test(name));
}

/** The lines of a file. */
export function linesIn(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n');
}
