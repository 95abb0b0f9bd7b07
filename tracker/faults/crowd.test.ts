/** Many trackers at one file. */
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { attack, revisionOf } from './attack.ts';
import { crowds, killed, underReaders } from './crowd.ts';

it('eight one-shots at once, three times: every one is in the file', () => crowds(8, 3));

it('no reader sees a torn file or an older revision while it is replaced', async () => {
  expect(await underReaders(300, 20_000)).toMatchObject({ reads: 20_000 });
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

it('killed at a random moment, ten times, none loses what it acknowledged', async () => {
  expect(await killed(10)).toBeGreaterThan(0);
});
