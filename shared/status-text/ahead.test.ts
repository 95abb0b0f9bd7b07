/** A file of which some was read ahead is read as it is without that. */
import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../status.ts';
import { arbitraryStatus } from '../testing/arbitrary-status.ts';
import { exampleStatus } from '../testing/example-status.ts';
import { type Ahead, checksumAhead, NOBODY, readUsesAhead } from './ahead.ts';
import { formatStatus } from './format.ts';
import { Parser, parseStatus } from './parse.ts';

/** Somebody who has read ahead in `bytes`, and what was asked of them. */
function aheadIn(bytes: Uint8Array): Ahead & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    uses() {
      asked.push('uses');
      return readUsesAhead(bytes);
    },
    checksum() {
      asked.push('checksum');
      return checksumAhead(bytes);
    },
  };
}

const edited = (status: Status, edit: (text: string) => string): Uint8Array =>
  Buffer.from(edit(Buffer.from(formatStatus(status)).toString()));

const unsigned = (text: string): string => text.replace(/^Checksum: .*\n/m, '');

describe('a file of which some was read ahead', () => {
  it('says what it says to one who reads alone', () => {
    fc.assert(
      fc.property(arbitraryStatus(), (status) => {
        const bytes = formatStatus(status);
        const parsed = new Parser().parse(bytes, aheadIn(bytes));
        deepStrictEqual(parsed, { ok: true, status });
      }),
    );
  });

  it('is refused for the same reason wherever it is damaged', () => {
    const anyDamage = fc.tuple(arbitraryStatus(), fc.nat(), fc.constantFrom(...' 0139:-\n=x'), fc.boolean());
    fc.assert(
      fc.property(anyDamage, ([status, anywhere, byte, signed]) => {
        const bytes = Buffer.from(signed ? formatStatus(status) : edited(status, unsigned));
        bytes[anywhere % bytes.length] = byte.charCodeAt(0);
        deepStrictEqual(new Parser().parse(bytes, aheadIn(bytes)), parseStatus(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('is not read by the first once more: its uses and its checksum are asked for', () => {
    const bytes = formatStatus(exampleStatus());
    const uses = readUsesAhead(bytes);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.slice(uses?.begin, uses?.end).trimEnd().split('\n')).toHaveLength(uses?.lines ?? 0);
    expect(text.slice(0, uses?.begin)).toMatch(/=== Use Order ===\n$/);
    expect(checksumAhead(bytes)).toEqual({
      at: text.indexOf('Checksum: '),
      right: /Checksum: (.*)/.exec(text)?.[1],
    });
    const ahead = aheadIn(bytes);
    expect(new Parser().parse(bytes, ahead).ok).toBe(true);
    expect(ahead.asked).toEqual(['uses', 'checksum']);
  });

  it.each([
    ['a frame that is free', /(=== Use Order ===\n\d+: )\d+/, '$163'],
    ['a frame beyond TOTAL_FRAMES', /(=== Use Order ===\n\d+: )\d+/, '$164'],
    ['a time before the load of its frame', /(=== Use Order ===\n)\d+/, '$11'],
    ['a time to come', /(=== Use Order ===\n)\d+/, '$1999999'],
  ])('is refused for %s in its use order', (_, found, replaced) => {
    const bytes = edited(exampleStatus(), (text) => unsigned(text).replace(found, replaced));
    const alone = parseStatus(bytes);
    expect(alone.ok).toBe(false);
    expect(new Parser().parse(bytes, aheadIn(bytes))).toEqual(alone);
  });
});

it('nobody has read anything ahead', () => {
  expect([NOBODY.uses(), NOBODY.checksum()]).toEqual([null, null]);
});

it('nothing is read ahead where there is no use order, no checksum, or no status file', () => {
  const bytes = edited(exampleStatus(), (text) => unsigned(text).replace(/=== Use Order ===\n[^=]*/, ''));
  for (const without of [bytes, Buffer.from('hello\n'), new Uint8Array()])
    expect([readUsesAhead(without), checksumAhead(without)]).toEqual([null, null]);
});

it('a parser reads one file after the other, none of which changes those before', () => {
  const statuses = [exampleStatus({ revision: 17 }), exampleStatus({ revision: 18 })];
  const parser = new Parser();
  const parsed = statuses.map((status) => parser.parse(formatStatus(status)));
  expect(parser.parse(Buffer.from('hello\n')).ok).toBe(false);
  deepStrictEqual(
    parsed,
    statuses.map((status) => ({ ok: true, status })),
  );
});
