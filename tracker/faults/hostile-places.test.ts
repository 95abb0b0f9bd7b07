/** Status files, scripts and outputs that are no ordinary files. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { EXAMPLE } from '../trace/testing/slow-trace.ts';
import { attack, expectSentence, expectTame, litter, revisionOf } from './attack.ts';

const ALLOC = ['alloc', 'P1', '1'];
const SHOW = ['show'];

it.each([
  ['a directory', (path: string) => mkdirSync(path)],
  ['a FIFO', (path: string) => execFileSync('mkfifo', [path])],
  ['a link in a circle', (path: string) => symlinkSync(path, path)],
  ['below a file', (path: string) => symlinkSync(join(process.execPath, 'x'), path)],
])('a status file that is %s is refused, and nothing waits', async (_, make) => {
  const place = new Place();
  make(place.file);
  for (const args of [ALLOC, SHOW, ['init']]) expectSentence(await attack(place, args), 74);
  expect(litter(place)).toEqual([]);
});

it('a read-only status file is left alone, but shown', async () => {
  const place = new Place();
  await place.tell(ALLOC);
  const before = place.text();
  chmodSync(place.file, 0o444);
  for (const args of [ALLOC, ['init']]) expectSentence(await attack(place, args), 74);
  expect((await attack(place, SHOW)).code).toBe(0);
  expect(place.text()).toBe(before);
});

it('a dangling link is a memory that is not there yet, and stays a link', async () => {
  const place = new Place();
  symlinkSync('behind.txt', place.file);
  expectSentence(await attack(place, SHOW), 66);
  expect((await attack(place, ALLOC)).code).toBe(0);
  expect(lstatSync(place.file).isSymbolicLink()).toBe(true);
  expect(existsSync(join(place.directory, 'behind.txt'))).toBe(true);
});

it('a file that may not grow is left as it was', async () => {
  const place = new Place();
  await place.tell(ALLOC);
  const before = place.text();
  const under = ['sh', '-c', 'ulimit -f 0; exec "$@"', 'sh'];
  expect((await attack(place, ['alloc', 'P2', '1'], { under })).code).toBe(74);
  expect(place.text()).toBe(before);
  expect(litter(place)).toEqual([]);
});

it.each([
  ['a command', `node "$1" alloc P1 1`, 74],
  ['a command with the whole path of its file', `node "$1" alloc P1 1 --file "$2/f.txt"`, 0],
  ['help', `node "$1" help`, 0],
  ['help in JSON', `node "$1" alloc --help --json`, 0],
  ['the version', `node "$1" --version`, 0],
  ['completion', `node "$1" completion`, 0],
  ['a comparison of --refs', `node "$1" compare --refs "7 0 1" --json`, 0],
  ['a script on a memory of its own', `echo alloc P1 1 | node "$1" run - --fresh`, 0],
  ['a pipe', `echo alloc P1 1 | node "$1"`, 74],
])('in a directory that has been removed, %s is done or refused in a sentence', async (_, command, code) => {
  const place = new Place();
  const { MAIN } = await import('./attack.ts');
  const gone = join(place.directory, 'gone');
  mkdirSync(gone);
  const script = `cd gone && rmdir ../gone && unset MEMORY_STATUS_FILE && ${command}`;
  const under = ['sh', '-c', script, 'sh', MAIN, place.directory];
  const ran = await attack(place, [], { under });
  if (code === 0) expect(ran.code).toBe(0);
  else expectSentence(ran, code);
});

it('a menu whose directory vanishes says so, and goes on when it is back', async () => {
  const place = new Place();
  const there = join(place.directory, 'there');
  mkdirSync(there);
  const child = place.start(['menu', '--file', join(there, 'f.txt')]);
  let said = '';
  const until = (text: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => text.test(said) && resolve();
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      look();
    });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  child.stdin.write('alloc P1 1\n');
  await until(/1 page allocated/);
  rmSync(there, { recursive: true });
  child.stdin.write('alloc P2 1\n');
  await until(/tracker: cannot lock .*: make it, or choose/);
  mkdirSync(there);
  child.stdin.write('alloc P3 1\n');
  await until(/P3: 1 page allocated/);
  child.stdin.end();
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
});

it.each([
  ['a script', ['run', '-', '--interval', '20ms', '--loop'], 'alloc P1 1\nfree P1\n'],
  ['a replay', ['replay', EXAMPLE, '--speed', '100'], ''],
])('%s whose directory vanishes ends with a sentence', async (_, args, input) => {
  const place = new Place();
  const there = join(place.directory, 'there');
  const file = join(there, 'f.txt');
  mkdirSync(there);
  const child = place.start([...args, '--file', file]);
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdout.resume();
  child.stdin.end(input);
  const closed = new Promise((resolve) => child.on('close', resolve));
  await expect.poll(() => existsSync(file), { timeout: 10_000 }).toBe(true);
  rmSync(there, { recursive: true, force: true, maxRetries: 9 });
  expectSentence({ code: Number(await closed), stdout: '', stderr }, 74);
  expect(existsSync(there)).toBe(false);
});

it.each(['\u001b[2Jx', 'a\nb', '\u202egpj.txt', ' ', "it's", '-x', '%s{bold}', '__proto__', 'x'.repeat(200)])(
  'a status file called %j is a file like any other, and its name is said harmlessly',
  async (name) => {
    const place = new Place();
    const file = join(place.directory, name);
    for (const args of [ALLOC, ['init'], SHOW]) {
      const { code, stdout, stderr } = await place.tell([...args, '--file', file]);
      expect(code).toBe(0);
      expectTame(stdout + stderr);
    }
    expect(existsSync(`${file}.bak`)).toBe(true);
    const missing = await place.tell(['show', '--file', `${file}?`]);
    expectSentence(missing, 66);
  },
);

it('a name that is too long is said', async () => {
  expectSentence(await new Place().tell([...ALLOC, '--file', 'x'.repeat(300)]), 74);
});

it('what lies beside the file under the name of a killed writer cannot stop a save', async () => {
  const place = new Place();
  mkdirSync(join(place.directory, `.memory_status.txt.${2 ** 30}.0.tmp`));
  expect(await attack(place, ALLOC)).toMatchObject({ code: 0, stderr: '' });
});

it.runIf(existsSync('/dev/full'))(
  'an answer that cannot be written is said, and the save stays',
  async () => {
    const place = new Place();
    const under = ['sh', '-c', 'exec "$@" > /dev/full', 'sh'];
    expectSentence(await attack(place, ALLOC, { under }), 74);
    expect(revisionOf(place)).toBe(1);
  },
);

it.runIf(existsSync('/dev/zero'))(
  'a script without an end is refused before it fills the memory',
  async () => {
    const place = new Place();
    const ran = await attack(place, ['run', '/dev/zero']);
    expectSentence(ran, 65);
    expect(ran.stderr).toContain('/dev/zero:1: ');
    expect(existsSync(place.file)).toBe(false);
    expectSentence(await attack(place, ['run', place.directory]), 66);
  },
);

it('a lock file that is a link or a FIFO is refused, and what it points to is left alone', async () => {
  const place = new Place();
  await place.tell(ALLOC);
  const victim = place.text();
  rmSync(`${place.file}.lock`);
  symlinkSync(place.file, `${place.file}.lock`);
  expectSentence(await attack(place, ALLOC), 74);
  rmSync(`${place.file}.lock`);
  execFileSync('mkfifo', [`${place.file}.lock`]);
  expectSentence(await attack(place, ALLOC), 74);
  expect(readFileSync(place.file, 'utf8')).toBe(victim);
});
