/** Bits and times of frames that are other ones, though no command has changed them. Pure. */
import { DIRTY, FRESH, REFERENCED, type Status, type TimedRuns } from '../../shared/status.ts';
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
    ...said('no access since the load', bitsMissing(FRESH, before, now)),
    ...said('accessed since the load', bitsMissing(FRESH, now, before)),
  ];
}

export function timesEdited({ paging: before }: Status, { paging: now }: Status): string[] {
  const said = (what: string, runs: TimedRuns): string[] =>
    runs.starts.length === 0 ? [] : [`${what} ${timesListed(runs)}`];
  const { totalFrames } = now;
  const [loaded, used] = [timesByFrame(before.loads, totalFrames), timesByFrame(before.uses, totalFrames)];
  const usedNow = timesByFrame(now.uses, totalFrames);
  const forgotten: number[] = [];
  for (const [frame, time] of used.entries()) {
    if (time !== 0 && usedNow[frame] === 0) forgotten.push(frame);
  }
  return [
    ...said('frames loaded:', runsAtOthers(now.loads, loaded)),
    ...said('frames last used:', runsAtOthers(now.uses, used)),
    ...(forgotten.length === 0 ? [] : [`no use told any more: ${framesInWords(forgotten)}`]),
  ];
}

/** 0 for a frame that is in no run: times are counted from 1. */
function timesByFrame({ starts, counts, times }: TimedRuns, totalFrames: number): Float64Array {
  const byFrame = new Float64Array(totalFrames);
  for (let run = 0; run < starts.length; run++) {
    const [start, time] = [starts[run] ?? 0, times[run] ?? 0];
    for (let done = 0; done < (counts[run] ?? 0); done++) byFrame[start + done] = time + done;
  }
  return byFrame;
}

/** The frames whose time is another than it was, in runs of their own where only a part of a run is. */
function runsAtOthers({ starts, counts, times }: TimedRuns, before: Float64Array): TimedRuns {
  const others: { readonly start: number; readonly time: number; count: number }[] = [];
  for (let run = 0; run < starts.length; run++) {
    let goesOn = false;
    for (let done = 0; done < (counts[run] ?? 0); done++) {
      const [start, time] = [(starts[run] ?? 0) + done, (times[run] ?? 0) + done];
      const last = others.at(-1);
      const isOther = before[start] !== time;
      if (isOther && goesOn && last) last.count++;
      else if (isOther) others.push({ start, time, count: 1 });
      goesOn = isOther;
    }
  }
  return {
    starts: Int32Array.from(others, ({ start }) => start),
    counts: Int32Array.from(others, ({ count }) => count),
    times: Float64Array.from(others, ({ time }) => time),
  };
}
