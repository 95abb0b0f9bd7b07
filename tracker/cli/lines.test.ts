/** Lines of a stream, however it is cut into chunks and wherever it ends. */
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { linesOf } from './lines.ts';

async function linesIn(...chunks: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks))) lines.push(line);
  return lines;
}

it('puts together a character that two chunks share', async () => {
  const bytes = Buffer.from('a\né');
  expect(await linesIn(bytes.subarray(0, 3), bytes.subarray(3))).toEqual(['a', 'é']);
});

it('shows a character that the end cuts off as one that is none', async () => {
  expect(await linesIn(Buffer.from([0x61, 0xc3]))).toEqual(['a\ufffd']);
});
