/** What lfu and aging remember of each page, and of which it is another than before. Pure. */
import { span } from '../../shared/span.ts';
import { DISK, type PageRuns, type PolicyName, REFERENCED, type Status } from '../../shared/status.ts';
import { counted, plain } from '../view/wording.ts';
import { listed } from './lists.ts';

/** ` used 3 times`, ` age 10000000`; nothing under the other policies. */
export function countInWords(policy: PolicyName, uses: number): string {
  if (policy === 'lfu') return ` used ${counted(uses, 'time')}`;
  return policy === 'aging' ? ` age ${uses.toString(2).padStart(8, '0')}` : '';
}

/** Pages in frames; under aging also those whose R bit is another, for it is the next bit of their age. */
export function countsChanged(before: Status, now: Status): string[] {
  const { policy } = now.paging.replacement;
  if (policy !== 'lfu' && policy !== 'aging') return [];
  const telling = policy === 'aging' ? REFERENCED : 0;
  const tables = new Map(before.paging.processes.map(({ pid, table }) => [pid, table]));
  const changed = now.paging.processes.flatMap(({ pid, table }) =>
    changedRuns(tables.get(pid), table, telling).map((run) => ({ ...run, pid })),
  );
  const textOf = (index: number): string => {
    const { pid = '', page = 0, count = 1, bits = 0, uses = 0 } = changed[index] ?? {};
    const pages = `${count === 1 ? 'page' : 'pages'} ${span(page, count)}`;
    return `${plain(pid)} ${pages}${bits === 0 ? '' : ' referenced'}${countInWords(policy, uses)}`;
  };
  return changed.length === 0 ? [] : [listed(changed.length, textOf, ', ')];
}

interface CountedRun {
  readonly page: number;
  readonly count: number;
  /** Those of them that tell. */
  readonly bits: number;
  readonly uses: number;
}

/** Both tables ascend, so that one pass over their runs compares every page of them. */
function changedRuns(before: PageRuns | undefined, now: PageRuns, telling: number): CountedRun[] {
  const changed: CountedRun[] = [];
  let old = 0;
  for (let run = 0; run < now.counts.length; run++) {
    if (now.frames[run] === DISK) continue;
    const [bits, uses] = [(now.bits[run] ?? 0) & telling, now.uses[run] ?? 0];
    const first = now.pages[run] ?? 0;
    const end = first + (now.counts[run] ?? 0);
    for (let page = first; page < end; ) {
      while (before && old < before.counts.length && endOf(before, old) <= page) old++;
      const oldFirst = before?.pages[old] ?? Number.POSITIVE_INFINITY;
      const next = Math.min(end, before && oldFirst <= page ? endOf(before, old) : oldFirst);
      const frame = (now.frames[run] ?? 0) + page - first;
      const same =
        before &&
        oldFirst <= page &&
        before.frames[old] !== DISK &&
        (before.frames[old] ?? 0) + page - oldFirst === frame &&
        before.uses[old] === uses &&
        ((before.bits[old] ?? 0) & telling) === bits;
      if (!same) add(changed, { page, count: next - page, bits, uses });
      page = next;
    }
  }
  return changed;
}

function endOf({ pages, counts }: PageRuns, run: number): number {
  return (pages[run] ?? 0) + (counts[run] ?? 0);
}

/** To the last of the runs, where it goes on from there. */
function add(runs: CountedRun[], run: CountedRun): void {
  const last = runs.at(-1);
  const goesOn =
    last && last.page + last.count === run.page && last.uses === run.uses && last.bits === run.bits;
  if (goesOn) runs[runs.length - 1] = { ...last, count: last.count + run.count };
  else runs.push(run);
}
