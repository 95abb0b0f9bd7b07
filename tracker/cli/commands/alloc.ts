/** `alloc`: eager allocation, frames from the head of the free-frame list. */
import type { MemoryCommand } from '../command.ts';
import { count, pageRuns } from '../phrases.ts';
import { parseName } from '../values.ts';
import { PAGES_OPTIONS, PAGES_POSITIONALS, pagesAsked } from './pages-asked.ts';

export const alloc: MemoryCommand = {
  kind: 'memory',
  words: ['alloc'],
  summary: 'Give a process pages, each in a frame at once; all of them or none',
  positionals: PAGES_POSITIONALS,
  options: PAGES_OPTIONS,
  examples: [
    ['alloc P1 4', 'four pages for P1, in the frames at the head of the free-frame list'],
    [
      'alloc P1 --bytes 10000',
      'as many pages as 10000 bytes take; the rest of the last is internal fragmentation',
    ],
  ],
  changes: true,
  prepare(args) {
    const pid = parseName(args.get('pid'), 'PID');
    const asked = pagesAsked(args);
    return ({ paging }) => {
      const { pages, bytes } = asked(paging.pageSize);
      const outcome = paging.alloc(pid, pages, bytes);
      if (!outcome.ok) return outcome;
      return {
        ok: true,
        fields: { pid, pages: outcome.pages },
        text: `${pid}: ${count(pages, 'page')} allocated: ${pageRuns(outcome.pages)}`,
        happenings: outcome.happenings,
      };
    };
  },
};
