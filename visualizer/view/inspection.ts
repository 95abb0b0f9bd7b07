/** Everything that is known about one frame, as lines of a name and a value. */
import { DIRTY, REFERENCED, type Status } from '../../shared/status.ts';
import type { Picture } from './picture.ts';
import { bytes, grouped, hex, plain } from './wording.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** The most telling first, for there may not be room for all; empty for a frame that the memory does not have. */
export function inspect(picture: Picture, frame: number): Fact[] {
  const { status } = picture;
  const { paging } = status;
  if (frame < 0 || frame >= paging.totalFrames) return [];
  const occupant = picture.occupant(frame);
  const owner = picture.ownerOf(frame);
  const name = {
    name: 'frame',
    value: `${grouped(frame)}, ${owner ? `${owner.letter} ${plain(owner.pid)}` : 'free'}`,
  };
  const physical = { name: 'physical', value: range(frame * paging.pageSize, paging.pageSize) };
  if (!owner || !occupant) {
    return [
      name,
      { name: 'free list', value: freeListPlace(status, frame) },
      physical,
      ...special(status, frame),
    ];
  }

  const { page, bits } = occupant;
  const times = picture.times([frame]);
  const loaded = times.loaded.get(frame);
  const used = times.used.get(frame);
  const waste = owner.waste.find((entry) => entry.page === page);
  const facts: Fact[] = [
    name,
    { name: 'page', value: `${grouped(page)}, ${range(page * paging.pageSize, paging.pageSize)}` },
    { name: 'bits', value: `V 1  R ${bits & REFERENCED ? 1 : 0}  D ${bits & DIRTY ? 1 : 0}` },
  ];
  if (loaded !== undefined) facts.push({ name: 'loaded', value: ago(loaded, paging.time) });
  facts.push({ name: 'last used', value: used === undefined ? 'not since' : ago(used, paging.time) });
  facts.push(physical, ...special(status, frame));
  if (waste) facts.push({ name: 'unused', value: `${bytes(waste.bytes)}, internal fragmentation` });
  return facts;
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
  return `at ${grouped(time)}, ${ticks > 0 ? `${grouped(ticks)} ago` : 'just now'}`;
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
    : `number ${grouped(place)} of ${grouped(before)}`;
}
