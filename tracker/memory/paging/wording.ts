/** The sentences of the event log and of answers: what happened to which page, in which frame, and why. */
import type { EventKind } from '../../../shared/status.ts';
import type { AccessAnswer, PageRun } from './answers.ts';

/** Runs of pages that a sentence spells out. */
const SPELLED_OUT = 8;

/** `P1 alloc: pages 0-3 -> frames 8-11`; how many pages it is in all before several runs. */
export function pagesInWords(kind: EventKind, pid: string, runs: readonly PageRun[]): string {
  const total = runs.reduce((sum, [, , count]) => sum + count, 0);
  const shown = runs.slice(0, SPELLED_OUT).map((run) => runInWords(run, kind === 'free' ? 'from' : 'into'));
  const more = runs.length - shown.length;
  if (more > 0) shown.push(`and ${more} more ${more === 1 ? 'run' : 'runs'}`);
  return `${pid} ${kind}: ${runs.length === 1 ? '' : `${total} pages, `}${shown.join(', ')}`;
}

/** `pages 1-3 -> frames 5-7`, `page 4 on disk`; of pages that are no more, `pages 1-3 from frames 5-7`, `page 4 from disk`. */
export function runInWords([page, frame, count]: PageRun, way: 'into' | 'from' = 'into'): string {
  const pages = span('page', page, count);
  if (frame === null) return `${pages} ${way === 'into' ? 'on' : 'from'} disk`;
  return `${pages} ${way === 'into' ? '->' : 'from'} ${span('frame', frame, count)}`;
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

function span(noun: string, first: number, count: number): string {
  return count === 1 ? `${noun} ${first}` : `${noun}s ${first}-${first + count - 1}`;
}
