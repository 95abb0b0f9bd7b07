/**
 * What can be told only of two states side by side: frames loaded and used, bits cleared, counts, pages not filled, TLB
 * entries come and gone, segments moved. Pure.
 */
import { REFERENCED, type Status, type TimedRuns } from '../../shared/status.ts';
import { isClock } from '../view/inspection.ts';
import type { Picture } from '../view/picture.ts';
import { grouped, plain } from '../view/wording.ts';
import { framesInWords, listed, timesListed } from './lists.ts';
import { countsChanged } from './page-counts.ts';

export function differencesBetween(before: Picture, now: Picture): string[] {
  return [
    ...timesUntold(before, now),
    ...referencesCleared(before, now),
    ...countsChanged(before.status, now.status),
    ...pagesNotFilled(before, now),
    ...tlbEntries(before, now),
    ...segmentsMoved(before, now),
  ];
}

/** When frames were loaded and used, but for the times that events tell. */
function timesUntold(before: Picture, now: Picture): string[] {
  const { events, paging } = now.status;
  const told = new Set(events.map(({ time }) => time));
  const said = (name: string, all: TimedRuns): string[] => {
    const runs = runsSince(all, before.status.paging.time, told);
    return runs.starts.length === 0 ? [] : [`${name} ${timesListed(runs)}`];
  };
  return [...said('frames loaded:', paging.loads), ...said('frames last used:', paging.uses)];
}

/** The runs after that time, but for those of whose times all are told. After a long replay there are a million. */
function runsSince({ starts, counts, times }: TimedRuns, time: number, told: ReadonlySet<number>): TimedRuns {
  const first = (run: number): number => times[run] ?? 0;
  const count = (run: number): number => counts[run] ?? 0;
  const earlier = (run: number): number => Math.max(0, time + 1 - first(run));
  let from = starts.length;
  while (from > 0 && first(from - 1) + count(from - 1) - 1 > time) from--;
  const runs: number[] = [];
  for (let run = from; run < starts.length; run++) {
    let untold = first(run) + earlier(run);
    while (told.has(untold)) untold++;
    if (untold < first(run) + count(run)) runs.push(run);
  }
  const since = {
    starts: new Int32Array(runs.length),
    counts: new Int32Array(runs.length),
    times: new Float64Array(runs.length),
  };
  for (const [index, run] of runs.entries()) {
    since.starts[index] = (starts[run] ?? 0) + earlier(run);
    since.counts[index] = count(run) - earlier(run);
    since.times[index] = first(run) + earlier(run);
  }
  return since;
}

/** Internal fragmentation, page by page, where it is new. To the byte: rounded, a new one might be told as the old. */
export function pagesNotFilled(before: Picture, now: Picture, what = 'unused:'): string[] {
  const wastedIn = ({ status }: Picture): string[] =>
    status.paging.processes.flatMap(({ pid, waste }) =>
      waste.map((entry) => `${grouped(entry.bytes)} B of ${plain(pid)} page ${entry.page}`),
    );
  const old = new Set(wastedIn(before));
  const fresh = wastedIn(now).filter((entry) => !old.has(entry));
  return fresh.length === 0 ? [] : [`${what} ${listed(fresh.length, (index) => fresh[index] ?? '', ', ')}`];
}

/** By the hand as it passes, or by nru once a period. Those that aging clears are told with the ages. */
function referencesCleared(before: Picture, now: Picture): string[] {
  const { policy } = now.status.paging.replacement;
  if (isClock(policy) ? handRested(before.status, now.status) : policy !== 'nru') return [];
  const cleared = bitsMissing(REFERENCED, now, before);
  return cleared.length === 0 ? [] : [`R cleared in ${framesInWords(cleared)}`];
}

/** It moves with evictions; after a full circle it is where it was. */
function handRested({ paging: before }: Status, { paging: now }: Status): boolean {
  const evictions = now.counters.evictions - before.counters.evictions;
  return evictions === 0 && now.replacement.hand === before.replacement.hand;
}

/** The frames in which a bit is not set here, but in the other, where they have the same page. */
export function bitsMissing(bit: number, here: Picture, other: Picture): number[] {
  const [own, others] = [here.frames, other.frames];
  const pidOf = ({ status }: Picture, index = -1): string | undefined => status.paging.processes[index]?.pid;
  const missing: number[] = [];
  for (let frame = 0; frame < Math.min(own.owner.length, others.owner.length); frame++) {
    const isSet = ((own.bits[frame] ?? 0) & bit) !== 0;
    const isSetThere = ((others.bits[frame] ?? 0) & bit) !== 0;
    if (isSet || !isSetThere || own.page[frame] !== others.page[frame]) continue;
    if (pidOf(here, own.owner[frame]) === pidOf(other, others.owner[frame])) missing.push(frame);
  }
  return missing;
}

export function tlbEntries(before: Picture, now: Picture): string[] {
  const entriesOf = ({ status }: Picture): string[] =>
    status.paging.tlb.content.map(({ pid, page, frame }) => `${plain(pid)} page ${page} in frame ${frame}`);
  const [old, fresh] = [entriesOf(before), entriesOf(now)];
  const [oldSet, freshSet] = [new Set(old), new Set(fresh)];
  const stayed = old.filter((entry) => freshSet.has(entry));
  const gone = old.filter((entry) => !freshSet.has(entry));
  const come = fresh.filter((entry) => !oldSet.has(entry));
  const said = (verb: string, entries: readonly string[]): string[] =>
    entries.length === 0
      ? []
      : [`TLB ${verb} ${listed(entries.length, (index) => entries[index] ?? '', ', ')}`];
  // What comes is the last to go: only where something else has moved is the order news.
  const expected = [...stayed, ...come];
  const moved = fresh.some((entry, index) => entry !== expected[index]);
  return [
    ...said('loses', gone),
    ...said('gets', come),
    ...said('order, the next to go first:', moved ? fresh : []),
  ];
}

function segmentsMoved(before: Picture, now: Picture): string[] {
  const bases = new Map(before.status.segmentation.segments.map(({ id, base }) => [id, base]));
  const moved = now.status.segmentation.segments.filter(({ id, base }) => (bases.get(id) ?? base) !== base);
  if (moved.length === 0) return [];
  return [listed(moved.length, (index) => `segment ${moved[index]?.id} now at ${moved[index]?.base}`, ', ')];
}
