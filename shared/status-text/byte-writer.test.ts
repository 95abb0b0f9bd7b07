/** The buffer that grows. */
import { expect, test } from 'vitest';
import { ByteWriter } from './byte-writer.ts';

test('what was written stays when the buffer grows', () => {
  const out = new ByteWriter(4);
  out.text('Grüße');
  out.line(', 日本語');
  out.room(1000);
  out.bytes[out.length] = 33;
  out.length += 1;
  expect(Buffer.from(out.written()).toString()).toBe('Grüße, 日本語\n!');
});
