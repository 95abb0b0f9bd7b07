/** What the tracker may not do. The superuser may do everything, so it becomes nobody first. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { attack, expectSentence, litter, MAIN } from './attack.ts';

const NOBODY = 65_534;
const uid = process.geteuid?.() === 0 ? NOBODY : process.geteuid?.();
/** A checkout below /root, say, is not everybody's to read. */
const readable = spawnSync(process.execPath, ['--check', MAIN], { uid }).status === 0;

const ALLOC = ['alloc', 'P9', '1'];

interface Permissions {
  readonly directory?: number;
  readonly file?: number;
  readonly lock?: number;
  /** Exit codes of `show` and of a change. */
  readonly show: number;
  readonly change: number;
}

/** A place of that user's with a memory of theirs in it. */
async function placeOf(user: number | undefined): Promise<Place> {
  const place = new Place();
  await place.tell(['alloc', 'P1', '2']);
  if (user === NOBODY) {
    for (const path of [place.directory, place.file, `${place.file}.lock`]) chownSync(path, user, user);
  }
  return place;
}

it.runIf(readable).each<[string, Permissions]>([
  ['a file of mode 0444', { file: 0o444, show: 0, change: 74 }],
  ['a file of mode 0', { file: 0, show: 74, change: 74 }],
  ['a file of mode 0222', { file: 0o222, show: 74, change: 74 }],
  ['a lock file of mode 0444', { lock: 0o444, show: 0, change: 74 }],
  ['a directory of mode 0555', { directory: 0o555, show: 0, change: 74 }],
  ['a directory of mode 0', { directory: 0, show: 74, change: 74 }],
])('%s is said in a sentence, and nothing is changed or left', async (_, modes) => {
  const place = await placeOf(uid);
  const before = readFileSync(place.file);
  if (modes.file !== undefined) chmodSync(place.file, modes.file);
  if (modes.lock !== undefined) chmodSync(`${place.file}.lock`, modes.lock);
  if (modes.directory !== undefined) chmodSync(place.directory, modes.directory);
  const under = ['sh', '-c', 'cd /; exec "$@"', 'sh'];
  const show = await attack(place, ['show'], { uid, under });
  if (modes.show === 0) expect(show).toMatchObject({ code: 0, stderr: '' });
  else expectSentence(show, modes.show);
  for (const args of [ALLOC, ['init']])
    expectSentence(await attack(place, args, { uid, under }), modes.change);
  chmodSync(place.directory, 0o755);
  chmodSync(place.file, 0o644);
  expect(Buffer.compare(readFileSync(place.file), before)).toBe(0);
  expect(litter(place)).toEqual([]);
});

it.runIf(readable && uid === NOBODY)(
  "another user's file in a directory that is everybody's is not replaced",
  async () => {
    const place = await placeOf(0);
    const before = readFileSync(place.file);
    chmodSync(place.directory, 0o777);
    chmodSync(`${place.file}.lock`, 0o666);
    const ran = await attack(place, ALLOC, { uid });
    expectSentence(ran, 74);
    expect(ran.stderr).toContain('make it writable');
    expect(Buffer.compare(readFileSync(place.file), before)).toBe(0);
    expect(litter(place)).toEqual([]);
  },
);

it.runIf(readable && uid === NOBODY)(
  "another user's file that everybody may write keeps its mode",
  async () => {
    const place = await placeOf(0);
    chmodSync(place.directory, 0o777);
    for (const path of [place.file, `${place.file}.lock`]) chmodSync(path, 0o666);
    expect(await attack(place, ALLOC, { uid })).toMatchObject({ code: 0, stderr: '' });
    expect(statSync(place.file).mode & 0o777).toBe(0o666);
    expect(await attack(place, ALLOC)).toMatchObject({ code: 0, stderr: '' });
  },
);

it.runIf(readable)('a script or trace that may not be read is said in a sentence', async () => {
  const place = await placeOf(uid);
  const script = `${place.directory}/script.txt`;
  writeFileSync(script, 'alloc P2 1\n', { mode: 0 });
  for (const command of ['run', 'replay', 'compare', 'trace']) {
    expectSentence(await attack(place, [command, script], { uid }), 66);
  }
});
