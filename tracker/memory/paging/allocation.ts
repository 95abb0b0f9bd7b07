/**
 * Pages come and go: eager allocation, demand-paged reservation, one page into one chosen frame, freeing. Each is
 * checked first and then done whole; a refusal has changed nothing.
 */
import { type EventKind, MAX_PAGES, MAX_PROCESSES } from '../../../shared/status.ts';
import type { Happening, Outcome } from '../outcome.ts';
import { type PageRun, PageRunList, type PagesAnswer } from './answers.ts';
import { ascending, firstInvalid, type PageRange, validPages } from './page-ranges.ts';
import { INVALID } from './page-table-entry.ts';
import type { Pager } from './pager.ts';
import type { Process } from './process-table.ts';
import type { PagingRefusal } from './refusals.ts';
import { pagesInWords } from './wording.ts';

/** What a new page is to get: a frame from the head of the free-frame list, or none yet. */
export type Provision = 'alloc' | 'reserve';

/**
 * Appends `pages` pages after the process's highest; the process begins if need be. `bytes`, where given, is what
 * was asked for, and the rest of the last page is wasted. Throws on fewer than one page.
 */
export function append(
  pager: Pager,
  provision: Provision,
  pid: string,
  pages: number,
  bytes: number | null,
): Outcome<PagesAnswer> {
  if (!(pages >= 1)) throw new RangeError(`${pages} pages cannot be appended`);
  const { processes, free, settings } = pager;
  const existing = processes.find(pid);
  const first = existing === undefined ? 0 : existing.table.highest + 1;
  const refusal =
    (provision === 'alloc' && lacksFrames(pager, pages)) || lacksRoom(pager, existing, first, pages) || null;
  if (refusal) return { ok: false, refusal };

  const process = existing ?? processes.create(pid);
  processes.addPages(process, first, pages);
  const wasted = bytes === null ? 0 : pages * settings.pageSize - bytes;
  if (wasted > 0) process.waste.set(first + pages - 1, wasted);
  if (provision === 'reserve') return pagesDone(pager, 'reserve', pid, [[first, null, pages]]);
  const runs = new PageRunList();
  for (let page = first; page < first + pages; page++) {
    const frame = free.head;
    pager.loadEagerly(process, page, frame);
    runs.add(page, frame);
  }
  return pagesDone(pager, 'alloc', pid, runs.runs);
}

/** One page, new or on disk, comes into one free frame; the process begins if need be. */
export function map(pager: Pager, pid: string, page: number, frame: number): Outcome<PagesAnswer> {
  const { processes, frames, free } = pager;
  const existing = processes.find(pid);
  const entry = existing === undefined ? INVALID : existing.table.entry(page);
  const refusal =
    (entry >= 0 && ({ code: 'page-resident', pid, page, frame: entry } as const)) ||
    (entry === INVALID && lacksRoom(pager, existing, page, 1)) ||
    (!(frame >= 0 && frame < frames.total) &&
      ({ code: 'no-such-frame', frame, total: frames.total } as const)) ||
    (!free.has(frame) && takenBy(pager, frame)) ||
    null;
  if (refusal) return { ok: false, refusal };

  const process = existing ?? processes.create(pid);
  if (entry === INVALID) processes.addPages(process, page, 1);
  pager.loadEagerly(process, page, frame);
  return pagesDone(pager, 'map', pid, [[page, frame, 1]]);
}

/**
 * Frees all pages of a process, or those in `ranges`: their frames join the tail of the free-frame list in
 * ascending page order, whatever order was typed. With its last page the process ends.
 */
export function free(pager: Pager, pid: string, ranges: readonly PageRange[] | null): Outcome<PagesAnswer> {
  const process = pager.processes.find(pid);
  if (process === undefined) return { ok: false, refusal: noSuchProcess(pager, pid) };
  const { table } = process;
  const wanted = ranges && ascending(ranges);
  const missing = wanted && firstInvalid(table, wanted);
  if (missing !== null) {
    return { ok: false, refusal: { code: 'no-such-page', pid, page: missing, valid: validPages(table) } };
  }
  const runs = new PageRunList();
  const discard = (page: number) => {
    const entry = table.entry(page);
    runs.add(page, entry >= 0 ? entry : null);
    pager.discard(process, page);
  };
  if (wanted === null) table.forEach(discard);
  else for (const [first, last] of wanted) for (let page = first; page <= last; page++) discard(page);
  if (table.valid === 0) pager.end(process);
  return pagesDone(pager, 'free', pid, runs.runs);
}

export function noSuchProcess({ processes }: Pager, pid: string): PagingRefusal {
  return { code: 'no-such-process', pid, known: processes.names };
}

export function tooManyPages(asked: number): PagingRefusal {
  return { code: 'too-many-pages', asked, limit: MAX_PAGES };
}

function lacksFrames({ free, frames }: Pager, asked: number): PagingRefusal | false {
  return asked > free.length && { code: 'no-free-frames', asked, free: free.length, total: frames.total };
}

function lacksRoom(
  { processes, settings }: Pager,
  existing: Process | undefined,
  first: number,
  count: number,
): PagingRefusal | false {
  if (!existing && processes.isFull) return { code: 'too-many-processes', limit: MAX_PROCESSES };
  const limit = 2 ** 53 / settings.pageSize;
  if (first + count > limit) return { code: 'page-out-of-range', page: first + count - 1, limit };
  return !processes.hasRoomFor(count) && tooManyPages(count);
}

function takenBy({ frames, processes }: Pager, frame: number): PagingRefusal {
  const { pid } = processes.at(frames.owner[frame] ?? -1);
  return { code: 'frame-taken', frame, pid, page: frames.page[frame] ?? 0 };
}

function pagesDone(
  { now }: Pager,
  kind: EventKind,
  pid: string,
  pages: readonly PageRun[],
): Outcome<PagesAnswer> {
  const [only] = pages;
  const frame = pages.length === 1 && only?.[2] === 1 ? only[1] : null;
  const text = pagesInWords(kind, pid, pages);
  const happening: Happening = { kind, time: now, frame, text, candidates: [] };
  return { ok: true, happenings: [happening], pid, pages };
}
