/** Bits and times of frames that are other ones, though no command has changed them. Pure. */
import { DIRTY, type FrameRuns, REFERENCED, type Status, type TimedRuns } from '../../shared/status.ts';
import type { Picture } from '../view/picture.ts';
import { bitsMissing } from './differences.ts';
import { framesInWords, timesListed } from './lists.ts';

/** Of pages that are where they were. */
export function bitsEdited(before: Picture, now: Picture): string[] {
  const said = (what: string, frames: readonly number[]): string[] =>
    frames.length === 0 ? [] : [`${what} in ${framesInWords(frames)}`];
  return [
    ...said('R set', bitsMissing(REFERENCED, before, now)),
    ...said('R cleared', bitsMissing(REFERENCED, now, before)),
    ...said('D set', bitsMissing(DIRTY, before, now)),
    ...said('D cleared', bitsMissing(DIRTY, now, before)),
  ];
}

export function timesEdited({ paging: before }: Status, { paging: now }: Status): string[] {
  const said = (what: string, runs: TimedRuns): string[] =>
    runs.starts.length === 0 ? [] : [`${what} ${timesListed(runs)}`];
  const forgotten = framesBeyond(before.uses, now.uses, now.totalFrames);
  return [
    ...said('frames loaded:', runsBeyond(now.loads, before.loads)),
    ...said('frames last used:', runsBeyond(now.uses, before.uses)),
    ...(forgotten.length === 0 ? [] : [`no use told any more: ${framesInWords(forgotten)}`]),
  ];
}

/** The runs that are not among the others. Both ascend in time. */
function runsBeyond({ starts, counts, times }: TimedRuns, others: TimedRuns): TimedRuns {
  let other = 0;
  const fresh = Array.from(times.keys()).filter((run) => {
    while ((others.times[other] ?? Number.POSITIVE_INFINITY) < (times[run] ?? 0)) other++;
    const isThere = others.starts[other] === starts[run] && others.counts[other] === counts[run];
    return !isThere || others.times[other] !== times[run];
  });
  return {
    starts: Int32Array.from(fresh, (run) => starts[run] ?? 0),
    counts: Int32Array.from(fresh, (run) => counts[run] ?? 0),
    times: Float64Array.from(fresh, (run) => times[run] ?? 0),
  };
}

/** The frames that are in none of the other runs. */
function framesBeyond(runs: FrameRuns, others: FrameRuns, totalFrames: number): number[] {
  const beyond = new Uint8Array(totalFrames);
  const mark = ({ starts, counts }: FrameRuns, value: number): void => {
    for (const [run, start] of starts.entries()) beyond.fill(value, start, start + (counts[run] ?? 0));
  };
  mark(runs, 1);
  mark(others, 0);
  const frames: number[] = [];
  for (let frame = beyond.indexOf(1); frame >= 0; frame = beyond.indexOf(1, frame + 1)) frames.push(frame);
  return frames;
}
