/**
 * Every system call of a save, as the kernel sees it: each call that concerns the status file, its lock, its copy, what
 * is written for them or their directory fails once in every way, or is the last before the process is killed. (strace
 * injects the failures: Linux, and only where a process may trace another.)
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Place, temporaryDirectory } from '../testing/run-tracker.ts';
import { attack, inPairs, linesIn } from './attack.ts';
import { expectUndamaged, textsOf, withMemory } from './failing-save.ts';

const STRIKES = ['error=EIO', 'error=ENOSPC', 'error=EACCES', 'signal=KILL'] as const;
const traced = spawnSync('strace', ['-D', '-o', '/dev/null', 'true']).status === 0;

it.runIf(traced).each([[['alloc', 'P9', '2']], [['init', '--total-frames', '16']]])(
  'every system call of %j fails in every way, or is the last',
  async (args) => {
    const calls = await callsOf(args);
    const names = calls.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['openat', 'fcntl', 'write', 'fsync', 'rename', 'close']));
    const strikes = calls.flatMap((call) => STRIKES.map((strike) => ({ ...call, strike })));
    await inPairs(strikes, async ({ name, nth, strike }) => {
      const place = await withMemory();
      const before = textsOf(place);
      const inject = [`trace=${name}`, `inject=${name}:${strike}:when=${nth}`];
      const ran = await attack(place, args, { under: tracing(place, '/dev/null', inject) });
      const fault = `${strike} at ${name} ${nth}`;
      await expectUndamaged(place, before, ran, { killed: strike === 'signal=KILL', fault });
    });
    console.log(`${args[0]}: ${strikes.length} failures of ${calls.length} system calls, no damage`);
  },
);

/** The `nth` call of this name that concerns the place. */
interface Call {
  readonly name: string;
  readonly nth: number;
}

async function callsOf(args: readonly string[]): Promise<Call[]> {
  const place = await withMemory();
  const log = `${temporaryDirectory()}/calls`;
  const ran = await attack(place, args, { under: tracing(place, log, []) });
  expect(ran).toMatchObject({ code: 0, signal: null });
  await expect
    .poll(() => existsSync(log) && linesIn(log).some((line) => line.includes(' rename(')))
    .toBe(true);
  await expect
    .poll(() => linesIn(log).filter((line) => line.includes('+++ exited')).length)
    .toBeGreaterThan(3);
  const seen = new Map<string, number>();
  return linesIn(log).flatMap((line) => {
    const [, name] = /^\d+ +(\w+)\(/.exec(line) ?? [];
    if (name === undefined) return [];
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return [{ name, nth }];
  });
}

/** Runs a program under strace, which sees only what concerns the place; `-D`: the program is still our child. */
function tracing({ file, directory }: Place, log: string, expressions: readonly string[]): string[] {
  const sibling = (name: string) => `"${directory}/.${name}.$$.0.tmp"`;
  const paths = [
    ...[file, `${file}.lock`, `${file}.bak`, directory].map((path) => `"${path}"`),
    sibling('memory_status.txt'),
    sibling('memory_status.txt.bak'),
  ];
  const options = [
    ...paths.map((path) => `-P ${path}`),
    ...expressions.map((expression) => `-e ${expression}`),
  ];
  return ['sh', '-c', `exec strace -D -f -o "${log}" ${options.join(' ')} "$@"`, 'sh'];
}
