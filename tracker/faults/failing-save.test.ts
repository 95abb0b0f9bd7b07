/** Every file operation of a save fails, or is the last thing the process does. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { attack, expectSentence, revisionOf } from './attack.ts';
import { strikeEverySave } from './failing-save.ts';

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
