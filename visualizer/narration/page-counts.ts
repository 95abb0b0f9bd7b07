/** What lfu and aging remember of each page, and of which it is another than before. Pure. */
import { span } from '../../shared/span.ts';
import { DISK, type PageRuns, type PolicyName, REFERENCED, type Status } from '../../shared/status.ts';
import { ageBits, counted, plain } from '../view/wording.ts';
import { listed } from './lists.ts';

/** ` used 3 times`, ` age 10000000`; nothing under the other policies. */
export function countInWords(policy: PolicyName, uses: number): string {
  if (policy === 'lfu') return ` used ${counted(uses, 'time')}`;
  return policy === 'aging' ? ` age ${ageBits(uses)}` : '';
}

/** Pages in frames; under aging also those whose R bit is another, for it is the next bit of their age. */
export function countsChanged(before: Status, now: Status): string[] {
  const { policy } = now.paging.replacement;
  if (policy !== 'lfu' && policy !== 'aging') return [];
  const telling = policy === 'aging' ? REFERENCED : 0;
  const tables = new Map(before.paging.processes.map(({ pid, table }) => [pid, table]));
  const { processes } = now.paging;
  const changed: number[] = [];
  for (const [index, { pid, table }] of processes.entries()) {
    addChanged(changed, index, tables.get(pid), table, telling);
  }
  const textOf = (index: number): string => {
    const [process = 0, page = 0, count = 1, bits = 0, uses = 0] = changed.slice(
      FIELDS * index,
      FIELDS * (index + 1),
    );
    const pages = `${count === 1 ? 'page' : 'pages'} ${span(page, count)}`;
    const referenced = bits === 0 ? '' : ' referenced';
    return `${plain(processes[process]?.pid ?? '')} ${pages}${referenced}${countInWords(policy, uses)}`;
  };
  return changed.length === 0 ? [] : [listed(changed.length / FIELDS, textOf, ', ')];
}

/** Of a changed run, for there may be a million: index of the process, page, how many, the bits that tell, uses. */
const FIELDS = 5;

/** Both tables ascend, so that one pass over their runs compares every page of them. */
function addChanged(
  changed: number[],
  process: number,
  before: PageRuns | undefined,
  now: PageRuns,
  telling: number,
): void {
  let old = 0;
  for (let run = 0; run < now.counts.length; run++) {
    if (now.frames[run] === DISK) continue;
    const bits = (now.bits[run] ?? 0) & telling;
    const uses = now.uses[run] ?? 0;
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
      if (!same && !goesOn(changed, process, page, next - page, bits, uses)) {
        changed.push(process, page, next - page, bits, uses);
      }
      page = next;
    }
  }
}

function endOf({ pages, counts }: PageRuns, run: number): number {
  return (pages[run] ?? 0) + (counts[run] ?? 0);
}

/** Adds pages to the last run where they go on from there. */
function goesOn(
  changed: number[],
  process: number,
  page: number,
  count: number,
  bits: number,
  uses: number,
): boolean {
  const last = changed.length - FIELDS;
  const before = changed[last + 2] ?? 0;
  if (changed[last] !== process || (changed[last + 1] ?? 0) + before !== page) return false;
  if (changed[last + 3] !== bits || changed[last + 4] !== uses) return false;
  changed[last + 2] = before + count;
  return true;
}
