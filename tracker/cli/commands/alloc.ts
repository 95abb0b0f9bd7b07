/** `alloc`: eager allocation, frames from the head of the free-frame list. */
import type { MemoryCommand } from '../command.ts';
import { APPEND_ARGUMENTS, appendPages } from './append-pages.ts';

export const alloc: MemoryCommand = {
  kind: 'memory',
  words: ['alloc'],
  summary: 'Give a process pages, each in a frame at once; all of them or none',
  ...APPEND_ARGUMENTS,
  examples: [
    ['alloc P1 4', 'four pages for P1, in the frames at the head of the free-frame list'],
    [
      'alloc P1 --bytes 10000',
      'as many pages as 10000 bytes take; the rest of the last is internal fragmentation',
    ],
  ],
  changes: true,
  prepare: (args) => appendPages(args, (paging) => paging.alloc.bind(paging), 'allocated'),
};
