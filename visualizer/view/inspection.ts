/** Everything that is known about one frame: what the file says, and what was seen of it before. */
import { traitsOf } from '../../shared/policy-traits.ts';
import {
  DIRTY,
  DISK,
  type PagingStatus,
  type PolicyName,
  type ProcessStatus,
  REFERENCED,
  type Status,
} from '../../shared/status.ts';
import { type Address, frameWith } from './go-to.ts';
import type { FormerOwner, Past } from './past.ts';
import type { Picture } from './picture.ts';
import { ageBits, bytes, counted, cutName, grouped, hex, letterOf, plain } from './wording.ts';

export interface Fact {
  readonly name: string;
  /** The same in several lengths, the longest first. */
  readonly values: readonly string[];
  /** What separates the items of a list; absent where it is a sentence. */
  readonly between?: string;
}

/**
 * The most telling first, for there may not be room for all; empty for a frame that the memory does not have.
 * `address` is the one that led to the frame, when one was asked for.
 */
export function inspect(picture: Picture, frame: number, past: Past, address: Address | null = null): Fact[] {
  const { status } = picture;
  const { paging } = status;
  if (frame < 0 || frame >= paging.totalFrames) return [];
  const occupant = picture.occupant(frame);
  const owner = picture.ownerOf(frame);
  const whose = owner ? `${owner.letter} ${plain(owner.pid)}` : 'free';
  const name = fact('frame', `${frame}, ${whose}`, `${frame}, ${cutName(whose, 14)}`);
  const physical = fact('physical', ...ranges(frame * paging.pageSize, paging.pageSize));
  const times = picture.times([frame]);
  const loaded = times.loaded.get(frame);
  const former = past.formerOwner(frame, loaded ?? null);
  const before = former ? [formerOwner(former, paging.processes)] : [];
  const forms = address === null ? [] : addressForms(picture, address, true);
  const asked =
    address && forms.length > 0 && isFactOf(frame, address, paging) ? [fact('address', ...forms)] : [];
  if (!owner || !occupant) {
    return [name, ...asked, turn(status, frame), physical, ...special(status, frame), ...before];
  }

  const { page, bits } = occupant;
  const used = times.used.get(frame);
  const waste = owner.waste.find((entry) => entry.page === page);
  const addresses = ranges(page * paging.pageSize, paging.pageSize);
  const [r, d] = [bits & REFERENCED ? 1 : 0, bits & DIRTY ? 1 : 0];
  const facts: Fact[] = [
    name,
    ...asked,
    fact('page', ...addresses.map((range) => `${page}, ${range}`)),
    fact('bits', `V 1  R ${r}  D ${d}`, `V1 R${r} D${d}`),
    physical,
    ...special(status, frame),
  ];
  if (loaded !== undefined) facts.push(when('loaded', loaded, paging.time, past));
  facts.push(used === undefined ? fact('used', 'not since') : when('used', used, paging.time, past));
  const kept = traitsOf(paging.replacement.policy).uses;
  if (kept === 'count') facts.push(fact('count', counted(occupant.uses, 'use')));
  if (kept === 'age') facts.push(fact('age', ageBits(occupant.uses)));
  facts.push(...before);
  if (waste) facts.push(fact('unused', `${bytes(waste.bytes)}, internal fragmentation`, bytes(waste.bytes)));
  return facts;
}

/** Of a cell that stands for several frames, which they are and who has them. */
export function inspectCell(picture: Picture, first: number, last: number): Fact[] {
  const owners = picture.ownersOf(first, last);
  const used = owners.reduce((sum, { frames }) => sum + frames, 0);
  const inUse = `${grouped(used)} of ${grouped(last - first + 1)}`;
  const letters = owners.map((owner) => letterOf(owner));
  const counts = owners.map(({ frames }, index) => `${letters[index]} ${grouped(frames)}`).join(', ');
  const whose = letters.length > 1 ? [counts, letters.join(', '), `${letters[0]}, …`] : letters;
  return [
    fact('cell', `frames ${first}–${last}`, `${first}–${last}`),
    fact('in use', ...whose.map((names) => `${inUse}: ${names}`), inUse),
  ];
}

/** One that is in no frame is told where it is asked for; one in another frame would be taken for this one's. */
function isFactOf(frame: number, address: Address, paging: PagingStatus): boolean {
  const found = frameWith(address, paging);
  return found === frame || found === undefined || found === DISK;
}

function fact(name: string, ...values: readonly string[]): Fact {
  return { name, values };
}

/**
 * Where an address is now: whose virtual one, and the physical one it leads to. In several forms, the fullest first;
 * none where there is no such process or frame any more. Where all else of its frame `isTold`, too, it may be without
 * its owner.
 */
export function addressForms(picture: Picture, asked: Address, isTold = false): readonly string[] {
  const { paging } = picture.status;
  const { pageSize, processes } = paging;
  const offset = asked.address % pageSize;
  const frame = frameWith(asked, paging);
  if (asked.pid === null) {
    if (frame === undefined) return [];
    const [owner, occupant] = [picture.ownerOf(frame), picture.occupant(frame)];
    if (!owner || !occupant) return [`physical ${hex(asked.address)}`];
    return translationForms(owner, occupant.page * pageSize + offset, asked.address, isTold);
  }
  const process = processes.find(({ pid }) => pid === asked.pid);
  if (!process) return [];
  if (frame === undefined) return virtualForms(process, asked.address).map((form) => `${form} in no page`);
  if (frame === DISK) return virtualForms(process, asked.address).map((form) => `${form} on disk`);
  return translationForms(process, asked.address, frame * pageSize + offset, isTold);
}

/** As `g` takes it, by the name of the process and by its letter, unless others have that too. */
function virtualForms(process: ProcessStatus, address: number): readonly [string, string] {
  return [`${plain(process.pid)}:${hex(address)}`, `${letterOf(process)}:${hex(address)}`];
}

function translationForms(
  process: ProcessStatus,
  virtual: number,
  physical: number,
  isTold: boolean,
): readonly string[] {
  const [long, short] = virtualForms(process, virtual);
  const to = hex(physical);
  const named = [
    `${long} → physical ${to}`,
    `${short} → physical ${to}`,
    `${long} → ${to}`,
    `${short} → ${to}`,
  ];
  return isTold ? [...named, `${hex(virtual)}→${to}`] : named;
}

/** Logical time, how long ago, and in which revision. */
function when(name: string, time: number, now: number, past: Past): Fact {
  const ticks = now - time;
  const at = `at ${grouped(time)}, ${ticks > 0 ? `${grouped(ticks)} ago` : 'just now'}`;
  const found = past.revisionOf(time);
  if (!found) return fact(name, at, `at ${grouped(time)}`);
  const revision = `${found.exact ? 'rev' : 'by rev'} ${grouped(found.revision)}`;
  return fact(name, `${at}, ${revision}`, `at ${grouped(time)}, ${revision}`, `at ${grouped(time)}`);
}

/**
 * The letter of a process that has ended is in no legend, and may be another's by now: its name comes first. Where
 * others may have had the frame since, who is known was only earlier.
 */
function formerOwner(
  { letter, pid, page, until, exact }: FormerOwner,
  processes: readonly ProcessStatus[],
): Fact {
  const name = `${letter} ${plain(pid)}`;
  const revision = `${exact ? 'until' : 'gone by'} rev ${grouped(until)}`;
  const [named, short] = [`${name} page ${page}`, `${letter} page ${page}`];
  const ended = !processes.some((process) => process.pid === pid);
  return fact(
    exact ? 'before' : 'earlier',
    `${named}, ${revision}`,
    ended ? named : `${short}, ${revision}`,
    short,
  );
}

function special({ paging }: Status, frame: number): Fact[] {
  const facts: Fact[] = [];
  if (paging.nextVictim === frame) facts.push(fact('next', 'the victim of the next fault', 'victim'));
  const { policy, hand } = paging.replacement;
  if (isClock(policy) && hand === frame) facts.push(fact('hand', 'the clock hand is here', 'here'));
  const entry = paging.tlb.content.find((content) => content.frame === frame);
  if (entry) facts.push(fact('TLB', 'has an entry for it', 'has it'));
  return facts;
}

export function isClock(policy: PolicyName): boolean {
  return traitsOf(policy).hand === true;
}

/** The addresses of a page or frame, in several lengths: to the last one, to those of its digits that differ, and none. */
function ranges(from: number, size: number): readonly string[] {
  const last = (from + size - 1).toString(16);
  const start = hex(from, last.length);
  const same = Array.from(last).findIndex((digit, index) => digit !== start[index + 2]);
  return [`${start}–${last}`, ...(same > 1 ? [`${start}–…${last.slice(same)}`] : []), start];
}

/** The place in the free-frame list: it is FIFO, so this says when the frame's turn comes. */
function turn({ paging }: Status, frame: number): Fact {
  const { starts, counts } = paging.freeList;
  let free = 0;
  let place = 0;
  for (let run = 0; run < starts.length; run++) {
    const offset = frame - (starts[run] ?? 0);
    const count = counts[run] ?? 0;
    if (offset >= 0 && offset < count) place = free + offset + 1;
    free += count;
  }
  const of = `of ${grouped(free)}`;
  return place === 1
    ? fact('turn', `next to be taken, ${of} free`, `next ${of} free`, `next ${of}`)
    : fact(
        'turn',
        `number ${grouped(place)} ${of} free`,
        `${grouped(place)} ${of} free`,
        `${grouped(place)} ${of}`,
      );
}
