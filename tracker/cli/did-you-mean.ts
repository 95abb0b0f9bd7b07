/** What a word was meant to be: the name that a slip or two of the finger lead to, or that something else has here. */

/** What textbooks, or other commands, call it, and the name it has here. */
const OTHER_NAMES = new Map([
  ['second-chance', 'clock'],
  ['enhanced-second-chance', 'enhanced-clock'],
  ['optimal', 'opt'],
  ['min', 'opt'],
  ['belady', 'opt'],
  ['policy', 'policies'],
  ['policies', 'policy'],
  ['frames', 'total-frames'],
  ['total-frames', 'frames'],
]);

/** ` (did you mean 'X'?)` where a name is near to `word`; nothing where none is. */
export function didYouMean(word: string, names: readonly string[], prefix = ''): string {
  const small = word.toLowerCase();
  const known = OTHER_NAMES.get(small) ?? small;
  const near = names.includes(known) ? known : names.find((name) => distance(small, name) <= slipsIn(name));
  return near === undefined ? '' : ` (did you mean '${prefix}${near}'?)`;
}

/** How many slips leave it what it was meant to be. Any two letters are one slip apart: of them nobody can tell. */
function slipsIn({ length }: string): number {
  return length > 4 ? 2 : length > 2 ? 1 : 0;
}

/** How many letters to insert, delete, replace or swap to come from `a` to `b` (Damerau 1964, restricted). */
function distance(a: string, b: string): number {
  if (a.length > 32) return Number.POSITIVE_INFINITY;
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return at(a.length, b.length);
}
