/** Fuzzed traces; HOSTILE_RUNS makes more of them. */
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { attackWithin, expectSentence } from './attack.ts';
import { readings, throwTrace, traces } from './hostile-traces.ts';

const numRuns = Number(process.env.HOSTILE_RUNS ?? 100);

it('a trace of any content is read or refused by line, and a refused one changes no memory', async () => {
  const place = new Place();
  expect((await place.tell(['alloc', 'P1', '3'])).code).toBe(0);
  await fc.assert(
    fc.asyncProperty(traces, readings, (content, reading) => throwTrace(place, content, reading)),
    { numRuns },
  );
});

const LINE = 'I  0401ab70,3\n';
it.each([
  ['of a line of eight megabytes', `${LINE}${'x'.repeat(8e6)}\n`, 2],
  ['of NULs', Buffer.alloc(1e6), 1],
  ['in UTF-16', Buffer.from(`\ufeff${LINE}`, 'utf16le'), 1],
  ['that is empty', '', 1],
  ['of blank lines', '\n'.repeat(5e6), 5e6],
  ['with an access of 10^12 bytes', `${LINE} L 1000,1000000000000\n`, 2],
  ['with an address of 2^53', `${LINE} L 20000000000000,1\n`, 2],
  ['that unpacks to 2,000 times its size', gzipSync(Buffer.alloc(2e8)), 1],
  ['packed and cut off', gzipSync(LINE.repeat(1000)).subarray(0, -9), 1001],
  ['packed with something behind', Buffer.concat([gzipSync(LINE), Buffer.from('x')]), 2],
] as const)('a trace %s is refused by line, within 512 MB and two seconds', async (_, input, line) => {
  const place = new Place();
  const ran = await attackWithin(place, ['replay', '-'], { input });
  expectSentence(ran, 65);
  expect(ran.stderr).toContain(`tracker: stdin:${line}: found `);
  expect(existsSync(place.file)).toBe(false);
});

it.each(['trace', 'replay', 'compare'])('%s refuses a directory', async (command) => {
  const place = new Place();
  expectSentence(await place.tell([command, place.directory]), 66);
});
