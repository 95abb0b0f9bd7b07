/** How many pages `alloc` and `reserve` were asked for: a number of pages, or of bytes. */
import type { Arguments } from '../arguments.ts';
import type { OptionSpec, PositionalSpec } from '../command.ts';
import { usage } from '../trouble.ts';
import { parseNumber, parseSize } from '../values.ts';

export const PAGES_POSITIONALS: readonly PositionalSpec[] = [
  { name: 'pid', describe: 'The process; it begins with its first page' },
  { name: 'pages', describe: 'How many pages, after its highest', optional: true },
];

export const PAGES_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  bytes: { describe: 'Instead of PAGES: as many pages as N bytes take', value: 'N' },
};

/** What was asked, once the page size is known; `bytes` is null where pages were asked for. */
export function pagesAsked(args: Arguments): (pageSize: number) => { pages: number; bytes: number | null } {
  const pagesWord = args.find('pages');
  const bytesWord = args.option('bytes');
  if ((pagesWord === undefined) === (bytesWord === undefined)) {
    throw usage('say how much: either PAGES (alloc P1 4) or --bytes N (alloc P1 --bytes 10000)');
  }
  if (bytesWord !== undefined) {
    const bytes = parseSize(bytesWord, '--bytes', { min: 1 });
    return (pageSize) => ({ pages: Math.ceil(bytes / pageSize), bytes });
  }
  const pages = parseNumber(pagesWord ?? '', 'PAGES', { min: 1 });
  return () => ({ pages, bytes: null });
}
