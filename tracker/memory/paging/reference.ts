/**
 * One reference with everything there is to say about it, and the same arithmetic without touching anything. A
 * page outside a process's pages is *invalid* (the program would be killed); a valid page that is in no frame is a
 * *page fault*, which for `access` is an event and for `translate` a refusal.
 */
import { MAX_CANDIDATES } from '../../../shared/status.ts';
import type { Happening, Outcome } from '../outcome.ts';
import { noSuchProcess, tooManyPages } from './allocation.ts';
import type { AccessAnswer, TranslateAnswer, Victim } from './answers.ts';
import { type Explanation, explain } from './explanation.ts';
import { type LevelsView, translateLevels } from './levels.ts';
import { validPages } from './page-ranges.ts';
import { INVALID, NEVER_RESIDENT } from './page-table-entry.ts';
import type { Pager } from './pager.ts';
import type { Process } from './process-table.ts';
import type { PagingRefusal } from './refusals.ts';
import { accessInWords, reasonInWords } from './wording.ts';

/** page = address div page size, offset = address mod page size. */
export function split(address: number, pageSize: number): { page: number; offset: number } {
  const page = Math.floor(address / pageSize);
  return { page, offset: address - page * pageSize };
}

/** `candidates`: how many of them the explanation of an eviction lists. */
export function access(
  pager: Pager,
  pid: string,
  page: number,
  offset: number,
  write: boolean,
  candidates: number,
): Outcome<AccessAnswer> {
  const refusal = refusalOf(pager, pid, [page]);
  if (refusal) return { ok: false, refusal };
  const { tally, settings } = pager;
  const { slot, table } = processOf(pager, pid);
  const entry = table.entry(page);
  const fault = entry < 0;
  const explanation = fault && pager.free.length === 0 ? explain(pager, candidates) : null;
  const victim = explanation && victimOf(pager, explanation);
  const { tlbHits } = tally;
  const frame = pager.touch(slot, page, write);
  const answer: Omit<AccessAnswer, 'why'> = {
    pid,
    page,
    offset,
    frame,
    physical: frame * settings.pageSize + offset,
    write,
    fault,
    cold: entry === NEVER_RESIDENT || entry === INVALID,
    tlb: pager.tlb === null ? null : tally.tlbHits > tlbHits ? 'hit' : 'miss',
    victim,
    explanation,
  };
  return { ok: true, happenings: happeningsOf(pager, answer), ...answer, why: reasonInWords(answer) };
}

/** Where `address` leads; no bit, counter or TLB entry changes. */
export function translate(pager: Pager, pid: string, address: number): Outcome<TranslateAnswer> {
  const { page, offset } = split(address, pager.settings.pageSize);
  const process = pager.processes.find(pid);
  if (process === undefined) return { ok: false, refusal: noSuchProcess(pager, pid) };
  const frame = process.table.entry(page);
  if (frame === INVALID) return { ok: false, refusal: invalidPage(process, page) };
  if (frame < 0) return { ok: false, refusal: { code: 'page-fault', pid, page } };
  const physical = frame * pager.settings.pageSize + offset;
  return { ok: true, happenings: [], pid, address, page, offset, frame, physical };
}

export interface LevelsAnswer extends LevelsView {
  readonly pid: string;
  readonly address: number;
}

/** The same by way of a multi-level page table, as far as its directories go. */
export function walkLevels(
  pager: Pager,
  pid: string,
  address: number,
  bitWidths: readonly number[],
): Outcome<LevelsAnswer> {
  const { page, offset } = split(address, pager.settings.pageSize);
  const process = pager.processes.find(pid);
  if (process === undefined) return { ok: false, refusal: noSuchProcess(pager, pid) };
  const view = translateLevels(page, offset, bitWidths, (first, last) => process.table.anyValid(first, last));
  if (view === null) {
    const bits = bitWidths.reduce((sum, each) => sum + each, 0);
    return { ok: false, refusal: { code: 'page-out-of-range', page, limit: 2 ** bits, bits } };
  }
  return { ok: true, happenings: [], pid, address, ...view };
}

/** Why references to these pages, one after the other, could not all be done; null if they can. */
export function refusalOf(pager: Pager, pid: string, pages: Iterable<number>): PagingRefusal | null {
  const { processes, policy, free } = pager;
  const process = processes.find(pid);
  if (process === undefined) return noSuchProcess(pager, pid);
  const loads = new Set<number>();
  const created = new Set<number>();
  for (const page of pages) {
    const entry = process.table.entry(page);
    if (entry === INVALID && !process.open) return invalidPage(process, page);
    if (entry === INVALID) created.add(page);
    if (entry < 0 && !policy.choosable) loads.add(page);
  }
  if (!processes.hasRoomFor(created.size)) return tooManyPages(created.size);
  if (loads.size > free.length) return { code: 'policy-needs-future', policy: policy.name };
  return null;
}

function processOf({ processes }: Pager, pid: string): Process {
  const process = processes.find(pid);
  if (process === undefined) throw new Error(`process ${pid} has gone`);
  return process;
}

function invalidPage({ pid, table }: Process, page: number): PagingRefusal {
  return { code: 'invalid-page', pid, page, valid: validPages(table) };
}

function victimOf({ frames }: Pager, { victim: { pid, page, frame } }: Explanation): Victim {
  return { pid, page, frame, dirty: frames.isDirty(frame) };
}

function happeningsOf({ now }: Pager, answer: Omit<AccessAnswer, 'why'>): Happening[] {
  const { frame, fault, explanation } = answer;
  const happenings: Happening[] = [];
  if (explanation) {
    const { sentence, candidates } = explanation;
    const kept = candidates.slice(0, MAX_CANDIDATES);
    happenings.push({ kind: 'evict', time: now, frame, text: sentence, candidates: kept });
  }
  const text = accessInWords(answer);
  happenings.push({ kind: fault ? 'fault' : 'hit', time: now, frame, text, candidates: [] });
  return happenings;
}
