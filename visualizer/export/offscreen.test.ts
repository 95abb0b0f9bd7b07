import { expect, it } from 'vitest';
import { formatStatus } from '../../shared/status-text/format.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { firstCommand } from '../first-command.ts';
import { DARK } from '../theme.ts';
import { toAnsi } from './ansi.ts';
import { Offscreen } from './offscreen.ts';

/** A picture of two revisions, 400 ms after the second. */
async function pictureOf(...revisions: readonly number[]): Promise<string> {
  let now = 0;
  const dashboard = new Offscreen({
    size: { width: 120, height: 40 },
    ascii: false,
    file: 'memory_status.txt',
    firstCommand: firstCommand('memory_status.txt'),
    theme: DARK,
    companion: () => null,
    now: () => now,
    isAlive: () => false,
  });
  for (const revision of revisions) {
    const status = exampleStatus({ revision });
    dashboard.observe({ kind: 'ok', status, bytes: formatStatus(status) });
  }
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
