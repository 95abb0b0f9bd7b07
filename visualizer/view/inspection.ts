/** Everything that is known about one frame, as lines of a name and a value. */
import { DIRTY, FRESH, REFERENCED, type Status } from '../../shared/status.ts';
import { timesOf } from './page-rows.ts';
import type { Picture } from './picture.ts';
import { bytes, grouped, hex } from './wording.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Empty for a frame that the memory does not have. */
export function inspect({ status, frames }: Picture, frame: number): Fact[] {
  const { paging } = status;
  if (frame < 0 || frame >= paging.totalFrames) return [];
  const owner = paging.processes[frames.owner[frame] ?? -1];
  const from = frame * paging.pageSize;
  const facts: Fact[] = [{ name: 'physical', value: range(from, paging.pageSize) }];
  if (!owner) {
    facts.push({ name: 'free', value: freeListPlace(status, frame) });
    return [...facts, ...special(status, frame)];
  }

  const page = frames.page[frame] ?? 0;
  const bits = frames.bits[frame] ?? 0;
  facts.push({ name: 'page', value: grouped(page) });
  facts.push({ name: 'virtual', value: range(page * paging.pageSize, paging.pageSize) });
  facts.push({ name: 'bits', value: bitsInWords(bits) });
  const loaded = timesOf(paging.loads, [frame]).get(frame);
  const used = timesOf(paging.uses, [frame]).get(frame);
  if (loaded !== undefined) facts.push({ name: 'loaded', value: ago(loaded, paging.time) });
  facts.push({ name: 'last used', value: used === undefined ? 'not since its load' : ago(used, paging.time) });
  const waste = owner.waste.find((entry) => entry.page === page);
  if (waste) facts.push({ name: 'unused', value: `${bytes(waste.bytes)} (internal fragmentation)` });
  return [...facts, ...special(status, frame)];
}

/** R and D as a page table shows them. */
export function bitsInWords(bits: number): string {
  const words = ['valid'];
  if (bits & REFERENCED) words.push('referenced');
  if (bits & DIRTY) words.push('dirty');
  if (bits & FRESH) words.push('not accessed yet');
  return words.join(', ');
}

function special({ paging }: Status, frame: number): Fact[] {
  const facts: Fact[] = [];
  if (paging.nextVictim === frame) facts.push({ name: 'next', value: 'the victim of the next fault' });
  const { policy, hand } = paging.replacement;
  if (isClock(policy) && hand === frame) facts.push({ name: 'hand', value: 'the clock hand is here' });
  const entry = paging.tlb.content.find((content) => content.frame === frame);
  if (entry) facts.push({ name: 'TLB', value: 'has an entry for it' });
  return facts;
}

export function isClock(policy: string): boolean {
  return policy === 'clock' || policy === 'enhanced-clock';
}

function range(from: number, size: number): string {
  const last = from + size - 1;
  return `${hex(from, last.toString(16).length)}–${last.toString(16)}`;
}

function ago(time: number, now: number): string {
  const ticks = now - time;
  return `at time ${grouped(time)}${ticks > 0 ? `, ${grouped(ticks)} ago` : ', just now'}`;
}

/** The place in the free-frame list: it is FIFO, so this says when the frame's turn comes. */
function freeListPlace({ paging }: Status, frame: number): string {
  const { starts, counts } = paging.freeList;
  let before = 0;
  let place = 0;
  for (let run = 0; run < starts.length; run++) {
    const offset = frame - (starts[run] ?? 0);
    const count = counts[run] ?? 0;
    if (offset >= 0 && offset < count) place = before + offset + 1;
    before += count;
  }
  return place === 1
    ? `next to be taken, of ${grouped(before)}`
    : `number ${grouped(place)} of ${grouped(before)} in the list`;
}
