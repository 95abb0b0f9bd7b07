import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../testing/read-text.ts';

/** Addresses near page ends, of two pages that are far apart and of any. */
const address = fc.oneof(
  fc.integer({ min: 0x0401a_f00, max: 0x0401b_100 }).map((value) => value.toString(16).padStart(8, '0')),
  fc.integer({ min: 0, max: 0xfff }).map((offset) => (0x1fff000000 + offset).toString(16)),
  fc.maxSafeNat().map((value) => value.toString(16)),
);
const good = fc
  .tuple(fc.constantFrom('I ', ' L', ' S', ' M'), address, fc.constantFrom(1, 2, 4, 8, 16, 64, 300))
  .map(([letter, digits, size]) => `${letter} ${digits},${size}`);
/** Such a line with one character changed, left out, or put in. */
const odd = fc
  .tuple(
    good,
    fc.nat(20),
    fc.nat(1),
    fc.constantFrom('', '0', 'g', 'A', ',', ' ', ':', '/', '\r', '\u0000', 'é'),
  )
  .map(([line, at, removed, character]) => line.slice(0, at) + character + line.slice(at + removed));
const lines = fc.array(fc.oneof({ weight: 9, arbitrary: good }, odd), { minLength: 1, maxLength: 200 });

/** What the documents of the format say, a line at a time. */
function slowly(text: readonly string[], pageSize: number): { references: string[]; badLines: number } {
  const kinds: Record<string, string> = { I: 'fetch', ' L': 'load', ' S': 'store', ' M': 'modify' };
  const references: string[] = [];
  let badLines = 0;
  for (const line of text) {
    const [, letter = '', digits = '', bytes = ''] =
      /^(I| [LSM]) +([0-9a-f]+),([0-9]+)\s*$/i.exec(line) ?? [];
    const [first, size] = [Number.parseInt(digits, 16), Number(bytes)];
    if (/^\s*$/.test(line)) continue;
    // A sum above 2^53 would be rounded, down to it perhaps.
    if (!(size >= 1 && size <= 2 ** 20 && first <= 2 ** 53 - size)) {
      badLines++;
      continue;
    }
    for (
      let page = Math.floor(first / pageSize);
      page <= Math.floor((first + (size - 1)) / pageSize);
      page++
    ) {
      references.push(`${kinds[letter.toUpperCase()]} ${page}`);
    }
  }
  return { references, badLines };
}

describe('lackey lines, read fast', () => {
  it.each([16, 256, 4096, 65536])(
    'are what they are read slowly, good and bad ones, in pages of %i bytes',
    async (pageSize) => {
      await fc.assert(
        fc.asyncProperty(lines, async (text) => {
          const all = ['I  0401a000,1', ...text];
          const { references, badLines } = await readText(`${all.join('\n')}\n`, { pageSize, skipBad: true });
          expect({ references, badLines }).toEqual(slowly(all, pageSize));
        }),
        { numRuns: 150 },
      );
    },
  );
});
