/** Events with the candidates of an eviction, as the dashboard tells an event in full. Pure. */
import type { StatusEvent } from '../../shared/status.ts';
import { eventInWords } from '../view/event-words.ts';
import { grouped, plain } from '../view/wording.ts';

/** The event, and after it those candidates that its sentence does not name: it tells of the victim and the runner-up. */
export function eventWithCandidates(event: StatusEvent, totalFrames: number): string {
  if (event.candidates.length <= 2) return eventInWords(event);
  return `${eventInWords(event)}; further candidates: ${candidatesFrom(2, event, totalFrames)}`;
}

/** All the candidates, where the sentence of the eviction does not name them all; with the frame that they were for. */
export function candidatesApart(event: StatusEvent, totalFrames: number): string[] {
  if (event.candidates.length <= 2) return [];
  const all = candidatesFrom(0, event, totalFrames);
  return [
    `time ${grouped(event.time)}, candidates for frame ${event.candidates[0]?.frame}, the victim first: ${all}`,
  ];
}

/** Every page in a frame is one; the file keeps the first. */
function candidatesFrom(first: number, { candidates }: StatusEvent, totalFrames: number): string {
  const each = candidates
    .slice(first)
    .map(({ pid, page, number }) => `${plain(pid)} page ${page} ${plain(number)}`);
  const kept =
    candidates.length < totalFrames ? `, the first ${candidates.length} of ${grouped(totalFrames)}` : '';
  return `${each.join(', ')}${kept}`;
}
