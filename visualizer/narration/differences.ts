/** What can be told only of two states side by side: bits cleared, TLB entries come and gone, segments moved. Pure. */
import { type FrameRuns, REFERENCED } from '../../shared/status.ts';
import { isClock } from '../view/inspection.ts';
import type { Picture } from '../view/picture.ts';
import { plain } from '../view/wording.ts';
import { framesListed, listed } from './lists.ts';

export function differencesBetween(before: Picture, now: Picture): string[] {
  return [...referencesCleared(before, now), ...tlbEntries(before, now), ...segmentsMoved(before, now)];
}

/** By the hand as it passes, or by nru once a period. Aging clears them all the time, which is its rule and no news. */
function referencesCleared(before: Picture, now: Picture): string[] {
  const [{ hand: from }, { policy, hand }] = [
    before.status.paging.replacement,
    now.status.paging.replacement,
  ];
  if (isClock(policy) ? hand === from : policy !== 'nru') return [];
  const [old, fresh] = [before.frames, now.frames];
  const pidOf = ({ status }: Picture, index = -1): string | undefined => status.paging.processes[index]?.pid;
  const cleared: number[] = [];
  for (let frame = 0; frame < Math.min(old.owner.length, fresh.owner.length); frame++) {
    const wasSet = ((old.bits[frame] ?? 0) & REFERENCED) !== 0;
    const isSet = ((fresh.bits[frame] ?? 0) & REFERENCED) !== 0;
    if (!wasSet || isSet || old.page[frame] !== fresh.page[frame]) continue;
    if (pidOf(before, old.owner[frame]) === pidOf(now, fresh.owner[frame])) cleared.push(frame);
  }
  const noun = cleared.length === 1 ? 'frame' : 'frames';
  return cleared.length === 0 ? [] : [`R cleared in ${noun} ${framesListed(runsOf(cleared))}`];
}

/** Ascending frames as runs. */
function runsOf(frames: readonly number[]): FrameRuns {
  const starts: number[] = [];
  const counts: number[] = [];
  for (const [index, frame] of frames.entries()) {
    if (frame - 1 === frames[index - 1]) counts.push((counts.pop() ?? 0) + 1);
    else {
      starts.push(frame);
      counts.push(1);
    }
  }
  return { starts: Int32Array.from(starts), counts: Int32Array.from(counts) };
}

function tlbEntries(before: Picture, now: Picture): string[] {
  const entriesOf = ({ status }: Picture): string[] =>
    status.paging.tlb.content.map(({ pid, page, frame }) => `${plain(pid)} page ${page} in frame ${frame}`);
  const [old, fresh] = [new Set(entriesOf(before)), new Set(entriesOf(now))];
  const gone = [...old].filter((entry) => !fresh.has(entry));
  const come = [...fresh].filter((entry) => !old.has(entry));
  const said = (entries: readonly string[], verb: string): string[] =>
    entries.length === 0
      ? []
      : [`TLB ${verb} ${listed(entries.length, (index) => entries[index] ?? '', ', ')}`];
  return [...said(gone, 'loses'), ...said(come, 'gets')];
}

function segmentsMoved(before: Picture, now: Picture): string[] {
  const bases = new Map(before.status.segmentation.segments.map(({ id, base }) => [id, base]));
  const moved = now.status.segmentation.segments.filter(({ id, base }) => (bases.get(id) ?? base) !== base);
  if (moved.length === 0) return [];
  return [listed(moved.length, (index) => `segment ${moved[index]?.id} now at ${moved[index]?.base}`, ', ')];
}
