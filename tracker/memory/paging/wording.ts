/** The sentences of the event log and of answers: what happened to which page, in which frame, and why. */
import { span } from '../../../shared/span.ts';
import type { EventKind } from '../../../shared/status.ts';
import type { AccessAnswer, PageRun } from './answers.ts';

/** Runs of pages that a sentence spells out. */
const SPELLED_OUT = 8;

/** `P1 alloc: pages 0-3 -> frames 8-11`; how many pages it is in all before several runs. */
export function pagesInWords(kind: EventKind, pid: string, runs: readonly PageRun[]): string {
  const total = runs.reduce((sum, [, , count]) => sum + count, 0);
  const pages = runsInWords(runs, kind === 'free' ? 'from' : 'into');
  return `${pid} ${kind}: ${runs.length === 1 ? '' : `${total} pages: `}${pages}`;
}

/**
 * `pages 1-3 -> frames 5-7`, `page 4 on disk`; of pages that are no more, `pages 1-3 from frames 5-7`, `page 4 from disk`.
 * Of several runs, before which it is said that they are of pages: `0-1 -> frames 0-1, 4 -> frame 4, page 6 on disk`.
 */
export function runsInWords(runs: readonly PageRun[], way: 'into' | 'from'): string {
  const shown = runs.slice(0, SPELLED_OUT).map(([page, frame, count]) => {
    // A bare number before `on disk` would read as a count.
    const pages = runs.length === 1 || frame === null ? named('page', page, count) : span(page, count);
    if (frame === null) return `${pages} ${way === 'into' ? 'on' : 'from'} disk`;
    return `${pages} ${way === 'into' ? '->' : 'from'} ${named('frame', frame, count)}`;
  });
  const more = runs.length - shown.length;
  if (more > 0) shown.push(`and ${more} more ${more === 1 ? 'run' : 'runs'}`);
  return shown.join(', ');
}

/** `P1 page 3 -> frame 5 (page fault, cold, write)`. */
export function accessInWords({
  pid,
  page,
  frame,
  fault,
  cold,
  tlb,
  write,
}: Omit<AccessAnswer, 'why'>): string {
  const marks = fault ? ['page fault'] : [tlb === 'hit' ? 'TLB hit' : 'hit'];
  if (cold) marks.push('cold');
  if (tlb === 'miss') marks.push('TLB miss');
  if (write) marks.push('write');
  return `${pid} page ${page} -> frame ${frame} (${marks.join(', ')})`;
}

/** The same for the one who asked, with the reason. */
export function reasonInWords(answer: Omit<AccessAnswer, 'why'>): string {
  const { pid, page, frame, fault, cold, tlb, explanation } = answer;
  if (!fault) {
    const found = tlb === 'hit' ? '; the TLB knew it' : '; the TLB did not know it, the page table did';
    return `${pid} page ${page} is in frame ${frame}: a hit${tlb === null ? '' : found}`;
  }
  const cause = cold ? 'was never resident: a cold page fault' : 'was swapped out: a page fault';
  const remedy = explanation
    ? `no frame is free, so it goes into frame ${frame}: ${explanation.sentence}`
    : `it goes into frame ${frame}, the head of the free-frame list`;
  return `${pid} page ${page} ${cause}; ${remedy}`;
}

function named(noun: string, first: number, count: number): string {
  return `${noun}${count === 1 ? '' : 's'} ${span(first, count)}`;
}
