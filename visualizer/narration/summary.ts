/** The whole state of a memory in sentences, a line each: what the dashboard shows, for ears. Pure. */

import { DIRTY, DISK, type ProcessStatus, REFERENCED, type Status } from '../../shared/status.ts';
import { eventInWords } from '../view/event-words.ts';
import { freeListInWords } from '../view/free-list.ts';
import { counterWords } from '../view/headline.ts';
import { isClock } from '../view/inspection.ts';
import { Picture, type Usage } from '../view/picture.ts';
import { bytes, counted, grouped, percent, plain } from '../view/wording.ts';

/** Of a long list so many members are said, and how many there are beyond. */
const MOST = 16;

export function summaryOf(status: Status): string[] {
  const picture = new Picture(status);
  const { paging, segmentation } = status;
  return [
    `Memory: ${counted(paging.totalFrames, 'frame')} of ${bytes(paging.pageSize)}, ${useOf(picture)}, policy ${paging.replacement.policy}.`,
    `Free-frame list: ${freeListInWords(paging.freeList)}.`,
    ...replacementOf(picture),
    `Counters: ${counterWords(picture)
      .map(({ text }) => text)
      .join(', ')}.`,
    ...tlbOf(status),
    ...shortened(paging.processes, 'process', 'processes').map((each) =>
      typeof each === 'string' ? each : processOf(each, picture.usage),
    ),
    `Segments: ${grouped(segmentation.segments.length)} of ${grouped(segmentation.maxSegments)} at most.`,
    ...shortened(segmentation.segments, 'segment', 'segments').map((each) =>
      typeof each === 'string'
        ? each
        : `Segment ${each.id}${each.name === null ? '' : ` ${plain(each.name)}`}: base ${each.base}, limit ${each.limit}, grows ${each.grows}.`,
    ),
    `Holes, ${segmentation.fit} fit: ${holesOf(status)}.`,
    `Fragmentation: external ${externalOf(picture)}; internal ${bytes(picture.internal.pages)} in pages, ${bytes(picture.internal.segments)} in segments.`,
    ...status.events.map((event) => `Before, at revision ${grouped(event.revision)}: ${eventInWords(event)}`),
  ];
}

/** `52 of 64 frames used (81%)` */
export function useOf({ used, status: { paging } }: Picture): string {
  return `${grouped(used)} of ${counted(paging.totalFrames, 'frame')} used (${percent(used, paging.totalFrames)})`;
}

/** In list order: `1600:64936` is base and size. */
export function holesOf({ segmentation: { holes } }: Status): string {
  if (holes.length === 0) return 'none';
  const more = holes.length > MOST ? ` and ${grouped(holes.length - MOST)} more` : '';
  return `${holes
    .slice(0, MOST)
    .map(({ base, size }) => `${base}:${size}`)
    .join(' ')}${more}`;
}

/** With the numbers it is made of. */
export function externalOf({ external: { free, largest, share } }: Picture): string {
  if (free === 0) return '0%, nothing is free';
  return `1 − largest ${bytes(largest)} ÷ free ${bytes(free)} ${share}`;
}

/** Which page goes next, where the policy knows. */
export function victimOf(picture: Picture): string | null {
  const frame = picture.status.paging.nextVictim;
  if (frame === null) return null;
  const page = picture.occupant(frame)?.page ?? 0;
  return `next victim: frame ${grouped(frame)}, ${plain(picture.ownerOf(frame)?.pid ?? '?')} page ${grouped(page)}`;
}

function replacementOf(picture: Picture): string[] {
  const { policy, hand } = picture.status.paging.replacement;
  const victim = victimOf(picture);
  return [
    ...(isClock(policy) ? [`Clock hand: frame ${grouped(hand)}.`] : []),
    ...(victim === null ? [] : [`N${victim.slice(1)}.`]),
  ];
}

function tlbOf({ paging: { tlb } }: Status): string[] {
  if (tlb.content.length === 0) return [];
  const entries = tlb.content.map(({ pid, page, frame }) => `${plain(pid)} page ${page} in frame ${frame}`);
  return [`TLB, the entry that goes next first: ${shortened(entries, 'entry', 'entries').join(', ')}.`];
}

function processOf({ pid, letter, table }: ProcessStatus, usage: readonly Usage[]): string {
  const { pages = 0, resident = 0 } = usage.find((each) => each.pid === pid) ?? {};
  const runs = Array.from({ length: Math.min(MOST, table.counts.length) }, (_, run) => {
    const [page = 0, frame = DISK, count = 1, bits = 0] = [
      table.pages[run],
      table.frames[run],
      table.counts[run],
      table.bits[run],
    ];
    const range = (from: number): string => (count === 1 ? `${from}` : `${from}-${from + count - 1}`);
    const said = `${bits & REFERENCED ? ' referenced' : ''}${bits & DIRTY ? ' dirty' : ''}`;
    return frame === DISK ? `${range(page)} on disk` : `${range(page)} in ${range(frame)}${said}`;
  });
  const more = table.counts.length - runs.length;
  const rest = more > 0 ? `, and ${counted(more, 'more run')}` : '';
  return `Process ${letter} ${plain(pid)}: ${counted(pages, 'page')}, ${grouped(resident)} in frames. Pages ${runs.join(', ')}${rest}.`;
}

/** The first of a list, and after them how many more there are. */
function shortened<Member>(all: readonly Member[], one: string, many: string): (Member | string)[] {
  const more = all.length - MOST;
  return more > 0 ? [...all.slice(0, MOST), `and ${counted(more, `more ${one}`, `more ${many}`)}`] : [...all];
}
