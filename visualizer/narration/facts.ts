/** What can be said of a memory in a few words, each part by itself: said whole at first, then as each changes. Pure. */
import { isClock } from '../view/inspection.ts';
import type { Picture } from '../view/picture.ts';
import { bytes, counted, grouped, percent, plain, rate } from '../view/wording.ts';
import { framesListed, listed } from './lists.ts';

/** Null where there is nothing to say. That there was is taken back by another fact, or by the event of a reset. */
export type Fact = (picture: Picture) => string | null;

/** `52 of 64 frames used (81%)` */
export function useOf({ used, status: { paging } }: Picture): string {
  return `${grouped(used)} of ${counted(paging.totalFrames, 'frame')} used (${percent(used, paging.totalFrames)})`;
}

export function freeListOf({ status }: Picture): string {
  const { freeList } = status.paging;
  return `free-frame list: ${freeList.starts.length === 0 ? 'empty' : framesListed(freeList)}`;
}

export const handOf: Fact = ({ status: { paging } }) =>
  isClock(paging.replacement.policy) ? `clock hand: frame ${paging.replacement.hand}` : null;

/** Which page goes next, where the policy knows. */
export function victimOf(picture: Picture): string {
  const frame = picture.status.paging.nextVictim;
  if (frame === null) return 'no next victim';
  const page = picture.occupant(frame)?.page ?? 0;
  return `next victim: frame ${frame}, ${plain(picture.ownerOf(frame)?.pid ?? '?')} page ${page}`;
}

/** In list order: `1600:64936` is base and size. */
export function holesOf({ status: { segmentation } }: Picture): string {
  const { holes } = segmentation;
  if (holes.length === 0) return 'none';
  return listed(holes.length, (index) => `${holes[index]?.base}:${holes[index]?.size}`);
}

/** What is neither segment nor hole, in the same form. */
export const overheadOf: Fact = ({ regions }) => {
  const overhead = regions.filter(({ kind }) => kind === 'overhead');
  if (overhead.length === 0) return null;
  const textOf = (index: number): string => {
    const { from = 0, to = 0 } = overhead[index] ?? {};
    return `${from}:${to - from}`;
  };
  return `headers and rounding: ${listed(overhead.length, textOf)}`;
};

/** `25% of 64 KiB in segments` */
export function segmentUseOf({ status, segmented }: Picture): string {
  const { space } = status.segmentation;
  return `${percent(segmented, space)} of ${bytes(space)} in segments`;
}

/** Where next fit goes on. */
export const roverOf: Fact = ({ status: { segmentation } }) =>
  segmentation.fit === 'next' && segmentation.rover !== null
    ? `the next search begins at ${segmentation.rover}`
    : null;

/** With the numbers it is made of. */
export function externalOf({ external: { free, largest, share } }: Picture): string {
  if (free === 0) return '0%, nothing is free';
  return `1 − largest ${bytes(largest)} ÷ free ${bytes(free)} ${share}`;
}

const hitsOf: Fact = ({ status }) => {
  const { hits, references } = status.paging.counters;
  if (references === 0) return null;
  return `${counted(hits, 'hit')} in ${counted(references, 'reference')} (${rate(hits, references)})`;
};

/** Nothing where nothing was counted; that it is back at 0 the reset says itself, or `BACK_AT_ZERO`. */
const counterOf =
  (key: 'faults' | 'evictions' | 'writeBacks', noun: string): Fact =>
  ({ status: { paging } }) => {
    const { counters } = paging;
    if (counters[key] === 0) return null;
    const cold = key === 'faults' ? ` (${grouped(counters.coldFaults)} cold)` : '';
    return `${counted(counters[key], noun)}${cold}`;
  };

const tlbRateOf: Fact = ({ status }) => {
  const { tlbHits, tlbMisses } = status.paging.counters;
  const looked = tlbHits + tlbMisses;
  return looked === 0
    ? null
    : `TLB ${counted(tlbHits, 'hit')} in ${grouped(looked)} (${rate(tlbHits, looked)})`;
};

/** Whatever of these is another than before is said. */
export const FACTS: readonly Fact[] = [
  useOf,
  hitsOf,
  counterOf('faults', 'fault'),
  counterOf('evictions', 'eviction'),
  counterOf('writeBacks', 'write-back'),
  tlbRateOf,
  handOf,
  victimOf,
  freeListOf,
  segmentUseOf,
  (picture) => `holes ${holesOf(picture)}`,
  roverOf,
  (picture) => `external fragmentation ${externalOf(picture)}`,
  ({ internal }) => `internal fragmentation ${bytes(internal.pages)} in pages`,
  ({ internal }) => `internal fragmentation ${bytes(internal.segments)} in segments`,
  overheadOf,
];

/** The facts whose wording is new. */
export function factsChanged(facts: readonly Fact[], before: Picture, now: Picture): string[] {
  return facts.flatMap((fact) => {
    const said = fact(now);
    return said === null || said === fact(before) ? [] : [said];
  });
}
