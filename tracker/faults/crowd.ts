/** Several processes at one status file: writers that must not lose one another, and readers beside them. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { attack, litter, revisionOf } from './attack.ts';

const READER = fileURLToPath(new URL('status-reader.mjs', import.meta.url));

/** `size` one-shots at once, `rounds` times; returns how long each took, in milliseconds, the shortest first. */
export async function crowds(size: number, rounds: number): Promise<number[]> {
  const place = new Place();
  await place.tell(['init', '--total-frames', '4096']);
  const times: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const all = await Promise.all(
      Array.from({ length: size }, (_, k) => attack(place, ['alloc', `P${k}`, '1'])),
    );
    expect(all.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      all.map(() => ({ code: 0, stderr: '' })),
    );
    expect(revisionOf(place)).toBe(size * round);
    times.push(...all.map(({ milliseconds }) => milliseconds));
  }
  expect(await place.json('show')).toMatchObject({ usedFrames: size * rounds });
  return times.sort((a, b) => a - b);
}

/**
 * Two readers while a script saves `saves` times, and again until they have read `reads` times; returns how often both
 * were done. No read may have been torn, or older than the one before.
 */
export async function underReaders(saves: number, reads: number): Promise<{ reads: number; saves: number }> {
  const place = new Place();
  await place.tell(['init']);
  const readers = [0, 1].map(() => spawn(process.execPath, [READER, place.file, String(reads / 2)]));
  let reading = readers.length;
  const reports = readers.map(async ({ stdout }) => {
    const report = JSON.parse((await stdout.setEncoding('utf8').toArray()).join(''));
    reading -= 1;
    return report;
  });
  const input = 'alloc P1 2\nfree P1\n'.repeat(saves / 2);
  let rounds = 0;
  do {
    const child = place.start(['run', '-']);
    child.stdout.resume();
    child.stdin.end(input);
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    rounds += 1;
  } while (reading > 0);
  const seen = await Promise.all(reports);
  expect(revisionOf(place)).toBe(rounds * saves);
  for (const { torn, backwards } of seen) expect({ torn, backwards }).toEqual({ torn: 0, backwards: 0 });
  return { reads: seen.reduce((sum, report) => sum + report.reads, 0), saves: rounds * saves };
}

/**
 * Kills a tracker `kills` times at a random moment, one-shots and scripts in turn; returns how many commands they had
 * acknowledged. All of those must be in the file, and nothing else be left of the killed.
 */
export async function killed(kills: number): Promise<number> {
  const place = new Place();
  await place.tell(['init', '--total-frames', '4096']);
  const { milliseconds } = await attack(place, ['alloc', 'P2', '1']);
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill++) {
    const before = revisionOf(place);
    const oneShot = kill % 2 === 0;
    const child = place.start(oneShot ? ['access', 'P2', '0', '--json'] : ['run', '-', '--loop', '--json']);
    let said = '';
    const answered = new Promise((resolve) =>
      child.stdout.on('data', (text) => {
        said += String(text);
        resolve(null);
      }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end('alloc P1 4\nfree P1\n');
    const closed = new Promise((resolve) => child.on('close', resolve));
    if (oneShot) await sleep(milliseconds * (0.5 + Math.random()));
    else await answered.then(() => sleep(Math.random() * 20));
    child.kill('SIGKILL');
    await closed;
    const answers = said.match(/^\{"ok":true.*\}$/gm)?.length ?? 0;
    acknowledged += answers;
    expect(revisionOf(place)).toBeGreaterThanOrEqual(before + answers);
  }
  expect((await attack(place, ['alloc', 'P3', '1'])).code).toBe(0);
  expect(litter(place)).toEqual([]);
  return acknowledged;
}
