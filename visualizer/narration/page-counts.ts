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
      if (run < 0) return;
      const uses = table.uses[run] ?? 0;
      const bits = (table.bits[run] ?? 0) & telling;
      const isAnother = uses !== (old.uses[oldRun] ?? 0) || bits !== ((old.bits[oldRun] ?? 0) & telling);
      const frame = frameAt(table, run, page);
      const oldFrame = frameAt(old, oldRun, page);
      if (!isAnother && (frame === oldFrame || frame === DISK)) return;
      // It is forgotten with the eviction, unless lfu keeps it.
      if (frame === DISK && oldFrame !== DISK && uses === 0) return;
      changed.add(process, page, count, bits, uses);
    });
  }
  return changed.listed((_, bits, uses) => bitsInWords(bits) + countInWords(replacement.policy, uses));
}
