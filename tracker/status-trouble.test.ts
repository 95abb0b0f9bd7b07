/** What a command says where it finds no memory: always something that then works. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Place } from './testing/run-tracker.ts';

it('without a file names a command that makes it, with the --file that was given', async () => {
  const place = new Place();
  const other = `${place.directory}/other memory.txt`;
  expect((await place.tell(['show'])).stderr).toContain("such as 'alloc P1 4'\n");
  const { code, stderr } = await place.tell(['show', '--file', other]);
  expect(code).toBe(66);
  expect(stderr).toContain(`such as 'alloc P1 4 --file "${other}"'\n`);
});

it('without the directory says to make that first', async () => {
  const place = new Place();
  const { code, stderr } = await place.tell(['show', '--file', `${place.directory}/no/x.txt`]);
  expect(code).toBe(66);
  expect(stderr).toContain(`its directory ${place.directory}/no is not there either: make it first`);
  expect(stderr).not.toContain('alloc');
});

it('of a damaged file says that init begins afresh and keeps it, which is so', async () => {
  const place = new Place();
  await place.tell(['alloc', 'P1', '4']);
  const damaged = place.text().replace('   0-3 -> 0-3', '   0-3 -> 1-4');
  writeFileSync(place.file, damaged);
  const { code, stderr } = await place.tell(['show', '--file', place.file]);
  expect(code).toBe(65);
  expect(stderr).toContain(`; 'init --file ${place.file}' begins afresh and keeps this file as FILE.bak\n`);
  expect(existsSync(`${place.file}.bak`)).toBe(false);
  expect((await place.tell(['init', '--file', place.file])).code).toBe(0);
  expect(readFileSync(`${place.file}.bak`, 'utf8')).toBe(damaged);
});

it('of a file with the wrong checksum says first that the line may be deleted', async () => {
  const place = new Place();
  await place.tell(['alloc', 'P1', '4']);
  writeFileSync(place.file, place.text().replace('Written: 2', 'Written: 3'));
  const { stderr } = await place.tell(['alloc', 'P1', '1']);
  expect(stderr).toMatch(
    /edited by hand \(then delete this line\); 'init' begins afresh and keeps this file as FILE\.bak\n$/,
  );
});
