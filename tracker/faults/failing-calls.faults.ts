/**
 * Every system call of a save, as the kernel sees it: each call that concerns the status file, its lock, its copy or
 * its directory fails once in every way, or is the last before the process is killed. (strace injects the failures:
 * Linux, and only where a process may trace another.)
 */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { type Place, temporaryDirectory } from '../testing/run-tracker.ts';
import { attack, inPairs, linesIn } from './attack.ts';
import { expectUndamaged, withMemory } from './failing-save.ts';

const STRIKES = ['error=EIO', 'error=ENOSPC', 'error=EACCES', 'signal=KILL'] as const;
/** Node makes a few calls of its own more or fewer each time, to wake its threads above all: the nth is not always the same. */
const slackOf = (name: string) => (name === 'write' ? 6 : 2);
const traced = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

it.runIf(traced).each([[['alloc', 'P9', '2']], [['init', '--total-frames', '16']]])(
  'every system call of %j fails in every way, or is the last',
  async (args) => {
    const ranges = await callsOf(args);
    expect([...ranges.keys()]).toEqual(
      expect.arrayContaining(['openat', 'fcntl', 'write', 'fsync', 'rename']),
    );
    const strikes = [...ranges].flatMap(([name, { first, last }]) =>
      Array.from({ length: last - first + 1 + 2 * slackOf(name) }, (_, k) => first - slackOf(name) + k)
        .filter((nth) => nth > 0)
        .flatMap((nth) => STRIKES.map((strike) => ({ name, nth, strike }))),
    );
    const struck = new Map<string, number>();
    await inPairs(strikes, async ({ name, nth, strike }) => {
      if (await strikeOnce(args, name, nth, strike)) struck.set(name, (struck.get(name) ?? 0) + 1);
    });
    for (const [name, { calls }] of ranges) {
      // The slack is not always enough for every one of them.
      expect(struck.get(name), name).toBeGreaterThanOrEqual((calls * STRIKES.length) / 2);
    }
    const sum = [...struck.values()].reduce((all, each) => all + each, 0);
    console.log(`${args[0]}: ${sum} failures of ${ranges.size} kinds of system calls, no damage`);
  },
);

/** Among the calls of one name those that concern the place: how many, and the numbers of the first and the last. */
interface CallRange {
  calls: number;
  readonly first: number;
  last: number;
}

async function callsOf(args: readonly string[]): Promise<Map<string, CallRange>> {
  const place = await withMemory();
  const log = `${temporaryDirectory()}/calls`;
  expect((await attack(place, args, { under: ['strace', '-f', '-y', '-o', log] })).code).toBe(0);
  const lines = linesIn(log);
  const [main = ''] = /^\d+ /.exec(lines[0] ?? '') ?? [];
  const seen = new Map<string, number>();
  const ranges = new Map<string, CallRange>();
  let begun = false;
  for (const line of lines) {
    const [, name] = /^\d+ +(\w+)\(/.exec(line) ?? [];
    if (name === undefined || !line.startsWith(main)) continue;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    begun ||= line.includes('.lock"');
    if (!begun || !concerns(line, place)) continue;
    const range = ranges.get(name) ?? { calls: 0, first: nth, last: nth };
    range.calls += 1;
    range.last = nth;
    ranges.set(name, range);
  }
  return ranges;
}

/** Strikes the nth call of this name, and answers whether that concerned the place: only then it has to be endured. */
async function strikeOnce(
  args: readonly string[],
  name: string,
  nth: number,
  strike: string,
): Promise<boolean> {
  const place = await withMemory();
  const before = Buffer.from(place.text());
  const log = `${temporaryDirectory()}/calls`;
  const inject = ['-e', `trace=${name}`, '-e', `inject=${name}:${strike}:when=${nth}`];
  const ran = await attack(place, args, { under: ['strace', '-f', '-y', '-o', log, ...inject] });
  const call = struckCall(log, place);
  if (call === null) return false;
  await expectUndamaged(place, before, ran, {
    killed: strike === 'signal=KILL',
    fault: `${strike}: ${call}`,
  });
  return true;
}

/** The line of the call that was struck: the one marked so, or the last before the end. */
function struckCall(log: string, place: Place): string | null {
  const calls = linesIn(log).filter((line) => /^\d+ +\w+\(/.test(line));
  const killed = linesIn(log).some((line) => line.includes('killed by SIGKILL'));
  const call = killed ? calls.at(-1) : calls.find((line) => line.includes('(INJECTED)'));
  return call !== undefined && concerns(call, place) ? call : null;
}

/** Whether a call is about something in the place; its working directory, which strace adds, says nothing. */
function concerns(line: string, { directory }: Place): boolean {
  return line.replace(/AT_FDCWD<[^>]*>/, '').includes(directory);
}
