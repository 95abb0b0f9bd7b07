/** For tests of one policy: a machine for which every page of process P is valid, and references as a string. */

import { parseReferenceString } from '../../../analysis/reference-string.ts';
import type { AccessAnswer } from '../../paging/answers.ts';
import { Paging, type PagingOptions } from '../../paging/paging.ts';
import { done } from '../../paging/testing/done.ts';
import { nextUses } from '../next-use.ts';

export interface Run {
  readonly paging: Paging;
  /** The answers to the references so far. */
  readonly answers: AccessAnswer[];
  /** Goes on with references such as `7 0 1w`. */
  readonly refer: (text: string) => void;
}

/** The references of `text` from an empty machine; opt is given their future. */
export function run(
  policy: NonNullable<PagingOptions['policy']>,
  frames: number,
  text: string,
  options = {},
): Run {
  const future = nextUses(references(text).pages);
  const paging = new Paging({ totalFrames: frames, pageSize: 1, policy, future, ...options });
  paging.openProcess('P');
  const answers: AccessAnswer[] = [];
  const refer = (more: string) => {
    const { pages, writes } = references(more);
    pages.forEach((page, i) => {
      answers.push(done(paging.access('P', page, 0, writes[i] === 1)));
      paging.check();
    });
  };
  refer(text);
  return { paging, answers, refer };
}

/** The page evicted at each reference, or null. */
export function victims({ answers }: Pick<Run, 'answers'>): (number | null)[] {
  return answers.map(({ victim }) => victim?.page ?? null);
}

export function faults({ answers }: Pick<Run, 'answers'>): number {
  return answers.filter(({ fault }) => fault).length;
}

/** The bits of the page in each frame, frame 0 first: `R`, `D`, `RD`, `-`. */
export function bits(paging: Paging): string[] {
  const shown: string[] = [];
  for (const { table } of paging.snapshot().processes) {
    table.pages.forEach((_, row) => {
      const start = table.frames[row] ?? -1;
      const value = table.bits[row] ?? 0;
      const word = (value & 1 ? 'R' : '') + (value & 2 ? 'D' : '') || '-';
      for (let i = 0; start >= 0 && i < (table.counts[row] ?? 0); i++) shown[start + i] = word;
    });
  }
  return shown;
}

/** lfu's counts and aging's ages of the page in each frame. */
export function uses(paging: Paging): number[] {
  const shown: number[] = [];
  for (const { table } of paging.snapshot().processes) {
    table.pages.forEach((_, row) => {
      const start = table.frames[row] ?? -1;
      for (let i = 0; start >= 0 && i < (table.counts[row] ?? 0); i++)
        shown[start + i] = table.uses[row] ?? 0;
    });
  }
  return shown;
}

function references(text: string) {
  const parsed = parseReferenceString(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed;
}
