/**
 * The page number as indices of a multi-level page table (Silberschatz 10e §9.4.1), the root directory first:
 *
 *     address │ directory index │ table index │ offset │      [5, 5] and pages of 32 bytes: 5 + 5 + 5 bits
 *
 * The machine itself keeps no directories; this is the same translation as such hardware would walk it.
 */

/** One step of the walk: entry `index` of this level's table. */
export interface Level {
  readonly bits: number;
  readonly index: number;
  /** The pages that this entry leads to. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Is any of them valid? An invalid entry ends the walk. */
  readonly valid: boolean;
}

export interface LevelsView {
  readonly page: number;
  readonly offset: number;
  readonly levels: readonly Level[];
}

/**
 * Walks the levels with these bit widths. `anyValid` says whether any of the pages first … last is valid. Null if
 * the page number needs more bits than the levels have.
 */
export function translateLevels(
  page: number,
  offset: number,
  bitWidths: readonly number[],
  anyValid: (first: number, last: number) => boolean,
): LevelsView | null {
  const total = bitWidths.reduce((sum, bits) => sum + bits, 0);
  if (page >= 2 ** total) return null;
  let below = total;
  const levels = bitWidths.map((bits) => {
    below -= bits;
    const reach = 2 ** below;
    const prefix = Math.floor(page / reach);
    const firstPage = prefix * reach;
    const lastPage = firstPage + reach - 1;
    return { bits, index: prefix % 2 ** bits, firstPage, lastPage, valid: anyValid(firstPage, lastPage) };
  });
  return { page, offset, levels };
}
