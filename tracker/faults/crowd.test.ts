/** Many trackers at one file, and signals in the middle of what they do. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { attack, revisionOf } from './attack.ts';
import { crowds, underReaders } from './crowd.ts';

it('eight one-shots at once, three times: every one is in the file', () => crowds(8, 3));

it('no reader sees a torn file or an older revision while it is replaced', async () => {
  expect((await underReaders(300)).reads).toBeGreaterThan(1000);
});

it('two open menus and one-shots between them see what the others did', async () => {
  const place = new Place();
  const menus = [place.start(['menu']), place.start(['menu'])];
  const closed = menus.map((menu) => new Promise((resolve) => menu.on('close', resolve)));
  for (let round = 0; round < 4; round++) {
    for (const [k, menu] of menus.entries()) {
      const answered = new Promise((resolve) =>
        menu.stdout.on('data', (text) => /allocated/.test(text) && resolve(0)),
      );
      menu.stdin.write(`alloc M${k} 1\n`);
      await answered;
    }
    expect((await attack(place, ['alloc', 'P1', '1'])).code).toBe(0);
    expect(revisionOf(place)).toBe((round + 1) * 3);
  }
  for (const menu of menus) menu.stdin.end();
  expect(await Promise.all(closed)).toEqual([0, 0]);
});

const ENDLESS = 'alloc P1 1\nfree P1\n';
it.each([
  ['a script that loops', ['run', '-', '--loop'], ENDLESS, true],
  ['a script whose lines do not come', ['run', '-'], ENDLESS, false],
  ['an empty script that loops', ['run', '-', '--loop'], '', true],
  ['a pipe', [], ENDLESS.repeat(20_000), false],
  ['a menu', ['menu'], 'alloc P1 1\n', false],
] as const)('%s hears SIGTERM at once, and what was acknowledged is saved', async (_, args, input, ends) => {
  const place = new Place();
  const child = place.start(args);
  let answers = 0;
  child.stdout.on('data', (text) => {
    answers += String(text).match(/ (allocated|freed)/g)?.length ?? 0;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(input);
  if (ends) child.stdin.end();
  await new Promise((resolve) => setTimeout(resolve, 700));
  const closed = new Promise((resolve) => child.on('close', resolve));
  const patience = setTimeout(() => child.kill('SIGKILL'), 3000);
  child.kill('SIGTERM');
  expect(await closed).toBe(143);
  clearTimeout(patience);
  if (answers > 0) expect(revisionOf(place)).toBeGreaterThanOrEqual(answers);
});

it('a script hears SIGTERM while it waits for a FIFO', async () => {
  const place = new Place();
  const fifo = join(place.directory, 'fifo');
  const child = spawn('sh', ['-c', `mkfifo "$1"`, 'sh', fifo]);
  await new Promise((resolve) => child.on('close', resolve));
  const waiting = place.start(['run', fifo]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const closed = new Promise((resolve) => waiting.on('close', resolve));
  waiting.kill('SIGTERM');
  const patience = setTimeout(() => waiting.kill('SIGKILL'), 3000);
  expect(await closed).toBe(143);
  clearTimeout(patience);
});
