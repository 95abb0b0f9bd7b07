/** Status files of hundreds of megabytes, which say the same thing over and over. */
import { closeSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { expect } from 'vitest';
import { MAX_PAGES, MAX_TOTAL_FRAMES } from '../../shared/status.ts';
import { formatStatus } from '../../shared/status-text/format.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { Place } from '../testing/run-tracker.ts';
import { attackWithin, expectSentence } from './attack.ts';

const TEXT = Buffer.from(formatStatus(exampleStatus())).toString();
const END = `=== End of status, revision ${exampleStatus().revision} ===\n`;
const BYTES = 300_000_000;

/** What stands between a good beginning and a good end, again and again; `row` is given a number that rises. */
export interface Size {
  /** The line of the example after which it comes. */
  readonly after: RegExp;
  readonly row: (k: number) => string;
}

/** A file of nothing, of the most bytes that are read and of more than there is. */
export async function throwSparse(bytes: number): Promise<void> {
  const place = new Place();
  writeFileSync(place.file, '');
  truncateSync(place.file, bytes);
  await expectRefused(place);
}

/** The example with 300 MB of such rows. */
export async function throwRows({ after, row }: Size): Promise<void> {
  const place = new Place();
  const found = after.exec(TEXT);
  expect(found, String(after)).not.toBeNull();
  const file = openSync(place.file, 'w');
  let length = writeSync(file, TEXT.slice(0, (found?.index ?? 0) + (found?.[0].length ?? 0)));
  for (let k = 0; length < BYTES; ) {
    let rows = '';
    while (rows.length < 1_000_000) rows += row(k++);
    length += writeSync(file, rows);
  }
  writeSync(file, `\n${END}`);
  closeSync(file);
  await expectRefused(place);
}

/** It is refused by its line, by one that looks and by one that would change it. */
async function expectRefused(place: Place): Promise<void> {
  for (const args of [['show'], ['alloc', 'P1', '1']]) {
    const ran = await attackWithin(place, args);
    expectSentence(ran, 65);
    expect(ran.stderr).toMatch(/memory_status\.txt:\d+: found .* expected /);
  }
}

/** The largest memory there can be, every frame taken and as many pages again on disk; its file has a few lines. */
export async function workWithTheLargest(policy: string, commands: readonly string[]): Promise<void> {
  await work(await largest(policy), commands);
}

/** The same, the pages of its first half written to: those of the second go before them. */
export async function workWithTheHalfDirty(policy: string, commands: readonly string[]): Promise<void> {
  const place = await largest(policy);
  const [half, last] = [MAX_TOTAL_FRAMES / 2, MAX_TOTAL_FRAMES - 1];
  const halves = `0-${half - 1} -> 0-${half - 1} -> RD\n   ${half}-${last} -> ${half}-${last} -> R`;
  const text = readFileSync(place.file, 'utf8').replace(/^Checksum: .*\n/m, '');
  writeFileSync(place.file, text.replace(`0-${last} -> 0-${last}`, halves));
  await work(place, commands);
}

async function largest(policy: string): Promise<Place> {
  const place = new Place();
  await place.tell(['init', '--total-frames', `${MAX_TOTAL_FRAMES}`, '--policy', policy]);
  await place.tell(['alloc', 'P1', `${MAX_TOTAL_FRAMES}`]);
  await place.tell(['reserve', 'P2', `${MAX_PAGES - MAX_TOTAL_FRAMES}`]);
  return place;
}

async function work(place: Place, commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    expect(await attackWithin(place, command.split(' '))).toMatchObject({ code: 0, stderr: '' });
  }
}
