/** The long form of hostile-sizes.test.ts. */
import { it } from 'vitest';
import { POLICY_NAMES } from '../../shared/status.ts';
import { type Size, throwRows, workWithTheLargest } from './hostile-sizes.ts';

const PAGE_ROW = /^Page Number -> Frame Number\n/m;

it.each<[string, Size]>([
  ['control characters', { after: /^Command: /m, row: () => '\u001b'.repeat(1000) }],
  ['letters without an end', { after: /^Command: /m, row: () => 'x'.repeat(1000) }],
  ['keys', { after: /^Format: .*\n/m, row: () => 'Hits: 0\n' }],
  ['empty lines', { after: /^Format: .*\n/m, row: () => '\n'.repeat(1000) }],
  ['spaces', { after: /^=== Free Frame List ===\n/m, row: () => ' '.repeat(1000) }],
  ['free frames', { after: /^=== Free Frame List ===\n/m, row: (k) => `${2 * k} ` }],
  ['the same free frame', { after: /^=== Free Frame List ===\n/m, row: () => '7 ' }],
  ['processes', { after: /^=== Processes ===\n/m, row: (k) => `   Q${k} -> # -> 1\n` }],
  ['pages on disk', { after: PAGE_ROW, row: (k) => `   ${2 * k} -> disk\n` }],
  ['pages of one frame', { after: PAGE_ROW, row: (k) => `   ${k} -> 3\n` }],
  ['segments', { after: /^Segment ID .*\n/m, row: (k) => `   ${k} -> ${k} -> 1\n` }],
  ['holes', { after: /^Base Address -> Size\n/m, row: (k) => `   ${2 * k} -> 1\n` }],
  ['events', { after: /^=== Recent Events ===\n(?=.*\n)/m, row: () => '   1\n' }],
])('a status file of 300 MB of %s is refused by line, within 512 MB and two seconds', (_, size) =>
  throwRows(size),
);

const LIVE_POLICIES = POLICY_NAMES.filter((name) => name !== 'opt');
it.each(LIVE_POLICIES)(
  'the largest memory under %s costs at most 512 MB and two seconds a command',
  (policy) =>
    workWithTheLargest(policy, [
      'show',
      'show frames',
      'show --json',
      'access P2 --page 3',
      'access P2 --page 4 --write --explain',
      'refs P2 5 6 7 8',
      'free P1 0-1000000',
      'map P3 7 9',
      'free P2',
    ]),
);
