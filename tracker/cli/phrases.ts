/** Small turns of phrase that several answers share. */
import type { PageRun } from '../memory/paging/answers.ts';
import { runInWords } from '../memory/paging/wording.ts';

/** `1 page`, `4 pages`, `0 bytes`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** `7`, or `3-6` for a run. */
export function span(first: number, length: number): string {
  return length === 1 ? `${first}` : `${first}-${first + length - 1}`;
}

/** `page 0 -> frame 3, pages 1-3 -> frames 5-7, page 4 on disk`; runs beyond the twelfth are only counted. */
export function pageRuns(runs: readonly PageRun[], way?: 'from'): string {
  const shown = runs.slice(0, 12).map((run) => runInWords(run, way));
  const rest = runs.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${count(rest, 'more run')}` : '');
}

/** Rows as columns of text, each as wide as its widest cell; numbers to the right. Two spaces between. */
export function table(rows: readonly (readonly (string | number)[])[], indent = '   '): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: columns }, (_, i) => widest(rows.map((row) => String(row[i] ?? ''))));
  return rows
    .map((row) => {
      const cells = row.map((cell, i) =>
        typeof cell === 'number' ? String(cell).padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      );
      return indent + cells.join('  ').trimEnd();
    })
    .join('\n');
}

/** The length of the longest. */
export function widest(cells: readonly string[]): number {
  return cells.reduce((most, cell) => Math.max(most, cell.length), 0);
}
