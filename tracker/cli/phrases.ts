/** Small turns of phrase that several answers share. */

/** `1 page`, `4 pages`, `0 bytes`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** `80.00 %`; what is neither none nor all is not rounded to it. Of nothing it is none. */
export function percentage(part: number, whole: number): string {
  const percent = ((100 * part) / Math.max(whole, 1)).toFixed(2);
  if (percent === '0.00' && part > 0) return '<0.01 %';
  return percent === '100.00' && part < whole ? '>99.99 %' : `${percent} %`;
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
