/** An event in a sentence that begins with its kind, once: `fault: P1 page 3 -> …`, but `P1 alloc: pages 0-3 …`. */
import type { StatusEvent } from '../../shared/status.ts';
import { plain } from './wording.ts';

export function eventInWords({ kind, text }: Pick<StatusEvent, 'kind' | 'text'>): string {
  const sentence = plain(text, 400);
  const [, second] = sentence.split(' ', 2);
  return second === `${kind}:` ? sentence : `${kind}: ${sentence}`;
}
