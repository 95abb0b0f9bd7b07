/** A status file that is far too large; hostile-sizes.faults.ts has more of them. */
import { it } from 'vitest';
import { MAX_BYTES } from '../../shared/status-file/read.ts';
import { throwSparse, workWithTheHalfDirty, workWithTheLargest } from './hostile-sizes.ts';

it.each([MAX_BYTES, 2 ** 40])(
  'a status file of %s bytes of nothing is refused by line, within 512 MB and two seconds',
  throwSparse,
);

it('a short status file of the largest memory is shown and worked with, within 512 MB and two seconds', () =>
  workWithTheLargest('lru', ['show', 'access P2 --page 3 --explain --json']));

it('so is one whose candidates for eviction come last', () =>
  workWithTheHalfDirty('nru', ['access P2 --page 3 --explain --json']));
