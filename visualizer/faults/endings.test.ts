/** However it ends, the terminal is as it was, and the exit code says how; EVERY_ENDING tries the rarer ones too. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Terminals } from '../../shared/testing/tmux.ts';
import { Place } from './place.ts';
import { MAIN } from './watcher.ts';

const STRIKE = fileURLToPath(new URL('strike.mjs', import.meta.url));

const every = process.env.EVERY_ENDING !== undefined;

interface Ending {
  readonly how: string;
  readonly code: number;
  /** The key or the signal; neither: what strike.mjs does. */
  readonly press?: string;
  readonly signal?: string;
  /** What is said after the terminal is given back. */
  readonly says?: RegExp;
}

const ENDINGS: readonly Ending[] = [
  { how: 'q', press: 'q', code: 0 },
  { how: 'SIGHUP', signal: 'HUP', code: 129 },
  { how: 'SIGQUIT', signal: 'QUIT', code: 131 },
  // At which Node would open the port of its debugger, and say so on the screen.
  { how: 'SIGUSR1', signal: 'USR1', code: 138 },
  { how: 'SIGALRM', signal: 'ALRM', code: 142 },
  { how: 'throw', code: 70, says: /a bug: Error: thrown in the middle/ },
  { how: 'reject', code: 70, says: /a bug: Error: rejected in the middle/ },
  { how: 'throw while it starts', code: 70, says: /a bug: Error: thrown while it starts/ },
  { how: 'hang up at once', code: 129 },
];

const RARER: readonly Ending[] = [
  { how: 'Ctrl-C', press: 'C-c', code: 130 },
  { how: 'SIGTERM', signal: 'TERM', code: 143 },
  { how: 'SIGINT', signal: 'INT', code: 130 },
  { how: 'SIGUSR2', signal: 'USR2', code: 140 },
  { how: 'SIGVTALRM', signal: 'VTALRM', code: 154 },
  { how: 'SIGXCPU', signal: 'XCPU', code: 152 },
  { how: 'SIGIO', signal: 'IO', code: 157 },
  { how: 'throw nothing', code: 70, says: /a bug: null/ },
  { how: 'throw twice', code: 70, says: /a bug: / },
  { how: 'two signals', code: 143 },
];

it('the terminal is given back as it was, whatever ends the dashboard', async () => {
  const terminals = new Terminals(100, 30);
  const place = new Place();
  const read = (name: string): string => readFileSync(join(terminals.directory, name), 'utf8');
  writeFileSync(
    join(terminals.directory, 'watch'),
    `stty -a > before; sh -c 'echo $$ > pid; exec "$@"' sh node "$@" ${MAIN} --file ${place.file}; code=$?
     stty -a > after; echo "$HOW: $code"`,
  );
  terminals.type(0, 'stty; echo ready');
  await terminals.shows(0, /^ready/m);
  const before = terminals.modes(0);
  for (const { how, code, press, signal, says } of every ? [...ENDINGS, ...RARER] : ENDINGS) {
    const struck = press === undefined && signal === undefined;
    terminals.type(0, `HOW='${how}' STRIKE='${how}' sh watch ${struck ? `--import ${STRIKE}` : ''}`);
    if (!struck) await terminals.shows(0, /LIVE/);
    if (press) terminals.press(0, press);
    if (signal) process.kill(Number(read('pid')), `SIG${signal}`);
    const screen = await terminals.shows(0, new RegExp(`${how}: \\d+$`, 'm'));
    expect(screen).toMatch(new RegExp(`^${how}: ${code}$`, 'm'));
    if (says) expect(screen).toMatch(says);
    expect([how, terminals.modes(0)]).toEqual([how, before]);
    expect([how, read('after')]).toEqual([how, read('before')]);
  }
});

it.each([
  ['', 'LIVE'],
  // Without a controlling terminal there is no SIGHUP, and nothing to draw that would fail.
  ['setsid -w ', 'WAITING'],
])('a terminal that is closed ends it with 129 (%s%s)', async (words, state) => {
  const place = new Place();
  if (state === 'WAITING') unlinkSync(place.file);
  const [code, stderr] = [join(place.root, 'code'), join(place.root, 'stderr')];
  const watch = `trap : HUP; ${words}node ${MAIN} --file ${place.file} 2> ${stderr}; echo $? > ${code}.new`;
  const command = `stty cols 100 rows 30; ${watch}; mv ${code}.new ${code}`;
  const script = spawn('script', ['-qefc', command, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, TERM: 'xterm-256color', SHELL: '/bin/sh' },
  });
  await says(script, state);
  script.kill('SIGKILL');
  await expect.poll(() => existsSync(code), { timeout: 5000 }).toBe(true);
  expect([readFileSync(code, 'utf8'), readFileSync(stderr, 'utf8')]).toEqual(['129\n', '']);
});

function says({ stdout }: ChildProcess, wanted: string): Promise<void> {
  let said = '';
  return new Promise((resolve) => {
    stdout?.on('data', (text) => {
      said += String(text);
      if (said.includes(wanted)) resolve();
    });
  });
}

const OUTPUTS = [['--version'], ['--once'], ['--plain']];
const MORE_OUTPUTS = [
  ['--help'],
  ['--once', '--ansi'],
  ['--once', '--svg', '-'],
  ['--once', '--size', '200x60'],
];

it.each((every ? [...OUTPUTS, ...MORE_OUTPUTS] : OUTPUTS).map((args) => [args] as const))(
  '%j ends with 0 when nobody reads it, and with 74 on a full disk',
  (args) => {
    const { file } = new Place();
    const command = ['-c', 'exec 3>&1; { "$@"; echo $? >&3; } | :', 'sh', process.execPath, MAIN, ...args];
    const words = args[0] === '--help' || args[0] === '--version' ? command : [...command, '--file', file];
    const { stdout, stderr } = spawnSync('sh', words, { encoding: 'utf8', timeout: 10_000 });
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });

    const full = openSync('/dev/full', 'w');
    const stopped = spawnSync(process.execPath, [MAIN, ...words.slice(5)], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
      timeout: 10_000,
    });
    closeSync(full);
    expect(stopped.status).toBe(74);
    expect(stopped.stderr).toMatch(/^visualizer: cannot write the output: .*\n$/);
  },
);
