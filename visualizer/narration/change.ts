/** What a new revision brought, in a line, with what is long in lines of its own; and what was missed before it. Pure. */
import type { Status, StatusEvent } from '../../shared/status.ts';
import { eventInWords } from '../view/event-words.ts';
import { Picture } from '../view/picture.ts';
import { counted, grouped, plain } from '../view/wording.ts';
import { differencesBetween } from './differences.ts';
import { BACK_AT_ZERO } from './editable-facts.ts';
import { editsBetween } from './edits.ts';
import { candidatesApart, eventWithCandidates } from './events.ts';
import { FACTS, factsChanged } from './facts.ts';
import { summaryOf } from './summary.ts';

/** Of more characters is what has a line of its own after the one of the revision. */
const LONG = 120;

/** The newer status; before it, what happened in between unseen, as far as the file still tells. */
export function changeInWords(before: Status, now: Status): string[] {
  if (before.session !== now.session) {
    return [`a fresh memory, session ${now.session}, by ${plain(now.command)}.`, ...summaryOf(now)];
  }
  if (now.revision < before.revision) {
    const way = `from ${grouped(before.revision)} to ${grouped(now.revision)}`;
    return [`the file went back, ${way}.`, ...summaryOf(now)];
  }
  const [old, fresh] = [new Picture(before), new Picture(now)];
  if (now.revision === before.revision) return editInWords(old, fresh);
  return [...missed(before, now), ...revisionInWords(old, fresh)];
}

function missed(before: Status, now: Status): string[] {
  const count = now.revision - before.revision - 1;
  if (count <= 0) return [];
  const [first, last] = [before.revision + 1, now.revision - 1];
  const range = count === 1 ? grouped(first) : `${grouped(first)} to ${grouped(last)}`;
  const told = now.events.filter(({ revision }) => revision >= first && revision <= last);
  return [
    `missed ${counted(count, 'revision')}, ${range}${told.length > 0 ? '; of them the file still tells:' : '.'}`,
    ...told.map((event) => {
      const when = `revision ${grouped(event.revision)}, time ${grouped(event.time)}`;
      return `${when}, missed: ${eventWithCandidates(event, now.paging)}`;
    }),
  ];
}

function revisionInWords(old: Picture, fresh: Picture): string[] {
  const [before, now] = [old.status, fresh.status];
  const events = now.events.filter(({ revision }) => revision === now.revision);
  // Of one eviction all that stood to choose from goes with it; of many in one revision that would be a lecture.
  const several = events.filter(({ candidates }) => candidates.length > 0).length > 1;
  const changes = [
    ...factsChanged(FACTS, old, fresh),
    ...(now.revision > before.revision + 1 ? factsChanged(BACK_AT_ZERO, old, fresh) : []),
    ...differencesBetween(old, fresh),
  ];
  const inLine = [
    plain(now.command),
    ...timed(events, before.paging.time, now.paging.time, (event) =>
      several ? eventInWords(event) : eventWithCandidates(event, now.paging),
    ),
    ...changes.filter((change) => change.length <= LONG),
  ];
  const apart = [
    ...(several ? events.flatMap((event) => candidatesApart(event, now.paging)) : []),
    ...changes.filter((change) => change.length > LONG),
  ];
  return lines(now, inLine, apart);
}

/** Nothing has happened in the memory: all that is another is told, and no event again. */
function editInWords(before: Picture, now: Picture): string[] {
  const changes = [...factsChanged(FACTS, before, now), ...editsBetween(before, now)];
  const edited = 'the file was changed without a new revision';
  return lines(
    now.status,
    [
      // In its layout, or in what is too long to be told whole.
      changes.length === 0 ? `${edited}, but in nothing that is told` : edited,
      ...changes.filter((change) => change.length <= LONG),
    ],
    changes.filter((change) => change.length > LONG),
  );
}

function lines({ revision }: Status, inLine: readonly string[], apart: readonly string[]): string[] {
  const name = `revision ${grouped(revision)}`;
  return [`${name}: ${inLine.join('; ')}.`, ...apart.map((change) => `${name}, ${change}.`)];
}

/** The events, each with the logical time where it is another than that of what came before it; and the time at the end. */
function timed(
  events: readonly StatusEvent[],
  from: number,
  to: number,
  inWords: (event: StatusEvent) => string,
): string[] {
  let said = from;
  const all = events.map((event) => {
    const time = event.time === said ? '' : `time ${grouped(event.time)}: `;
    said = event.time;
    return `${time}${inWords(event)}`;
  });
  return said === to ? all : [...all, `time ${grouped(to)}`];
}
