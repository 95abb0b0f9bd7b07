/** A save whose file operations fail one after another, and what must be true after each. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { type Attacked, attack, expectSentence, inPairs, linesIn, litter, revisionOf } from './attack.ts';

/** `EIO` and the like, or as failing-fs.mjs has them. */
export type Strike = 'EIO' | 'ENOSPC' | 'EACCES' | 'before' | 'after' | 'short';

/** What is said on the way, before anything has failed. */
const KEPT = /^tracker: the memory there was is kept in .*\n/;

/** Strikes every operation of `args` once in each way; returns how many runs that was. */
export async function strikeEverySave(args: readonly string[], strikes: readonly Strike[]): Promise<number> {
  const operations = await operationsOf(args);
  expect(operations).toEqual(expect.arrayContaining(['openSync', 'writeSync', 'fsyncSync', 'renameSync']));
  const runs = operations.flatMap((name, index) =>
    strikes
      .filter((strike) => strike !== 'short' || name === 'writeSync')
      .map((strike) => `${index + 1}:${strike}`),
  );
  await inPairs(runs, (fault) => strikeOnce(args, fault));
  return runs.length;
}

async function operationsOf(args: readonly string[]): Promise<string[]> {
  const place = await withMemory();
  mkdirSync(join(place.directory, 'log'));
  const log = join(place.directory, 'log/operations');
  expect((await attack(place, args, { env: { FAULT_LOG: log } })).code).toBe(0);
  return linesIn(log);
}

/** Where a save is going to fail: a memory, and another one in FILE.bak. */
export async function withMemory(): Promise<Place> {
  const place = new Place();
  await place.tell(['run', '-'], 'alloc P0 1\ninit\nalloc P1 4\nalloc P2 4\n');
  return place;
}

async function strikeOnce(args: readonly string[], fault: string): Promise<void> {
  const place = await withMemory();
  const before = textsOf(place);
  const ran = await attack(place, args, { env: { FAULT: fault } });
  await expectUndamaged(place, before, ran, { killed: /:(before|after)$/.test(fault), fault });
}

/** What FILE and FILE.bak hold. */
interface Texts {
  readonly file: string;
  readonly backup: string;
}

export function textsOf({ file }: Place): Texts {
  return { file: readFileSync(file, 'utf8'), backup: readFileSync(`${file}.bak`, 'utf8') };
}

/**
 * A run with a fault has saved and said so, or has refused in a sentence or been killed; the next command works at once.
 * FILE and FILE.bak are two files throughout, and a memory that is no longer in the one is then in the other.
 */
export async function expectUndamaged(
  place: Place,
  before: Texts,
  ran: Attacked,
  { killed, fault }: { readonly killed: boolean; readonly fault: string },
): Promise<void> {
  const after = textsOf(place);
  const said = `${fault}: ${JSON.stringify(ran)}`;
  revisionOf(place);
  expectTwoFiles(place, said);
  if (ran.code === 0) expect(after.file, `acknowledged and not saved: ${said}`).not.toBe(before.file);
  else if (ran.signal === null) {
    expectSentence({ ...ran, stderr: ran.stderr.replace(KEPT, '') }, 74);
    expect(after, `refused and changed: ${said}`).toEqual(before);
    expect(litter(place), `left behind: ${said}`).toEqual([]);
  } else expect(killed, said).toBe(true);
  const next = await place.tell(['alloc', 'P3', '1']);
  expect(next, `the next command after ${said}`).toMatchObject({ code: 0, stderr: '' });
  expect(litter(place), `left behind by the next command: ${said}`).toEqual([]);
  expectTwoFiles(place, said);
  const { backup } = sessionOf(after.file) === sessionOf(before.file) ? before : { backup: before.file };
  expect(textsOf(place).backup, `the backup after ${said}`).toBe(backup);
}

function expectTwoFiles({ file }: Place, said: string): void {
  expect(statSync(file).ino, `FILE is its own backup: ${said}`).not.toBe(statSync(`${file}.bak`).ino);
}

function sessionOf(text: string): string | undefined {
  return /^Session: (.*)$/m.exec(text)?.[1];
}
