/** Traces that no program ever made, thrown at everything that reads one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Place } from '../testing/run-tracker.ts';
import { expectTame } from './attack.ts';
import { damaged, damages, NASTY } from './hostile-content.ts';

const address = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 56n }),
  fc.constantFrom(0n, 0xfffn, 0x1000n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 53n, 10n ** 30n),
);
const size = fc.oneof(fc.nat(20), fc.constantFrom(4096, 65_536, 65_537, 2 ** 31));

const lackeyLine = fc
  .tuple(fc.constantFrom('I ', ' L', ' S', ' M', 'i ', ' X'), address, size)
  .map(([kind, from, bytes]) => `${kind} ${from.toString(16).padStart(8, '0')},${bytes}`);
const numberLine = fc
  .tuple(fc.array(address, { minLength: 1, maxLength: 4 }), fc.constantFrom('', 'R ', 'w ', '0x', '-'))
  .map(([all, before]) => all.map((each) => before + each).join(' '));
const dineroLine = fc.tuple(fc.nat(4), address).map(([kind, from]) => `${kind} ${from.toString(16)}`);
const otherLine = fc.constantFrom(...NASTY, '==768== lackey', '==x==', '# a comment', '\t', ',', '0x,', 'I');

/** Lines of one format, of which few are of no format; then bytes changed, or all of it packed, and that cut or changed. */
export const traces: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.constantFrom(lackeyLine, numberLine, dineroLine).chain((good) =>
      fc.array(fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: otherLine }), {
        maxLength: 40,
      }),
    ),
    fc.constantFrom('\n', '\r\n', ''),
    fc.constantFrom('plain', 'damaged', 'packed', 'packed and damaged', 'packed and cut'),
    damages,
  )
  .map(([lines, end, treatment, all]) => {
    const text = Buffer.from(lines.join('\n') + end);
    if (treatment === 'plain') return text;
    if (treatment === 'damaged') return damaged(text, all);
    const packed = gzipSync(text, { level: 1 });
    if (treatment === 'packed') return packed;
    if (treatment === 'packed and cut') return packed.subarray(0, packed.length - 5);
    return damaged(packed, all);
  });

/** What reads a trace. */
export const readings: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.constantFrom(
      ['trace'],
      ['replay', '--total-frames', '3'],
      ['replay', '--policy', 'opt', '--total-frames', '3'],
      ['compare', '--policies', 'fifo,lru', '--frames', '1-3'],
    ),
    fc.constantFrom([], ['--page-size', '4096'], ['--page-size', '1']),
    fc.constantFrom([], [], ['--skip-bad'], ['--format', 'dinero'], ['--format', 'numbers']),
  )
  .map((parts) => parts.flat());

/** Expects it to be read, or refused by file and line; a refused replay leaves what was there. */
export async function throwTrace(
  place: Place,
  content: Uint8Array,
  reading: readonly string[],
): Promise<void> {
  const path = join(place.directory, 'trace');
  writeFileSync(path, content);
  const before = existsSync(place.file) ? readFileSync(place.file) : null;
  const [command = '', ...options] = reading;
  const { code, stdout, stderr } = await place.tell([command, path, ...options]);
  expectTame(stdout + stderr);
  const said = `${reading.join(' ')}: ${stderr}`;
  expect([0, 65], said).toContain(code);
  if (code === 0) return;
  expect(stderr, said).toMatch(/^tracker: .*\/trace:\d+: found .* expected .+\n$/s);
  expect(existsSync(place.file) ? readFileSync(place.file) : null, said).toEqual(before);
}
