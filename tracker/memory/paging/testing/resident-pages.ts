/** The resident pages of all processes, in the order of the page tables. */
import { DISK } from '../../../../shared/status.ts';
import type { Paging } from '../paging.ts';

interface ResidentPage {
  readonly pid: string;
  readonly page: number;
  readonly frame: number;
}

export function residentPages(paging: Paging): ResidentPage[] {
  return paging.snapshot().processes.flatMap(({ pid, table: { pages, frames, counts } }) =>
    Array.from(pages).flatMap((page, row) => {
      const frame = frames[row] ?? DISK;
      const count = frame === DISK ? 0 : (counts[row] ?? 0);
      return Array.from({ length: count }, (_, i) => ({ pid, page: page + i, frame: frame + i }));
    }),
  );
}
