import { expect, test } from 'vitest';
import { exampleStatus } from '../testing/example-status.ts';
import { formatStatus } from './format.ts';
import { parseStatus } from './parse.ts';

test('the example comes back', () => {
  const status = exampleStatus();
  const bytes = formatStatus(status);
  console.log(Buffer.from(bytes).toString());
  expect(parseStatus(bytes)).toEqual({ ok: true, status });
});
