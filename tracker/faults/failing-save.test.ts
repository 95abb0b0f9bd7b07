/** Every file operation of a save fails, or is the last thing the process does. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Place, temporaryDirectory } from '../testing/run-tracker.ts';
import { EXAMPLE } from '../trace/testing/slow-trace.ts';
import { attack, expectSentence, linesIn, revisionOf } from './attack.ts';
import { strikeEverySave, withMemory } from './failing-save.ts';

it('a save that fails or is killed at any operation leaves a whole file, and the next command works', async () => {
  expect(await strikeEverySave(['alloc', 'P9', '2'], ['EIO', 'after', 'short'])).toBeGreaterThan(30);
});

it.each(['EIO', 'after'] as const)(
  'an init that fails with %s keeps what there was, and its backup',
  async (strike) => {
    expect(await strikeEverySave(['init'], [strike])).toBeGreaterThan(30);
  },
);

it('a script whose last sync fails says so, and what it acknowledged is in the file', async () => {
  const place = new Place();
  const log = `${place.directory}/log`;
  const input = 'alloc P1 2\nalloc P2 2\n';
  await attack(place, ['run', '-'], { input });
  await attack(place, ['run', '-'], { input, env: { FAULT_LOG: log } });
  const sync = readFileSync(log, 'utf8').split('\n').indexOf('fsyncSync') + 1;
  expect(sync).toBeGreaterThan(0);
  const ran = await attack(place, ['run', '-'], { input, env: { FAULT: `${sync}:EIO` } });
  expectSentence(ran, 74);
  expect(revisionOf(place)).toBe(6);
});

it('a replay that can neither go on nor be undone says why, and where the memory there was is kept', async () => {
  const place = new Place();
  await place.tell(['replay', EXAMPLE, '--policy', 'opt', '--total-frames', '8', '--until', '5000']);
  const before = place.text();
  const args = ['replay', EXAMPLE, '--from', '5000'];
  const log = `${temporaryDirectory()}/log`;
  await attack(place, args, { env: { FAULT_LOG: log } });
  const putBack = linesIn(log).lastIndexOf('renameSync') + 1;
  const ran = await attack(place, args, { env: { FAULT: `${putBack}:EIO` } });
  expectSentence(ran, 74);
  expect(ran.stderr).toMatch(/^tracker: .*opt.*; then: cannot put back .*: EIO: injected, renameSync; /);
  const [, kept = ''] = /what it was before is kept in (.*\.kept)\n/.exec(ran.stderr) ?? [];
  expect((await place.tell(['init'])).code).toBe(0);
  expect(readFileSync(kept, 'utf8')).toBe(before);
});

it('a replay brings to the disk once what it has come to, and what there was', async () => {
  const log = `${temporaryDirectory()}/log`;
  await attack(await withMemory(), ['replay', EXAMPLE, '--until', '20000'], { env: { FAULT_LOG: log } });
  // The backup, the file and its directory.
  expect(linesIn(log).filter((name) => name === 'fsyncSync')).toHaveLength(3);
});
