/** What `alloc` and `reserve` share: pages after a process's highest, asked for as pages or as bytes. */
import type { Paging } from '../../memory/paging/paging.ts';
import { runsInWords } from '../../memory/paging/wording.ts';
import type { Step } from '../../step.ts';
import type { Arguments } from '../arguments.ts';
import type { MemoryCommand } from '../command.ts';
import { count } from '../phrases.ts';
import { usage } from '../trouble.ts';
import { parseName, parseNumber, parseSize } from '../values.ts';

/** The arguments of both. */
export const APPEND_ARGUMENTS: Pick<MemoryCommand, 'positionals' | 'options'> = {
  positionals: [
    { name: 'pid', of: 'processes', describe: 'The process; it begins with its first page' },
    { name: 'pages', describe: 'How many pages, after its highest', optional: true },
  ],
  options: { bytes: { describe: 'Instead of PAGES: as many pages as N bytes take', value: 'N' } },
};

/** `append` does it, eagerly or on demand; `done` says so: `allocated`. */
export function appendPages(
  args: Arguments,
  append: (paging: Paging) => Paging['alloc'],
  done: string,
): Step {
  const pid = parseName(args.get('pid'), 'PID');
  const asked = pagesAsked(args, pid);
  return ({ paging }) => {
    const { pages, bytes } = asked(paging.pageSize);
    const outcome = append(paging)(pid, pages, bytes);
    if (!outcome.ok) return outcome;
    const text = `${pid}: ${count(pages, 'page')} ${done}: ${runsInWords(outcome.pages, 'into')}`;
    const [[, frame] = [0, null]] = outcome.pages;
    const fields = { pid, pages: outcome.pages, ...(pages === 1 && frame !== null ? { frame } : {}) };
    return { ok: true, fields, text, happenings: outcome.happenings };
  };
}

/** What was asked, once the page size is known; `bytes` is null where pages were asked for. */
function pagesAsked(
  args: Arguments,
  pid: string,
): (pageSize: number) => { pages: number; bytes: number | null } {
  const pagesWord = args.find('pages');
  const bytesWord = args.option('bytes');
  if ((pagesWord === undefined) === (bytesWord === undefined)) {
    throw usage('say how much: either PAGES (alloc P1 4) or --bytes N (alloc P1 --bytes 10000)');
  }
  if (bytesWord !== undefined) {
    const bytes = parseSize(bytesWord, '--bytes', { min: 1 });
    return (pageSize) => ({ pages: Math.ceil(bytes / pageSize), bytes });
  }
  if (pagesWord !== undefined && /^\d+$/.test(pid) && /^[A-Za-z]/.test(pagesWord)) {
    const found = parseName(pagesWord, 'PAGES');
    throw usage(
      `PAGES: found '${found}', expected a whole number: the process comes first, as in ${found} ${pid}`,
    );
  }
  const pages = parseNumber(pagesWord ?? '', 'PAGES', { min: 1 });
  return () => ({ pages, bytes: null });
}
