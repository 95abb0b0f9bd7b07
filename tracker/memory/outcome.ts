/**
 * What an operation of the simulated machine returns. A refusal is not an exception: it is an answer, a code and
 * the numbers involved, and the machine is then exactly as it was. The command line words it.
 */
import type { StatusEvent } from '../../shared/status.ts';
import type { PagingRefusal } from './paging/refusals.ts';
import type { SegmentationRefusal } from './segmentation/refusals.ts';

export type Refusal = PagingRefusal | SegmentationRefusal;

/**
 * Something that happened, before the command that caused it has a revision. What keeps no time, such as a segment, has
 * that of the references around it.
 */
export type Happening = Omit<StatusEvent, 'revision' | 'time'> & { readonly time?: number };

/** Done, with the answer's own fields and what happened on the way; or refused, and nothing changed. */
export type Outcome<Answer> =
  | ({ readonly ok: true; readonly happenings: readonly Happening[] } & Answer)
  | { readonly ok: false; readonly refusal: Refusal };
