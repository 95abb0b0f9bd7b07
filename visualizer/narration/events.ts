/** Events with the candidates of an eviction, as the dashboard tells an event in full. Pure. */
import { traitsOf } from '../../shared/policy-traits.ts';
import type { PagingStatus, StatusEvent } from '../../shared/status.ts';
import { eventInWords } from '../view/event-words.ts';
import { grouped, plain } from '../view/wording.ts';

/** The event, and after it those candidates that its sentence does not name. */
export function eventWithCandidates(event: StatusEvent, paging: PagingStatus): string {
  const named = namedIn(paging);
  if (event.candidates.length <= named) return eventInWords(event);
  return `${eventInWords(event)}; further candidates: ${candidatesFrom(named, event, paging)}`;
}

/** All the candidates, where the sentence of the eviction does not name them all; with the frame that they were for. */
export function candidatesApart(event: StatusEvent, paging: PagingStatus): string[] {
  if (event.candidates.length <= namedIn(paging)) return [];
  const all = candidatesFrom(0, event, paging);
  return [
    `time ${grouped(event.time)}, candidates for frame ${event.candidates[0]?.frame}, the victim first: ${all}`,
  ];
}

/** The sentence of an eviction tells of the victim and, unless chance decides, of the runner-up. */
function namedIn({ replacement }: PagingStatus): number {
  return traitsOf(replacement.policy).seed === undefined ? 2 : 1;
}

/** Every page in a frame is one; the file keeps the first. */
function candidatesFrom(first: number, { candidates }: StatusEvent, { totalFrames }: PagingStatus): string {
  const each = candidates
    .slice(first)
    .map(({ pid, page, number }) => `${plain(pid)} page ${page} ${plain(number)}`);
  const kept =
    candidates.length < totalFrames ? `, the first ${candidates.length} of ${grouped(totalFrames)}` : '';
  return `${each.join(', ')}${kept}`;
}
