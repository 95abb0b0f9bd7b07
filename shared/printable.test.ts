/** What becomes of text from outside on its way to a screen or the file. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable, printableJson } from './printable.ts';

it('writes what could move a cursor or turn text around by its number', () => {
  expect(printable('a\u001b[31m\u202eb\ud83d')).toBe('a\\u{1b}[31m\\u{202e}b\\u{d83d}');
});

it('cuts between two characters, never within one', () => {
  expect(printable('😀'.repeat(200))).toBe(`${'😀'.repeat(99)}…`);
  expect(printable(`a${'😀'.repeat(200)}`)).toBe(`a${'😀'.repeat(99)}…`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
      const shown = printable(text, limit);
      expect(shown.length).toBeLessThanOrEqual(limit);
      expect(shown).not.toMatch(/\p{Cs}/u);
    }),
  );
});

it('gives back in JSON what went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = printableJson({ text });
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
      expect(JSON.parse(line)).toEqual({ text });
    }),
  );
});
