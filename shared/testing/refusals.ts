/** For tests of what a status file may not say: edits of a good one, as a person with an editor would make them. */
import { expect } from 'vitest';
import type { Status } from '../status.ts';
import { formatStatus } from '../status-text/format.ts';
import { parseStatus } from '../status-text/parse.ts';
import { exampleStatus } from './example-status.ts';

/** The text of a status file without its checksum line, so that it may be edited. */
export function editableText(status: Status = exampleStatus()): string {
  return Buffer.from(formatStatus(status))
    .toString()
    .replace(/^Checksum: .*\n/m, '');
}

/** That text with the one place where it says `from` saying `to`. */
export function edited(from: string, to: string, status?: Status): string {
  const text = editableText(status);
  expect(text.split(from), `the places that say ${from}`).toHaveLength(2);
  return text.replace(from, () => to);
}

/** The status that `text` says. */
export function accepted(text: string): Status {
  const parsed = parseStatus(Buffer.from(text));
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.problem)}`);
  return parsed.status;
}

/** Expects `text` to be refused at the line that says `found`, for want of `expected`. */
export function expectRefused(text: string | Uint8Array, found: string, expected: string): void {
  const bytes = Buffer.from(text);
  const parsed = parseStatus(bytes);
  expect(parsed.ok, 'accepted').toBe(false);
  if (parsed.ok) return;
  const { problem } = parsed;
  expect(problem.found).toBe(found);
  expect(problem.expected).toContain(expected);
  const line = bytes.toString().split('\n')[problem.line - 1] ?? '';
  if (found.startsWith('"') && !found.includes('\\u') && !found.includes('…')) {
    expect(`"${line}"`).toBe(found);
  }
}
