/** Of which pages that what lfu and aging remember is another than before. Pure. */
import { traitsOf } from '../../shared/policy-traits.ts';
import { DISK, REFERENCED, type Status } from '../../shared/status.ts';
import { eachPiece, frameAt, NO_PAGES } from '../view/table-differences.ts';
import { bitsInWords, countInWords } from './page-words.ts';
import { ToldPages } from './told-pages.ts';

/** Under aging also pages in frames whose R bit is another, for it is the next bit of their age. */
export function countsChanged(before: Status, { paging: { processes, replacement } }: Status): string[] {
  const { uses: kind } = traitsOf(replacement.policy);
  if (kind === undefined) return [];
  const telling = kind === 'age' ? REFERENCED : 0;
  const tables = new Map(before.paging.processes.map(({ pid, table }) => [pid, table]));
  const changed = new ToldPages(processes);
  for (const [process, { pid, table }] of processes.entries()) {
    const old = tables.get(pid) ?? NO_PAGES;
    eachPiece(old, table, (page, count, oldRun, run) => {
      const frame = frameAt(table, run, page);
      if (frame === DISK) return;
      const [bits, uses] = [(table.bits[run] ?? 0) & telling, table.uses[run] ?? 0];
      const stayed = frameAt(old, oldRun, page) === frame;
      const isSame = old.uses[oldRun] === uses && ((old.bits[oldRun] ?? 0) & telling) === bits;
      if (!stayed || !isSame) changed.add(process, page, count, bits, uses);
    });
  }
  return changed.listed((_, bits, uses) => bitsInWords(bits) + countInWords(replacement.policy, uses));
}
