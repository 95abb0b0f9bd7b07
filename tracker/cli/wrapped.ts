/**
 * Answers on a terminal, which itself would break them in mid-word. A sentence breaks at blanks, and so does the last
 * column of a row that has two blanks between its cells; a grid breaks between its cells. Any other line that begins
 * with a blank stays as it is: what stands below what in it has been arranged already.
 */

/** `columns`: how wide the terminal is; undefined where none reads, and 0 where it does not say. */
export function wrapped(text: string, columns: number | undefined): string {
  if (!columns) return text;
  const lines = text.split('\n');
  const shown: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const grid = gridAt(lines, at, columns);
    shown.push(grid.length > 0 ? folded(grid, columns) : broken(lines[at] ?? '', columns));
    at += Math.max(1, grid.length);
  }
  return shown.join('\n');
}

/** As many lines as are too wide, and equally so: two at least, which begin with a blank. */
function gridAt(lines: readonly string[], at: number, columns: number): readonly string[] {
  const width = lines[at]?.length ?? 0;
  let end = at;
  while (width > columns && lines[end]?.length === width && lines[end]?.startsWith(' ')) end += 1;
  return end - at > 1 ? lines.slice(at, end) : [];
}

/** In parts of whole cells, one below the other. */
function folded(grid: readonly string[], columns: number): string {
  const width = grid[0]?.length ?? 0;
  const isBetween = (place: number) => grid.every((line) => line[place - 1] !== ' ' && line[place] === ' ');
  const parts: string[] = [];
  for (let from = 0; from < width; ) {
    let to = Math.min(from + columns, width);
    while (to < width && to > from && !isBetween(to)) to -= 1;
    if (to === from) return grid.join('\n');
    parts.push(grid.map((line) => line.slice(from, to)).join('\n'));
    from = to;
  }
  return parts.join('\n\n');
}

/** A row of a table, whose cells have two blanks between them, in its last column alone: what is left goes on below that. */
function broken(line: string, columns: number): string {
  if (line.length <= columns || line.startsWith(' ')) return line;
  const [before = ''] = /^.* {2}(?=\S)/.exec(line) ?? [];
  // Of a column that begins so late the next line would not be much better.
  if (before.length > columns / 2) return line;
  const parts = new RegExp(`(.{1,${columns - before.length}})(?: |$)`, 'g');
  const lines = line.slice(before.length).replace(parts, '$1\n').trimEnd();
  return before + lines.replaceAll('\n', `\n${' '.repeat(before.length)}`);
}
