/** What the operations of the paging half answer. Runs of pages are `[firstPage, firstFrame | null, count]`. */
import type { Explanation } from './explanation.ts';

export type PageRun = readonly [firstPage: number, firstFrame: number | null, count: number];

export interface PagesAnswer {
  readonly pid: string;
  /** The pages concerned, ascending, in maximal runs; null instead of a frame where they are on disk. */
  readonly pages: readonly PageRun[];
}

/** Where an address leads. */
export interface Translation {
  readonly pid: string;
  readonly page: number;
  readonly offset: number;
  readonly frame: number;
  /** frame × page size + offset. */
  readonly physical: number;
}

export interface TranslateAnswer extends Translation {
  readonly address: number;
}

export interface AccessAnswer extends Translation {
  readonly write: boolean;
  readonly fault: boolean;
  /** A fault on a page that was never resident since it was created. */
  readonly cold: boolean;
  /** null where the machine has no TLB. */
  readonly tlb: 'hit' | 'miss' | null;
  readonly victim: Victim | null;
  /** One sentence for a student. */
  readonly why: string;
  /** Of the eviction, where there was one. */
  readonly explanation: Explanation | null;
}

export interface Victim {
  readonly pid: string;
  readonly page: number;
  readonly frame: number;
  /** It had to be written back. */
  readonly dirty: boolean;
}

/** Gathers ascending pages into maximal runs. */
export class PageRunList {
  readonly #runs: [number, number | null, number][] = [];

  add(page: number, frame: number | null): void {
    const run = this.#runs.at(-1);
    if (
      run !== undefined &&
      page === run[0] + run[2] &&
      frame === (run[1] === null ? null : run[1] + run[2])
    ) {
      run[2]++;
    } else {
      this.#runs.push([page, frame, 1]);
    }
  }

  get runs(): readonly PageRun[] {
    return this.#runs;
  }
}
