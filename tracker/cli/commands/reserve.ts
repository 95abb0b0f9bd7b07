/** `reserve`: demand paging; pages exist, frames come with the first access. */
import type { MemoryCommand } from '../command.ts';
import { APPEND_ARGUMENTS, appendPages } from './append-pages.ts';

export const reserve: MemoryCommand = {
  kind: 'memory',
  words: ['reserve'],
  summary: 'Give a process pages on demand: a frame comes with the first access',
  ...APPEND_ARGUMENTS,
  examples: [['reserve P1 8', 'eight pages for P1, none resident yet']],
  changes: true,
  prepare: (args) => appendPages(args, (paging) => paging.reserve.bind(paging), 'reserved'),
};
