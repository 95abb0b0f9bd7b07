/**
 * What can be another in one and the same revision only where somebody has edited the file, so that neither an event nor
 * a command tells of it: settings, processes, pages and their bits, times, segments, the events themselves. Pure.
 */
import type { PagingStatus, ProcessStatus, SegmentStatus, StatusEvent } from '../../shared/status.ts';
import type { Picture } from '../view/picture.ts';
import { grouped, plain } from '../view/wording.ts';
import { pagesNotFilled, tlbEntries } from './differences.ts';
import { EDITABLE } from './editable-facts.ts';
import { eventWithCandidates } from './events.ts';
import { factsChanged } from './facts.ts';
import { bitsEdited, timesEdited } from './frame-edits.ts';
import { listed } from './lists.ts';
import { countsChanged } from './page-counts.ts';
import { pagesEdited } from './page-edits.ts';
import { segmentInWords } from './segment-words.ts';

export function editsBetween(before: Picture, now: Picture): string[] {
  const [old, fresh] = [before.status, now.status];
  return [
    ...factsChanged(EDITABLE, before, now),
    ...processesEdited(old.paging.processes, fresh.paging.processes),
    ...pagesEdited(old, fresh),
    ...bitsEdited(before, now),
    ...countsChanged(old, fresh),
    ...pagesNotFilled(before, now),
    ...pagesNotFilled(now, before, 'no longer unused:'),
    ...timesEdited(old, fresh),
    ...tlbEntries(before, now),
    ...segmentsEdited(old.segmentation.segments, fresh.segmentation.segments),
    ...eventsEdited(old.events, fresh.events, fresh.paging),
  ];
}

function processesEdited(before: readonly ProcessStatus[], now: readonly ProcessStatus[]): string[] {
  const [old, fresh] = [new Map(before.map(byPid)), new Map(now.map(byPid))];
  const inWords = ({ letter, pid }: ProcessStatus): string => `${letter} ${plain(pid)}`;
  const stayed = before.filter(({ pid }) => fresh.has(pid));
  const isInOrder = now
    .filter(({ pid }) => old.has(pid))
    .every(({ pid }, index) => pid === stayed[index]?.pid);
  return [
    ...membersInWords(
      'gone:',
      inWords,
      before.filter(({ pid }) => !fresh.has(pid)),
    ),
    ...membersInWords(
      'new:',
      inWords,
      now.filter(({ pid }) => !old.has(pid)),
    ),
    ...membersInWords(
      'another letter:',
      inWords,
      now.filter(({ pid, letter }) => (old.get(pid) ?? letter) !== letter),
    ),
    ...membersInWords('order of the processes:', inWords, isInOrder ? [] : now),
  ];
}

function byPid({ pid, letter }: ProcessStatus): [pid: string, letter: string] {
  return [pid, letter];
}

function segmentsEdited(before: readonly SegmentStatus[], now: readonly SegmentStatus[]): string[] {
  const old = new Map(before.map((segment) => [segment.id, segment]));
  const left = new Set(now.map(({ id }) => id));
  const isSame = (segment: SegmentStatus): boolean => {
    const was = old.get(segment.id);
    return was !== undefined && segmentInWords(was) === segmentInWords(segment);
  };
  return [
    ...membersInWords(
      'gone:',
      segmentInWords,
      before.filter(({ id }) => !left.has(id)),
    ),
    ...membersInWords(
      'now:',
      segmentInWords,
      now.filter((segment) => !isSame(segment)),
    ),
  ];
}

function eventsEdited(
  before: readonly StatusEvent[],
  now: readonly StatusEvent[],
  paging: PagingStatus,
): string[] {
  const without = (events: readonly StatusEvent[], others: readonly StatusEvent[]): StatusEvent[] => {
    const texts = new Set(others.map((event) => JSON.stringify(event)));
    return events.filter((event) => !texts.has(JSON.stringify(event)));
  };
  const said = (what: string, events: readonly StatusEvent[]): string[] =>
    events.map((event) => {
      const when = `revision ${grouped(event.revision)}, time ${grouped(event.time)}`;
      return `${what} of ${when}: ${eventWithCandidates(event, paging)}`;
    });
  return [...said('no longer told', without(before, now)), ...said('now told', without(now, before))];
}

/** `gone: A P1; B P2`; nothing where there are none. */
function membersInWords<Member>(
  what: string,
  inWords: (member: Member) => string,
  members: readonly Member[],
): string[] {
  const texts = members.map(inWords);
  return texts.length === 0 ? [] : [`${what} ${listed(texts.length, (index) => texts[index] ?? '', '; ')}`];
}
