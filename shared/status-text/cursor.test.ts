/** What any line of a status file must be, whatever it says. */
import { expect, test } from 'vitest';
import { editableText, edited, expectRefused } from '../testing/refusals.ts';
import { Cursor } from './cursor.ts';
import { parseStatus } from './parse.ts';

const FIRST_LINE = '=== Memory Status ===';

test('lines that end in CR LF are refused by name', () => {
  expectRefused(editableText().replaceAll('\n', '\r\n'), '"=== Memory Status ===\\u{d}"', 'LF alone');
  expectRefused(edited('   3-8 -> disk\n', '   3-8 -> disk\r\n'), '"   3-8 -> disk\\u{d}"', 'LF alone');
});

test('a byte order mark is refused by name', () => {
  expectRefused(`\ufeff${editableText()}`, '"\\u{feff}=== Memory Status ==="', 'without a byte order mark');
});

test('an empty file is refused at line 1', () => {
  expectRefused('', 'the end of the file', FIRST_LINE);
});

test('a file of another kind is refused at line 1', () => {
  expectRefused('#!/bin/sh\n', '"#!/bin/sh"', FIRST_LINE);
  expectRefused('\u007fELF\u0002', '"\\u{7f}ELF\\u{2}"', FIRST_LINE);
});

test('a NUL is refused where it stands', () => {
  expectRefused(edited('Hits: 2', 'Hits: 2\0'), '"Hits: 2\\u{0}"', 'without control');
  expectRefused(edited('   3-8 -> disk', '   3-8 -> disk\0'), '"   3-8 -> disk\\u{0}"', 'the end of the row');
});

test('bytes that are not UTF-8 are refused where they stand', () => {
  const bytes = Buffer.from(edited('P1 got 4 pages', 'P1 got ? pages'));
  bytes[bytes.indexOf('?')] = 0xff;
  const found = '"   15 -> 9 -> alloc -> - -> P1 got \ufffd pages in frames 0-3"';
  const parsed = parseStatus(bytes);
  expect(parsed).toMatchObject({ ok: false, problem: { found, expected: 'text in UTF-8' } });
});

test('text that a terminal would obey is refused, and shown harmlessly', () => {
  const found = '"Command: \\u{1b}[2J"';
  expectRefused(
    edited('access P2 8192 --write', '\u001b[2J'),
    found,
    'without control or invisible characters',
  );
});

test('text that runs the other way is refused', () => {
  expectRefused(
    edited('loaded first', '\u202etsrif'),
    '"   17 -> 12 -> evict -> 4 -> P2 page 0 left frame 4: \\u{202e}tsrif"',
    'invisible',
  );
});

test('what was found is cut to 80 characters', () => {
  const long = 'x'.repeat(500);
  expectRefused(edited('Hits: 2', `Hits: ${long}`), `"Hits: ${'x'.repeat(71)}…"`, '"Hits: "');
});

test.each(['03', '+3', '-3', '3.0', '3e0', '0x3', ' 3', '', '9007199254740993'])(
  'the number "%s" is refused in a row',
  (number) => {
    expectRefused(edited('   1 -> 5 -> R', `   1 -> ${number} -> R`), `"   1 -> ${number} -> R"`, '');
  },
);

test.each(['03', '+3', '-3', '3.0', '3e0', '0x3', ' 3', '3 ', '9007199254740993'])(
  'the number "%s" is refused after a key',
  (number) => {
    expectRefused(
      edited('Evictions: 1', `Evictions: ${number}`),
      `"Evictions: ${number}"`,
      'a whole number, 0 to 3',
    );
  },
);

test('a file that stops in the middle of a line is refused as cut off, at its last line', () => {
  expectRefused(
    editableText().slice(0, editableText().indexOf('-3 -> 2-3')),
    '"   2"',
    'the file is cut off',
  );
});

test('a file that stops between two lines is refused as cut off, after its last line', () => {
  const text = editableText();
  expectRefused(text.slice(0, text.indexOf('   2-3 -> 2-3')), 'the end of the file', 'the file is cut off');
});

test('a cursor reads words, numbers and lines, and knows where it is', () => {
  const cursor = new Cursor(Buffer.from('one 22\n\n\nrest of it\n'));
  expect(cursor.word()).toBe('one');
  expect(cursor.take(' ')).toBe(true);
  expect(cursor.take(' ')).toBe(false);
  expect(cursor.number('a number')).toBe(22);
  cursor.endLine('the end');
  cursor.skipBlankLines();
  expect(cursor.line).toBe(4);
  expect(cursor.restOfLine()).toBe('rest of it');
  expect(cursor.atEnd).toBe(true);
});

test('a text or a word of megabytes is refused without being looked at as a whole', () => {
  const bytes = Buffer.alloc(100_000_000);
  bytes[bytes.length - 1] = 10;
  expect(() => new Cursor(bytes).restOfLine()).toThrow(/expected a text of at most 65536 bytes$/);
  expect(new Cursor(bytes).word()).toHaveLength(256);
});
