/** What a new revision brought, in a line; and what was missed before it. Pure. */
import type { Status } from '../../shared/status.ts';
import { eventInWords } from '../view/event-words.ts';
import { Picture } from '../view/picture.ts';
import { counted, grouped, plain, rate } from '../view/wording.ts';
import { externalOf, holesOf, summaryOf, useOf, victimOf } from './summary.ts';

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
  const picture = new Picture(now);
  const events = now.events.filter(({ revision }) => revision === now.revision).map(eventInWords);
  const edited = now.revision === before.revision ? ['the file was changed without a new revision'] : [];
  const facts = [useOf(picture), ...whatChanged(new Picture(before), picture)];
  return `revision ${grouped(now.revision)}: ${[plain(now.command), ...edited, ...events, ...facts].join('; ')}.`;
}

/** What the events do not say: counters, the next victim, holes. */
function whatChanged(before: Picture, now: Picture): string[] {
  const { counters } = now.status.paging;
  const facts: string[] = [];
  const add = (old: string | null, fact: string | null): void => {
    if (fact !== null && fact !== old) facts.push(fact);
  };
  if (counters.references > 0) add(hitsOf(before.status), hitsOf(now.status));
  add(victimOf(before), victimOf(now));
  const holes = holesOf(now.status);
  if (holes !== holesOf(before.status))
    facts.push(`holes ${holes}`, `external fragmentation ${externalOf(now)}`);
  return facts;
}

function hitsOf({ paging: { counters } }: Status): string {
  const { hits, references } = counters;
  return `${counted(hits, 'hit')} in ${counted(references, 'reference')} (${rate(hits, references)})`;
}
