/** What a new revision brought, in a line; and what was missed before it. Pure. */
import type { Status, StatusEvent } from '../../shared/status.ts';
import { eventInWords } from '../view/event-words.ts';
import { Picture } from '../view/picture.ts';
import { counted, grouped, plain } from '../view/wording.ts';
import { differencesBetween } from './differences.ts';
import { FACTS } from './facts.ts';
import { summaryOf } from './summary.ts';

/** One line for the newer status; before it, what happened in between unseen, as far as the file still tells. */
export function changeInWords(before: Status, now: Status): string[] {
  if (before.session !== now.session) {
    return [`a fresh memory, session ${now.session}, by ${plain(now.command)}.`, ...summaryOf(now)];
  }
  if (now.revision < before.revision) {
    const way = `from ${grouped(before.revision)} to ${grouped(now.revision)}`;
    return [`the file went back, ${way}.`, ...summaryOf(now)];
  }
  return [...missed(before, now), revisionInWords(before, now)];
}

function missed(before: Status, now: Status): string[] {
  const count = now.revision - before.revision - 1;
  if (count <= 0) return [];
  const [first, last] = [before.revision + 1, now.revision - 1];
  const range = count === 1 ? grouped(first) : `${grouped(first)} to ${grouped(last)}`;
  const told = now.events.filter(({ revision }) => revision >= first && revision <= last);
  return [
    `missed ${counted(count, 'revision')}, ${range}${told.length > 0 ? '; of them the file still tells:' : '.'}`,
    ...told.map((event) => `revision ${grouped(event.revision)}, missed: ${eventInWords(event)}`),
  ];
}

function revisionInWords(before: Status, now: Status): string {
  const [old, fresh] = [new Picture(before), new Picture(now)];
  const events = now.events.filter(({ revision }) => revision === now.revision);
  const evictions = events.filter(({ candidates }) => candidates.length > 0);
  const facts = FACTS.flatMap((fact) => {
    const said = fact(fresh);
    return said === null || said === fact(old) ? [] : [said];
  });
  const all = [
    plain(now.command),
    ...(now.revision === before.revision ? ['the file was changed without a new revision'] : []),
    ...events.map(eventInWords),
    // Of one eviction all that stood to choose from; of many in one revision that would be a lecture.
    ...(evictions.length === 1 ? evictions.flatMap(furtherCandidates) : []),
    ...facts,
    ...differencesBetween(old, fresh),
  ];
  return `revision ${grouped(now.revision)}: ${all.join('; ')}.`;
}

/** Those that the sentence of an eviction does not name: it tells of the victim and the runner-up. */
function furtherCandidates({ candidates }: StatusEvent): string[] {
  const further = candidates.slice(2);
  if (further.length === 0) return [];
  const each = further.map(({ pid, page, number }) => `${plain(pid)} page ${page} ${plain(number)}`);
  return [`further candidates: ${each.join(', ')}`];
}
