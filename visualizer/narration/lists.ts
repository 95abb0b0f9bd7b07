/** Lists of any length, in as many words as ears bear. Pure. */
import { span } from '../../shared/span.ts';
import type { FrameRuns, TimedRuns } from '../../shared/status.ts';
import { grouped } from '../view/wording.ts';

/** So many members are said: all of a memory that people look at. */
const MOST = 256;

/** What has all that is left out. */
export const ALL_OF_THEM = '(all: tracker show --json)';

/** `1300:400 2000:64536`, and how many more; `unit` is what there are more of, where that is not plain. */
export function listed(count: number, textOf: (index: number) => string, between = ' ', unit = ''): string {
  const texts = Array.from({ length: Math.min(MOST, count) }, (_, index) => textOf(index));
  const more = count - texts.length;
  if (more <= 0) return texts.join(between);
  const noun = unit === '' ? '' : ` ${more === 1 ? unit : `${unit}s`}`;
  return `${texts.join(between)}${between.trimEnd()} and ${grouped(more)} more${noun} ${ALL_OF_THEM}`;
}

/** In list order: `7 6 0-3`. */
export function framesListed({ starts, counts }: FrameRuns): string {
  return listed(starts.length, (run) => span(starts[run] ?? 0, counts[run] ?? 1));
}

/** Ascending ones: `frame 3`, `frames 0-3 7`. */
export function framesInWords(frames: readonly number[]): string {
  const starts: number[] = [];
  const counts: number[] = [];
  for (const [index, frame] of frames.entries()) {
    if (frame - 1 === frames[index - 1]) counts.push((counts.pop() ?? 0) + 1);
    else {
      starts.push(frame);
      counts.push(1);
    }
  }
  const runs = { starts: Int32Array.from(starts), counts: Int32Array.from(counts) };
  return `${frames.length === 1 ? 'frame' : 'frames'} ${framesListed(runs)}`;
}

/** In order of time: `0-3 at 6-9, 5 at 11`. */
export function timesListed({ starts, counts, times }: TimedRuns): string {
  const timeOf = (run: number): string => {
    const count = counts[run] ?? 1;
    return `${span(starts[run] ?? 0, count)} at ${span(times[run] ?? 0, count)}`;
  };
  return listed(starts.length, timeOf, ', ', 'run');
}
