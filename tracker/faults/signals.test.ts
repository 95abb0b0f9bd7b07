/** Signals in the middle of whatever the tracker does: it ends at once, and what was acknowledged is saved. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { revisionOf } from './attack.ts';

type Child = ReturnType<Place['start']>;

/** How long it may take to end; after that it is killed. */
const PATIENCE_MS = 3000;
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGALRM'] as const;

/** Expects `signal` to end it with 128 + its number. */
async function expectToHear(child: Child, signal: NodeJS.Signals): Promise<void> {
  const closed = new Promise((resolve) => child.on('close', (code, killedBy) => resolve(code ?? killedBy)));
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  child.kill(signal);
  expect(await closed).toBe(128 + constants.signals[signal]);
  clearTimeout(patience);
}

/** Resolves some time after it has begun to listen to signals, before which any of them would just kill it. */
async function underWay(child: Child): Promise<void> {
  // Node itself catches SIGTERM and SIGINT from the start.
  const ours = 1n << BigInt(constants.signals.SIGQUIT - 1);
  const listens = () => {
    const [, caught = '0'] =
      /^SigCgt:\s*([0-9a-f]+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
    return (BigInt(`0x${caught}`) & ours) !== 0n;
  };
  await expect.poll(listens, { timeout: 10_000 }).toBe(true);
  await sleep(300);
}

/** Answers so far, a line of JSON each. */
function answersOf(child: Child): () => number {
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  return () => said.match(/^\{"ok":true.*\}$/gm)?.length ?? 0;
}

const COMMANDS = 'alloc P1 1\nfree P1\n';
it.each([
  ...SIGNALS.map((signal) => ['a script', signal, ['run', '-', '--loop'], COMMANDS] as const),
  ['a script that waits between two commands', 'SIGTERM', ['run', '-', '--interval', '60s'], COMMANDS],
  ['a pipe', 'SIGTERM', [], COMMANDS.repeat(20_000)],
] as const)('in the middle of %s, on %s, what was acknowledged is saved', async (_, signal, args, input) => {
  const place = new Place();
  const child = place.start([...args, '--json']);
  const answers = answersOf(child);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  await expect.poll(answers, { timeout: 10_000 }).toBeGreaterThan(0);
  await expectToHear(child, signal);
  expect(revisionOf(place)).toBeGreaterThanOrEqual(answers());
  expect((await place.tell(['alloc', 'P2', '1'])).code).toBe(0);
});

it.each(SIGNALS)(
  'in a menu that waits for its next line, on %s, what was acknowledged is saved',
  async (signal) => {
    const place = new Place();
    const child = place.start(['menu']);
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stdin.write('alloc P1 1\n');
    await expect.poll(() => said, { timeout: 10_000 }).toContain('1 page allocated');
    await expectToHear(child, signal);
    expect(revisionOf(place)).toBe(1);
  },
);

// Nothing can be seen of these but that they go on.
it.each([
  ['a script whose lines do not come', ['run', '-'], COMMANDS, false],
  [
    'a script of blank lines that loops',
    ['run', '-', '--loop'],
    `alloc P1 1\nfree P1\n${'\n'.repeat(1e6)}`,
    true,
  ],
] as const)('%s hears a signal at once', async (_, args, input, ends) => {
  const child = new Place().start(args);
  child.stdin.on('error', () => undefined);
  child.stdin.write(input);
  if (ends) child.stdin.end();
  await underWay(child);
  await expectToHear(child, 'SIGTERM');
});

it.each(['run', 'trace', 'replay', 'compare'])(
  '%s hears a signal while it waits for a FIFO',
  async (command) => {
    const place = new Place();
    const fifo = join(place.directory, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const child = place.start([command, fifo]);
    await underWay(child);
    await expectToHear(child, 'SIGTERM');
  },
);

it.each([
  ['frame counts', ['--policies', 'aging', '--frames', '1000-1400']],
  ['a search for the fewest frames', ['--policies', 'lru,opt', '--frames', '1']],
] as const)('compare --refs hears a signal in the middle of %s', async (_, options) => {
  const place = new Place();
  const pages = Array.from({ length: 700_000 }, (_, k) => (k * k) % 1_000_003);
  writeFileSync(join(place.directory, 'string'), pages.join(' '));
  const child = place.start(['compare', '--refs', '@string', ...options]);
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  await underWay(child);
  await expectToHear(child, 'SIGINT');
  expect(said).toBe('');
});

it.each([
  ['compare', ['--policies', 'fifo,lru,opt', '--frames', '1-64']],
  ['replay', ['--policy', 'opt']],
])('%s %j hears a signal in the middle of a long trace', async (command, options) => {
  const place = new Place();
  const trace = join(place.directory, 'trace');
  const lines = Array.from({ length: 4096 }, (_, k) => (k * 7919 * 4096) % 2 ** 30);
  writeFileSync(trace, `${lines.join('\n')}\n`.repeat(1500));
  const child = place.start([command, trace, ...options]);
  await underWay(child);
  await expectToHear(child, 'SIGTERM');
});
