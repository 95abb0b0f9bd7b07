/** `free`: all of a process, or some of its pages. */
import { runsInWords } from '../../memory/paging/wording.ts';
import type { MemoryCommand } from '../command.ts';
import { count } from '../phrases.ts';
import { parseName, parsePageList } from '../values.ts';

export const free: MemoryCommand = {
  kind: 'memory',
  words: ['free'],
  summary: 'Take pages from a process, or all it has; their frames join the tail of the free-frame list',
  positionals: [
    { name: 'pid', of: 'processes', describe: 'The process; it ends with its last page' },
    { name: 'pages', describe: 'Which pages, such as 0-2,5 (default: all)', optional: true },
  ],
  examples: [
    ['free P1', 'P1 ends; its frames are free'],
    ['free P1 0-2,5', 'pages 0, 1, 2 and 5 become invalid; the others keep their numbers'],
  ],
  changes: true,
  prepare(args) {
    const pid = parseName(args.get('pid'), 'PID');
    const word = args.find('pages');
    const ranges = word === undefined ? null : parsePageList(word, 'PAGES');
    return ({ paging }) => {
      const outcome = paging.free(pid, ranges);
      if (!outcome.ok) return outcome;
      const pages = outcome.pages.reduce((sum, [, , length]) => sum + length, 0);
      return {
        ok: true,
        fields: { pid, pages: outcome.pages },
        text: `${pid}: ${count(pages, 'page')} freed: ${runsInWords(outcome.pages, 'from')}`,
        happenings: outcome.happenings,
      };
    };
  },
};
