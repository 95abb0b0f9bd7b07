import { readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../../testing/run-tracker.ts';
import { EXAMPLE } from '../testing/slow-trace.ts';
import { TraceSource } from '../trace-source.ts';
import { type Range, RangeShare } from './range-share.ts';
import { foreseen, streamed } from './supply.ts';

const REFERENCES = 200_136;
/** How far bytes and references may run apart: some parts of this trace are compressed more than others. */
const TOLERANCE = 0.18;

const compressed = readFileSync(EXAMPLE);
const plain = gunzipSync(compressed);
/** 65,536 references, as many as a chunk has, are 131,072 bytes of it: half of what is read at a time. */
const dense = Buffer.from(Array.from({ length: REFERENCES }, (_, i) => `${i % 7}\n`).join(''));

function sourceOf(bytes: Uint8Array): TraceSource {
  const file = `${temporaryDirectory()}/trace`;
  writeFileSync(file, bytes);
  return new TraceSource(file, Readable.from([]));
}

/** The share before every hundredth reference of the range. */
async function shares(source: TraceSource, { from, until }: Range, read = streamed) {
  const supply = await read(source, { pageSize: 4096 });
  const share = new RangeShare({ from, until });
  const found: (number | null)[] = [];
  let seen = 0;
  for await (const chunk of supply.chunks) {
    share.came(chunk.length, supply.share());
    const end = Math.min(seen + chunk.length, until);
    for (let at = Math.max(seen, from); at < end; at++) if ((at - from) % 100 === 0) found.push(share.at(at));
    seen += chunk.length;
  }
  return found;
}

const END = Number.POSITIVE_INFINITY;

describe('the share of a replay that is done', () => {
  it.each([
    ['plain text', plain, { from: 0, until: END }, streamed],
    ['gzip', compressed, { from: 0, until: END }, streamed],
    ['gzip, all read before', compressed, { from: 0, until: END }, foreseen],
    ['many references in few bytes', dense, { from: 0, until: END }, streamed],
    ['the end of a trace', plain, { from: 70_001, until: END }, streamed],
    ['its beginning', plain, { from: 0, until: 90_000 }, streamed],
    ['its middle', compressed, { from: 1000, until: 90_000 }, streamed],
    ['its beginning, all read before', plain, { from: 0, until: 90_000 }, foreseen],
    ['more than there is', plain, { from: 100_000, until: 900_000 }, streamed],
  ] as const)(
    'rises steadily with the references played, and is 1 only behind the last: %s',
    async (...each) => {
      const [, bytes, range, read] = each;
      const found = await shares(sourceOf(bytes), range, read);
      const length = Math.min(range.until, REFERENCES) - range.from;
      expect(found).toHaveLength(Math.ceil(length / 100));
      expect(found[0]).toBe(0);
      for (const [i, share] of found.entries()) {
        expect(share).toBeGreaterThanOrEqual(found[i - 1] ?? 0);
        expect(share).toBeLessThan(1);
        expect(Math.abs((share ?? 0) - (100 * i) / length)).toBeLessThan(TOLERANCE);
      }
    },
  );

  it('is not known of a pipe, unless the range ends at a reference that is', async () => {
    const pipe = () => new TraceSource('-', Readable.from([plain]));
    expect(new Set(await shares(pipe(), { from: 0, until: END }))).toEqual(new Set([null]));
    const found = await shares(pipe(), { from: 100, until: 1100 });
    expect(found).toEqual(Array.from({ length: 10 }, (_, i) => i / 10));
  });
});
