/** Lists of any length, in as many words as ears bear. Pure. */
import { span } from '../../shared/span.ts';
import type { FrameRuns } from '../../shared/status.ts';
import { grouped } from '../view/wording.ts';

/** So many members are said, and how many there are beyond. */
const MOST = 16;

/** `1300:400 2000:64536 and 3 more`; `unit` is what there are more of, where that is not plain. */
export function listed(count: number, textOf: (index: number) => string, between = ' ', unit = ''): string {
  const texts = Array.from({ length: Math.min(MOST, count) }, (_, index) => textOf(index));
  const more = count - texts.length;
  if (more <= 0) return texts.join(between);
  const noun = unit === '' ? '' : ` ${more === 1 ? unit : `${unit}s`}`;
  return `${texts.join(between)}${between.trimEnd()} and ${grouped(more)} more${noun}`;
}

/** In list order: `7 6 0-3`. */
export function framesListed({ starts, counts }: FrameRuns): string {
  return listed(starts.length, (run) => span(starts[run] ?? 0, counts[run] ?? 1));
}
