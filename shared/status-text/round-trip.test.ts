/**
 * format and parse together: nothing is lost, and damage is never taken for a status. Whole statuses are compared by
 * node:assert, which is twenty times as fast at typed arrays as `toEqual`.
 */
import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryStatus } from '../testing/arbitrary-status.ts';
import { exampleStatus } from '../testing/example-status.ts';
import { largeStatus } from '../testing/large-status.ts';
import { formatStatus } from './format.ts';
import { parseStatus } from './parse.ts';

const ROUNDS = { numRuns: 200 };

function linesOf(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString().split('\n');
}

function parseLines(lines: readonly string[]) {
  return parseStatus(Buffer.from(lines.join('\n')));
}

function withoutChecksum(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    linesOf(bytes)
      .filter((line) => !line.startsWith('Checksum: '))
      .join('\n'),
  );
}

/** What a damaged file may come to: a refusal that names a line, or the state that was meant. */
function expectRefusedOrEqual(damaged: Uint8Array, status: unknown): void {
  const parsed = parseStatus(damaged);
  if (parsed.ok) {
    deepStrictEqual(parsed.status, status);
    return;
  }
  expect(parsed.problem.line).toBeGreaterThanOrEqual(1);
  expect(parsed.problem.found.length).toBeGreaterThan(0);
  expect(parsed.problem.found.length).toBeLessThanOrEqual(80);
  expect(parsed.problem.expected.length).toBeGreaterThan(0);
}

/** What an edited file may come to: a refusal, or a status that can be written down again. */
function expectRefusedOrWhole(edited: Uint8Array): void {
  const parsed = parseStatus(edited);
  if (!parsed.ok) expect(parsed.problem.line).toBeGreaterThanOrEqual(1);
  else deepStrictEqual(parseStatus(formatStatus(parsed.status)), parsed);
}

/** Lines dropped, doubled or swapped. */
function arbitraryEdit(lines: readonly string[]): fc.Arbitrary<string[]> {
  const place = fc.nat({ max: lines.length - 1 });
  return fc.tuple(fc.constantFrom('drop', 'double', 'swap'), place, place).map(([edit, a, b]) => {
    const edited = [...lines];
    if (edit === 'drop') edited.splice(Math.min(a, b), 1 + (Math.abs(a - b) % 4));
    if (edit === 'double') edited.splice(b, 0, lines[a] ?? '');
    if (edit === 'swap') [edited[a], edited[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return edited;
  });
}

test('every status comes back as it was', () => {
  fc.assert(
    fc.property(arbitraryStatus(), (status) => {
      deepStrictEqual(parseStatus(formatStatus(status)), { ok: true, status });
    }),
    { numRuns: 500 },
  );
});

test('a million frames come back, in few runs, scattered and used', () => {
  for (const kind of ['few runs', 'scattered', 'used'] as const) {
    const bytes = formatStatus(largeStatus(kind));
    const parsed = parseStatus(bytes);
    expect(parsed.ok).toBe(true);
    if (parsed.ok) expect(Buffer.compare(formatStatus(parsed.status), bytes)).toBe(0);
  }
});

test('the same status makes the same bytes, in a buffer of their own', () => {
  fc.assert(
    fc.property(arbitraryStatus(), (status) => {
      const bytes = formatStatus(status);
      const again = formatStatus(status);
      expect(Buffer.compare(bytes, again)).toBe(0);
      again.fill(0);
      expect(parseStatus(bytes).ok).toBe(true);
    }),
    ROUNDS,
  );
});

test('a file with one byte changed is refused, or says the same', () => {
  const anyDamage = fc.tuple(arbitraryStatus(), fc.nat(), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(anyDamage, ([status, place, change]) => {
      const bytes = Buffer.from(formatStatus(status));
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ change;
      expectRefusedOrEqual(bytes, status);
    }),
    ROUNDS,
  );
});

test('a file that ends anywhere before its end is refused as cut off', () => {
  const bytes = formatStatus(exampleStatus());
  for (let length = 0; length < bytes.length - 1; length++) {
    const parsed = parseStatus(bytes.subarray(0, length));
    expect(parsed.ok).toBe(false);
    if (length > 30 && !parsed.ok) expect(parsed.problem.expected).toContain('the file is cut off');
  }
  expect(parseStatus(bytes.subarray(0, -1)).ok).toBe(true);
});

test('any file cut anywhere is refused, or says the same', () => {
  fc.assert(
    fc.property(arbitraryStatus(), fc.nat(), (status, place) => {
      const bytes = formatStatus(status);
      expectRefusedOrEqual(bytes.subarray(0, place % bytes.length), status);
    }),
    ROUNDS,
  );
});

test('lines dropped, doubled or swapped are noticed', () => {
  const anyDamage = arbitraryStatus().chain((status) => {
    // Without its checksum line the file counts as edited, which is another test.
    const edited = arbitraryEdit(linesOf(formatStatus(status)));
    const signed = edited.filter((lines) => lines.some((line) => line.startsWith('Checksum: ')));
    return signed.map((lines) => ({ status, lines }));
  });
  fc.assert(
    fc.property(anyDamage, ({ status, lines }) =>
      expectRefusedOrEqual(Buffer.from(lines.join('\n')), status),
    ),
    ROUNDS,
  );
});

test('without its checksum line a file may be edited: it is refused, or makes a whole status', () => {
  const anyEdit = arbitraryStatus().chain((status) =>
    arbitraryEdit(linesOf(withoutChecksum(formatStatus(status)))),
  );
  fc.assert(
    fc.property(anyEdit, (lines) => {
      expectRefusedOrWhole(Buffer.from(lines.join('\n')));
    }),
    { numRuns: 500 },
  );
});

test('without its checksum line, numbers and words put in place of others never break the parser', () => {
  const words = [
    '0',
    '1',
    '3',
    '7',
    '8',
    '64',
    '-',
    'none',
    'disk',
    'R',
    'S',
    '->',
    '3-5',
    '1:',
    '9007199254740993',
    'P1',
    '===',
  ];
  const anyEdit = fc.tuple(arbitraryStatus(), fc.nat(), fc.constantFrom(...words));
  fc.assert(
    fc.property(anyEdit, ([status, place, word]) => {
      const text = Buffer.from(withoutChecksum(formatStatus(status))).toString();
      const starts = [...text.matchAll(/[^\s]+/g)];
      const at = starts[place % starts.length];
      if (at === undefined) return;
      expectRefusedOrWhole(Buffer.from(text.slice(0, at.index) + word + text.slice(at.index + at[0].length)));
    }),
    { numRuns: 500 },
  );
});

test('any bytes at all are refused with a line', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expectRefusedOrEqual(bytes, null);
      const begun = Buffer.concat([Buffer.from('=== Memory Status ===\nFormat: 1\n'), bytes]);
      expectRefusedOrEqual(begun, null);
    }),
    ROUNDS,
  );
});

test('a file that is not touched is not held against its checksum being gone', () => {
  const status = exampleStatus();
  expect(parseStatus(withoutChecksum(formatStatus(status)))).toEqual({ ok: true, status });
  expect(parseLines(linesOf(formatStatus(status)))).toEqual({ ok: true, status });
});
