/** Files that cannot be read: in plain words, and their path once. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

const READERS = [
  ['run', 'the script', (path: string) => ['run', path]],
  ['trace', 'the trace', (path: string) => ['trace', path]],
  ['compare', 'the trace', (path: string) => ['compare', path]],
  ['compare --refs', 'the references', (path: string) => ['compare', '--refs', `@${path}`]],
] as const;

it.each(READERS)('%s says plainly that a file is not there', async (_, __, reading) => {
  const { code, stderr } = await new Place().tell(reading('no file'));
  expect(code).toBe(66);
  expect(stderr).toBe('tracker: there is no file no file\n');
});

it.each(READERS)('%s says plainly why it cannot read %s', async (_, what, reading) => {
  const place = new Place();
  const { directory } = place;
  mkdirSync(`${directory}/folder`);
  writeFileSync(`${directory}/file`, '');
  expect((await place.tell(reading(`${directory}/folder`))).stderr).toBe(
    `tracker: ${directory}/folder: ${what} cannot be read: it is a directory\n`,
  );
  expect((await place.tell(reading(`${directory}/file/inside`))).stderr).toBe(
    `tracker: ${directory}/file/inside: ${what} cannot be read: not a directory\n`,
  );
});
