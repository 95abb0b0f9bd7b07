/** Which curve of the trend is which: their letters and looks, and the line below the axis that explains them. */
import type { Attr } from '../attr.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { RATE_WINDOW, type Trend } from '../view/trend.ts';
import { grouped } from '../view/wording.ts';

/** Null where there is no point. */
export type Curve = readonly (number | null)[];

type Letter = 'u' | 's' | 'f';

export interface TrendCurve {
  readonly letter: Letter;
  readonly points: Curve;
  readonly look: Attr;
}

/** Those that there are, in the order of the legend. */
export function curvesOf({ utilisation, segments, faults }: Trend, theme: Theme): TrendCurve[] {
  const curves: TrendCurve[] = [{ letter: 'u', points: utilisation, look: theme.utilisation }];
  if (segments) curves.push({ letter: 's', points: segments, look: theme.segmentUse });
  if (faults) curves.push({ letter: 'f', points: faults.rates, look: theme.faultRate });
  return curves;
}

/** In the last line, from `left` on: the first and the last revision, where there is room for them, and the letters. */
export function drawTrendLegend(surface: Surface, left: number, trend: Trend, theme: Theme): void {
  const curves = curvesOf(trend, theme);
  const range = rangeOf(trend);
  const texts = textsFor(trend.faults?.per ?? 0).map((form) => curves.map(({ letter }) => form[letter]));
  // Of each a letter with the blanks around it, and one before the border.
  const room = surface.width - left - 4 * curves.length - 1;
  const fits = (words: readonly string[]): boolean => words.join('').length <= room;
  // Words say more than the range.
  const wordy = texts.slice(0, -2);
  const form = wordy.find((words) => fits([range, ...words])) ?? texts.find(fits) ?? [];
  const y = surface.height - 1;
  let x = fits([range, ...form]) ? surface.put(left, y, range, theme.dim) : left - 2;
  for (const [index, { letter, look }] of curves.entries()) {
    const text = form[index] ?? '';
    if (text !== '') x = surface.put(surface.put(x + 2, y, `${letter} `, look), y, text, theme.text);
  }
}

function rangeOf({ revisions }: Trend): string {
  const first = `rev ${grouped(revisions[0] ?? 0)}`;
  return revisions.length > 1 ? `${first}–${grouped(revisions.at(-1) ?? 0)}` : first;
}

/** What stands behind the letters, the longest first. */
function textsFor(references: number): readonly Readonly<Record<Letter, string>>[] {
  const per = grouped(references);
  return [
    { u: 'in use %', s: 'segments %', f: `faults per ${per} references, of ${RATE_WINDOW} revisions` },
    { u: 'in use %', s: 'segments %', f: `faults per ${per} references` },
    { u: 'in use %', s: 'segments %', f: `faults/${per}` },
    { u: 'in use %', s: 'segments %', f: `/${per}` },
    { u: 'used %', s: 'segments %', f: `/${per}` },
    { u: 'used %', s: 'seg %', f: `/${per}` },
    { u: 'used', s: 'seg', f: `/${per}` },
    { u: '%', s: '%', f: `/${per}` },
  ];
}
