/**
 * Sentences on a terminal: they break at blanks, where the terminal itself would break them in mid-word. Tables and grids
 * keep their lines, which begin with a blank or have two in a row.
 */

/** `columns`: how wide the terminal is; undefined where none reads, and 0 where it does not say. */
export function wrapped(text: string, columns: number | undefined): string {
  if (!columns) return text;
  const line = new RegExp(`(.{1,${columns}})(?: |$)`, 'g');
  const broken = (sentence: string) => sentence.replace(line, '$1\n').trimEnd();
  return text
    .split('\n')
    .map((each) => (each.length <= columns || /^ | {2}/.test(each) ? each : broken(each)))
    .join('\n');
}
