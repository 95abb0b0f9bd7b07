/** `reserve`: demand paging; pages exist, frames come with the first access. */
import type { MemoryCommand } from '../command.ts';
import { count, pageRuns } from '../phrases.ts';
import { parseName } from '../values.ts';
import { PAGES_OPTIONS, PAGES_POSITIONALS, pagesAsked } from './pages-asked.ts';

export const reserve: MemoryCommand = {
  kind: 'memory',
  words: ['reserve'],
  summary: 'Give a process pages on demand: a frame comes with the first access',
  positionals: PAGES_POSITIONALS,
  options: PAGES_OPTIONS,
  examples: [['reserve P1 8', 'eight pages for P1, none resident yet']],
  changes: true,
  prepare(args) {
    const pid = parseName(args.get('pid'), 'PID');
    const asked = pagesAsked(args);
    return ({ paging }) => {
      const { pages, bytes } = asked(paging.pageSize);
      const outcome = paging.reserve(pid, pages, bytes);
      if (!outcome.ok) return outcome;
      return {
        ok: true,
        fields: { pid, pages: outcome.pages },
        text: `${pid}: ${count(pages, 'page')} reserved: ${pageRuns(outcome.pages)}`,
        happenings: outcome.happenings,
      };
    };
  },
};
