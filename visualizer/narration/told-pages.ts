/**
 * Pages of which something is told: `P1 page 3 now on disk, editor pages 0-7 used 2 times`. There may be a million, so
 * that a piece of consecutive ones is five numbers, and words are made only of those that are said. Pure.
 */
import { span } from '../../shared/span.ts';
import type { ProcessStatus } from '../../shared/status.ts';
import { plain } from '../view/wording.ts';
import { listed } from './lists.ts';

/** Index of the process, first page, how many, and the two that the words are made of. */
const FIELDS = 5;

export class ToldPages {
  readonly #processes: readonly ProcessStatus[];
  readonly #pieces: number[] = [];

  constructor(processes: readonly ProcessStatus[]) {
    this.#processes = processes;
  }

  /** To be called in ascending order; pages that go on from the last piece, with the same to be said of them, join it. */
  add(process: number, page: number, count: number, what: number, more: number): void {
    const pieces = this.#pieces;
    const last = pieces.length - FIELDS;
    const lastCount = pieces[last + 2] ?? 0;
    const goesOn = pieces[last] === process && (pieces[last + 1] ?? 0) + lastCount === page;
    if (goesOn && pieces[last + 3] === what && pieces[last + 4] === more)
      pieces[last + 2] = lastCount + count;
    else pieces.push(process, page, count, what, more);
  }

  /** In one, with what `inWords` makes of the two after each; nothing where there are none. */
  listed(inWords: (count: number, what: number, more: number) => string): string[] {
    const textOf = (piece: number): string => {
      const [process = 0, page = 0, count = 1, what = 0, more = 0] = this.#pieces.slice(
        FIELDS * piece,
        FIELDS * (piece + 1),
      );
      const pages = `${count === 1 ? 'page' : 'pages'} ${span(page, count)}`;
      return `${plain(this.#processes[process]?.pid ?? '')} ${pages}${inWords(count, what, more)}`;
    };
    return this.#pieces.length === 0 ? [] : [listed(this.#pieces.length / FIELDS, textOf, ', ')];
  }
}
