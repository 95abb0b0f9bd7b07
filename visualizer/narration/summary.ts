/** The whole state of a memory in sentences, a line each: what the dashboard shows, for ears. Pure. */

import { placementInWords, policyInWords } from '../../shared/conventions.ts';
import { span } from '../../shared/span.ts';
import { DISK, type ProcessStatus, type Status, SWAPPED, type TimedRuns } from '../../shared/status.ts';
import { counterWords } from '../view/headline.ts';
import { Picture } from '../view/picture.ts';
import { bytes, counted, grouped, plain } from '../view/wording.ts';
import { eventWithCandidates } from './events.ts';
import {
  externalOf,
  freeListOf,
  handOf,
  holesOf,
  overheadOf,
  roverOf,
  segmentUseOf,
  useOf,
  victimOf,
} from './facts.ts';
import { ALL_OF_THEM, listed, timesListed } from './lists.ts';
import { bitsInWords, countInWords } from './page-words.ts';
import { segmentInWords } from './segment-words.ts';

/** Processes and segments, which have a line each: so many are said, and how many there are beyond. */
const MOST_LINES = 512;

export function summaryOf(status: Status): string[] {
  const picture = new Picture(status);
  const { paging, segmentation } = status;
  return [
    `Memory: ${counted(paging.totalFrames, 'frame')} of ${bytes(paging.pageSize)}, ${useOf(picture)}, time ${grouped(paging.time)}, policy ${policyInWords(paging.replacement)}.`,
    `${capitalised(freeListOf(picture))}.`,
    ...sentences(handOf(picture), paging.nextVictim === null ? null : victimOf(picture)),
    ...timesOf('Frames by load time', paging.loads),
    ...timesOf('Frames by last use since', paging.uses),
    `Counters: ${counterWords(picture)
      .map(({ text }) => text)
      .join(', ')}.`,
    ...tlbOf(status),
    ...shortened(paging.processes, 'process', 'processes').map((each) =>
      typeof each === 'string' ? each : processOf(each, picture),
    ),
    `Segments: ${segmentsInWords(picture)}.`,
    ...shortened(segmentation.segments, 'segment', 'segments').map((each) =>
      typeof each === 'string' ? each : `${capitalised(segmentInWords(each))}.`,
    ),
    `Placement: ${placementInWords(segmentation).join(', ')}.`,
    `Holes: ${[holesOf(picture), roverOf(picture) ?? []].flat().join('; ')}.`,
    ...sentences(overheadOf(picture)),
    `Fragmentation: external ${externalOf(picture)}; internal ${bytes(picture.internal.pages)} in pages, ${bytes(picture.internal.segments)} in segments.`,
    ...status.events.map((event) => {
      const when = `at revision ${grouped(event.revision)}, time ${grouped(event.time)}`;
      return `${event.revision === status.revision ? capitalised(when) : `Before, ${when}`}: ${eventWithCandidates(event, paging)}`;
    }),
  ];
}

/** `3 of 5 at most, 25% of 64 KiB in segments` */
function segmentsInWords(picture: Picture): string {
  const { segments, maxSegments } = picture.status.segmentation;
  return `${grouped(segments.length)} of ${grouped(maxSegments)} at most, ${segmentUseOf(picture)}`;
}

/** `Frames by load time: 0-3 at 6-9, 5 at 11.` */
function timesOf(name: string, runs: TimedRuns): string[] {
  return runs.starts.length === 0 ? [] : [`${name}: ${timesListed(runs)}.`];
}

function tlbOf({ paging: { tlb } }: Status): string[] {
  if (tlb.content.length === 0) return [];
  const entries = tlb.content.map(({ pid, page, frame }) => `${plain(pid)} page ${page} in frame ${frame}`);
  const all = listed(entries.length, (index) => entries[index] ?? '', ', ');
  return [`TLB, the entry that goes next first: ${all}.`];
}

function processOf({ pid, letter, table, waste }: ProcessStatus, { usage, status }: Picture): string {
  const { pages = 0, resident = 0 } = usage.find((each) => each.pid === pid) ?? {};
  const { policy } = status.paging.replacement;
  const runs = listed(
    table.counts.length,
    (run) => {
      const [frame = DISK, count = 1, bits = 0, uses = 0] = [
        table.frames[run],
        table.counts[run],
        table.bits[run],
        table.uses[run],
      ];
      const where = span(table.pages[run] ?? 0, count);
      if (frame === DISK) return `${where} ${bits & SWAPPED ? 'swapped out' : 'on disk'}`;
      return `${where} in ${span(frame, count)}${bitsInWords(bits)}${countInWords(policy, uses)}`;
    },
    ', ',
    'run',
  );
  const textOf = (index: number): string => `${bytes(waste[index]?.bytes ?? 0)} of ${waste[index]?.page}`;
  const unused = waste.length === 0 ? '' : ` Unused: ${listed(waste.length, textOf, ', ')}.`;
  return `Process ${letter} ${plain(pid)}: ${counted(pages, 'page')}, ${grouped(resident)} in frames. Pages ${runs}.${unused}`;
}

/** The first of a list, and after them how many more there are. */
function shortened<Member>(all: readonly Member[], one: string, many: string): (Member | string)[] {
  const more = all.length - MOST_LINES;
  return more > 0
    ? [...all.slice(0, MOST_LINES), `and ${counted(more, `more ${one}`, `more ${many}`)} ${ALL_OF_THEM}.`]
    : [...all];
}

/** A sentence for each fact that there is. */
function sentences(...facts: readonly (string | null)[]): string[] {
  return facts.flatMap((fact) => (fact === null ? [] : [`${capitalised(fact)}.`]));
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
