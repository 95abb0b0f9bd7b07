/**
 * The grid that textbooks draw of a reference string (Silberschatz 10e fig. 10.12 and following): a column for each
 * reference, in it the page in each frame, the faults marked.
 *
 *     7  0  1  2
 *     7  7  7  2
 *     ·  0  0  0
 *     ·  ·  1  1
 *     F  F  F  F
 */
import { bitLetters } from '../../shared/bit-letters.ts';
import { traitsOf } from '../../shared/policy-traits.ts';
import { DIRTY, type PolicyName, REFERENCED } from '../../shared/status.ts';
import { Paging, type PolicyOptions } from '../memory/paging/paging.ts';
import { nextUses } from '../memory/replacement/next-use.ts';
import type { References } from './reference-string.ts';

export interface Step {
  readonly page: number;
  readonly write: boolean;
  readonly fault: boolean;
  /** Where the page is. */
  readonly frame: number;
  /** The page that had to go for it. */
  readonly victim: number | null;
  /** The page in each frame afterwards, frame 0 first; null while it is free. */
  readonly frames: readonly (number | null)[];
  /** Its bits at which the policy looks, `R`, `RD` or none; null while the frame is free, or where the policy looks at none. */
  readonly bits: readonly (string | null)[] | null;
  /** The frame at which the clock hand points afterwards; null for a policy that has none. */
  readonly hand: number | null;
}

/** From an empty machine of `frames` frames. */
export function stepsOf(
  references: References,
  policy: PolicyName,
  frames: number,
  options: PolicyOptions = {},
): Step[] {
  const { pages, writes } = references;
  const paging = new Paging({
    ...options,
    totalFrames: frames,
    pageSize: 1,
    policy,
    future: nextUses(pages),
  });
  paging.openProcess('trace');
  const takes = traitsOf(policy);
  const looksAt = (takes.refOnLoad ? REFERENCED : 0) | (takes.dirty ? DIRTY : 0);
  const contents = new Array<number | null>(frames).fill(null);
  return Array.from(pages, (page, i) => {
    const write = writes[i] === 1;
    const answer = paging.access('trace', page, 0, write, 1);
    if (!answer.ok) throw new Error(`reference ${i + 1} was refused: ${answer.refusal.code}`);
    const { fault, frame, victim } = answer;
    contents[frame] = page;
    return {
      page,
      write,
      fault,
      frame,
      victim: victim?.page ?? null,
      frames: [...contents],
      bits: looksAt === 0 ? null : bitsOf(paging, contents, looksAt),
      hand: takes.hand ? paging.hand : null,
    };
  });
}

function bitsOf({ bits }: Paging, contents: readonly (number | null)[], looksAt: number): (string | null)[] {
  return contents.map((page, frame) => (page === null ? null : bitLetters((bits[frame] ?? 0) & looksAt)));
}
