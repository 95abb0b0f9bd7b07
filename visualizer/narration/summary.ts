/** The whole state of a memory in sentences, a line each: what the dashboard shows, for ears. Pure. */

import { placementInWords, policyInWords } from '../../shared/conventions.ts';
import { span } from '../../shared/span.ts';
import {
  DIRTY,
  DISK,
  type PolicyName,
  type ProcessStatus,
  REFERENCED,
  type Status,
  SWAPPED,
  type TimedRuns,
} from '../../shared/status.ts';
import { eventInWords } from '../view/event-words.ts';
import { counterWords } from '../view/headline.ts';
import { Picture } from '../view/picture.ts';
import { bytes, counted, grouped, plain } from '../view/wording.ts';
import { externalOf, freeListOf, handOf, holesOf, roverOf, useOf, victimOf } from './facts.ts';
import { listed } from './lists.ts';

/** Processes and segments, which have a line each: so many are said, and how many there are beyond. */
const MOST_LINES = 64;

export function summaryOf(status: Status): string[] {
  const picture = new Picture(status);
  const { paging, segmentation } = status;
  return [
    `Memory: ${counted(paging.totalFrames, 'frame')} of ${bytes(paging.pageSize)}, ${useOf(picture)}, policy ${policyInWords(paging.replacement)}.`,
    `${capitalised(freeListOf(picture))}.`,
    ...[handOf(picture), paging.nextVictim === null ? null : victimOf(picture)].flatMap((fact) =>
      fact === null ? [] : [`${capitalised(fact)}.`],
    ),
    ...timesOf('Frames by load time', paging.loads),
    ...timesOf('Frames by last use since', paging.uses),
    `Counters: ${counterWords(picture)
      .map(({ text }) => text)
      .join(', ')}.`,
    ...tlbOf(status),
    ...shortened(paging.processes, 'process', 'processes').map((each) =>
      typeof each === 'string' ? each : processOf(each, picture),
    ),
    `Segments: ${grouped(segmentation.segments.length)} of ${grouped(segmentation.maxSegments)} at most.`,
    ...shortened(segmentation.segments, 'segment', 'segments').map((each) =>
      typeof each === 'string'
        ? each
        : `Segment ${each.id}${each.name === null ? '' : ` ${plain(each.name)}`}: base ${each.base}, limit ${each.limit}, grows ${each.grows}.`,
    ),
    `Placement: ${placementInWords(segmentation).join(', ')}.`,
    `Holes: ${[holesOf(picture), roverOf(picture) ?? []].flat().join('; ')}.`,
    `Fragmentation: external ${externalOf(picture)}; internal ${bytes(picture.internal.pages)} in pages, ${bytes(picture.internal.segments)} in segments.`,
    ...status.events.map((event) => `Before, at revision ${grouped(event.revision)}: ${eventInWords(event)}`),
  ];
}

/** `Frames by load time: 0-3 at 6-9, 5 at 11.` */
function timesOf(name: string, { starts, counts, times }: TimedRuns): string[] {
  if (starts.length === 0) return [];
  const runs = listed(
    starts.length,
    (run) => {
      const count = counts[run] ?? 1;
      return `${span(starts[run] ?? 0, count)} at ${span(times[run] ?? 0, count)}`;
    },
    ', ',
    'run',
  );
  return [`${name}: ${runs}.`];
}

function tlbOf({ paging: { tlb } }: Status): string[] {
  if (tlb.content.length === 0) return [];
  const entries = tlb.content.map(({ pid, page, frame }) => `${plain(pid)} page ${page} in frame ${frame}`);
  const all = listed(entries.length, (index) => entries[index] ?? '', ', ');
  return [`TLB, the entry that goes next first: ${all}.`];
}

function processOf({ pid, letter, table }: ProcessStatus, { usage, status }: Picture): string {
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
      const marks = `${bits & REFERENCED ? ' referenced' : ''}${bits & DIRTY ? ' dirty' : ''}`;
      return `${where} in ${span(frame, count)}${marks}${remembered(policy, uses)}`;
    },
    ', ',
    'run',
  );
  return `Process ${letter} ${plain(pid)}: ${counted(pages, 'page')}, ${grouped(resident)} in frames. Pages ${runs}.`;
}

/** What the policy has counted of a page. */
function remembered(policy: PolicyName, uses: number): string {
  if (policy === 'lfu') return ` used ${counted(uses, 'time')}`;
  return policy === 'aging' ? ` age ${uses.toString(2).padStart(8, '0')}` : '';
}

/** The first of a list, and after them how many more there are. */
function shortened<Member>(all: readonly Member[], one: string, many: string): (Member | string)[] {
  const more = all.length - MOST_LINES;
  return more > 0
    ? [...all.slice(0, MOST_LINES), `and ${counted(more, `more ${one}`, `more ${many}`)}.`]
    : [...all];
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
