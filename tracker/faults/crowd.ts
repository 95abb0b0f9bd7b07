/** Several processes at one status file: writers that must not lose one another, and readers beside them. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { attack, revisionOf } from './attack.ts';

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

/** Two readers while a script saves `saves` times; returns what both saw. None may have been torn or older. */
export async function underReaders(saves: number): Promise<{ reads: number }> {
  const place = new Place();
  await place.tell(['init']);
  const readers = [0, 1].map(() => spawn(process.execPath, [READER, place.file]));
  const reports = readers.map(async ({ stdout }) =>
    JSON.parse((await stdout.setEncoding('utf8').toArray()).join('')),
  );
  const input = 'alloc P1 2\nfree P1\n'.repeat(saves / 2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const child = place.start(['run', '-']);
  child.stdout.resume();
  child.stdin.end(input);
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  for (const { stdin } of readers) stdin.end();
  const seen = await Promise.all(reports);
  expect(revisionOf(place)).toBe(saves);
  for (const { torn, backwards } of seen) expect({ torn, backwards }).toEqual({ torn: 0, backwards: 0 });
  return { reads: seen.reduce((sum, { reads }) => sum + reads, 0) };
}
