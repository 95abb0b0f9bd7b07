/** `refs`: a reference string of pages, as textbooks print them, on the live machine. */

import { MAX_EVENTS } from '../../../shared/status.ts';
import { parseReferenceString } from '../../analysis/reference-string.ts';
import type { Happening } from '../../memory/outcome.ts';
import type { MemoryCommand } from '../command.ts';
import { count } from '../phrases.ts';
import { usage } from '../trouble.ts';
import { parseName } from '../values.ts';

export const refs: MemoryCommand = {
  kind: 'memory',
  words: ['refs'],
  summary: 'Reference a string of pages one after another; w after a page number writes',
  positionals: [
    { name: 'pid', of: 'processes', describe: 'The process; every page named must be one of its pages' },
    { name: 'pages', describe: 'Page numbers such as "7 0 1 2w 0"', many: true },
  ],
  examples: [['refs P1 "7 0 1 2w 0 3"', 'six references, one of them a write']],
  changes: true,
  prepare(args) {
    const pid = parseName(args.get('pid'), 'PID');
    const parsed = parseReferenceString(args.rest('pages').join(' '));
    if (!parsed.ok) throw usage(parsed.message);
    const { pages, writes } = parsed;
    return ({ paging }) => {
      const refusal = paging.refusalOf(pid, pages);
      if (refusal) return { ok: false, refusal };
      const happenings: Happening[] = [];
      const marks: string[] = [];
      let faults = 0;
      for (let i = 0; i < pages.length; i++) {
        const page = pages[i] ?? 0;
        const outcome = paging.access(pid, page, 0, writes[i] === 1);
        if (!outcome.ok)
          throw new Error(`a reference checked beforehand was refused: ${outcome.refusal.code}`);
        if (outcome.fault) faults++;
        marks.push(outcome.fault ? 'F' : '.');
        happenings.push(...outcome.happenings);
        if (happenings.length > 2 * MAX_EVENTS) happenings.splice(0, happenings.length - MAX_EVENTS);
      }
      const hits = pages.length - faults;
      const columns = Array.from(pages, (page, i) => `${page}${writes[i] === 1 ? 'w' : ''}`);
      const width = columns.reduce((widest, column) => Math.max(widest, column.length), 0) + 1;
      const line = (cells: readonly string[]) => cells.map((cell) => cell.padStart(width)).join('');
      const sentence = `${count(pages.length, 'reference')}: ${count(hits, 'hit')}, ${count(faults, 'page fault')}`;
      return {
        ok: true,
        fields: {
          pid,
          references: pages.length,
          hits,
          faults,
          hitMap: marks.map((mark) => (mark === 'F' ? '0' : '1')).join(''),
        },
        text: `${line(columns)}\n${line(marks)}\n${sentence}`,
        sentence,
        happenings,
      };
    };
  },
};
