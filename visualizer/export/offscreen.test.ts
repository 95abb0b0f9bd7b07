import { expect, it } from 'vitest';
import { formatStatus } from '../../shared/status-text/format.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { firstCommand } from '../first-command.ts';
import type { Observation } from '../observation.ts';
import { DARK } from '../theme.ts';
import { toAnsi } from './ansi.ts';
import { Offscreen } from './offscreen.ts';

function revision(number: number): Observation {
  const status = exampleStatus({ revision: number });
  return { kind: 'ok', status, bytes: formatStatus(status) };
}

/** A picture of what was seen, 400 ms after the last of it. */
async function pictureOf(...seen: readonly (number | Observation)[]): Promise<string> {
  let now = 0;
  const dashboard = new Offscreen({
    size: { width: 120, height: 40 },
    ascii: false,
    file: 'memory_status.txt',
    firstCommand: () => firstCommand('memory_status.txt'),
    theme: DARK,
    companion: () => null,
    now: () => now,
    isAlive: () => false,
  });
  for (const each of seen) dashboard.observe(typeof each === 'number' ? revision(each) : each);
  now += 400;
  const picture = toAnsi(await dashboard.picture());
  dashboard.close();
  return picture;
}

it('a picture made again by the same clock is the same', async () => {
  const picture = await pictureOf(17, 18);
  expect(picture).toContain('rev 18');
  expect(picture).toContain('0.4 s ago');
  expect(await pictureOf(17, 18)).toBe(picture);
});

it('a file that was away and is as it was has one picture, and no further revision', async () => {
  expect(await pictureOf(17, 18, { kind: 'missing' }, revision(18))).toBe(await pictureOf(17, 18));
});
