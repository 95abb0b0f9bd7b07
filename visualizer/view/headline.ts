/** The words of the two header lines, each with a weight: where there is no room, the lightest go first. */
import { conventionsOf, tlbConventionsOf } from '../../shared/conventions.ts';
import type { Status } from '../../shared/status.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { isClock } from './inspection.ts';
import type { Liveness } from './liveness.ts';
import type { Picture } from './picture.ts';
import { age, bytes, counted, cut, grouped, percent, plain, rate } from './wording.ts';

export interface Words {
  readonly text: string;
  readonly tone: 'text' | 'strong' | 'dim' | 'good' | 'warning' | 'alarm';
  /** Higher stays longer. */
  readonly weight: number;
  /** Columns that it is given at least: one that grows and shrinks drives nothing away and moves nothing. */
  readonly reserved?: number;
}

export interface StateInput {
  readonly liveness: Liveness;
  readonly status: Status | null;
  readonly ageMs: number;
  /** Revisions behind the newest; null when live. */
  readonly behind: number | null;
  /** Is it among those that one can come back to? */
  readonly kept: boolean;
}

/** Of an hour; nobody watches for days that nothing happens. */
const LONGEST_AGE = '59 min ago';

/** The right end of the first line: the state, the revision, the age. */
export function stateWords({ liveness, status, ageMs, behind, kept }: StateInput): Words[] {
  const words: Words[] = [];
  const add = (text: string, tone: Words['tone'], weight: number): void => {
    words.push({ text, tone, weight });
  };
  if (behind !== null) add(`‖ PAUSED${behind > 0 ? ` −${grouped(behind)}` : ''}`, 'warning', 10);
  switch (liveness.state) {
    case 'live':
      if (behind === null) add('● LIVE', 'good', 10);
      break;
    case 'stale':
      add('○ STALE', 'warning', 10);
      break;
    case 'gone':
      add(`○ TRACKER GONE (${liveness.pid})`, 'warning', 10);
      break;
    case 'waiting':
      add(status ? '○ WAITING: the file is gone' : '○ WAITING', 'warning', 10);
      break;
    case 'bad':
      add(`× BAD FILE line ${grouped(liveness.line)}`, 'alarm', 10);
      break;
    case 'unreadable':
      add('× UNREADABLE', 'alarm', 10);
      break;
    default:
      unreachable(liveness);
  }
  if (!status) return words;
  const showing = ['bad', 'unreadable', 'waiting'].includes(liveness.state) ? 'showing rev' : 'rev';
  add(`${showing} ${grouped(status.revision)}`, 'strong', 9);
  if (!kept) add('not kept', 'warning', 9);
  words.push({ text: `${age(ageMs)} ago`, tone: 'dim', weight: 8, reserved: LONGEST_AGE.length });
  return words;
}

/** The left part of the first line: which machine, and how full. */
export function machineWords({ status, used }: Picture): Words[] {
  const { totalFrames, pageSize, replacement, counters } = status.paging;
  const words: Words[] = [
    { text: `${grouped(totalFrames)} frames × ${bytes(pageSize)}`, tone: 'strong', weight: 7 },
    { text: replacement.policy, tone: 'text', weight: 6 },
    ...conventionsOf(replacement).map((text): Words => ({ text, tone: 'text', weight: 3 })),
    { text: `${percent(used, totalFrames)} used`, tone: 'strong', weight: 8 },
  ];
  if (counters.references > 0) {
    words.push({ text: counted(counters.faults, 'fault'), tone: 'text', weight: 4 });
  }
  return words;
}

/** What led here, cut to `most` columns. */
export function commandWords({ command }: Status, most: number, weight: number): Words {
  return { text: cut(`› ${plain(command, 400)}`, most), tone: 'dim', weight };
}

/** The second line: the counters, in the order in which they explain each other. */
export function counterWords({ status, internal }: Picture): Words[] {
  const { counters, replacement, tlb } = status.paging;
  const words: Words[] = [];
  if (counters.references === 0) {
    words.push(counterWord('no references yet', 5));
  } else {
    const { references, hits, faults, coldFaults, evictions, writeBacks } = counters;
    words.push(
      counterWord(counted(references, 'reference'), 6),
      counterWord(`${counted(hits, 'hit')} ${rate(hits, references)}`, 7),
      counterWord(`${counted(faults, 'fault')} (${grouped(coldFaults)} cold)`, 8),
      counterWord(`${counted(evictions, 'eviction')}, ${counted(writeBacks, 'write-back')}`, 5),
    );
  }
  if (isClock(replacement.policy)) words.push(counterWord(`hand at ${replacement.hand}`, 4));
  words.push(counterWord(tlbWords(status), 3));
  for (const convention of tlb.entries === 0 ? [] : tlbConventionsOf(tlb)) {
    words.push(counterWord(`TLB ${convention}`, 1));
  }
  if (internal.pages > 0) words.push(counterWord(`internal fragmentation ${bytes(internal.pages)}`, 2));
  return words;
}

function counterWord(text: string, weight: number): Words {
  return { text, tone: 'text', weight };
}

export function tlbWords({ paging: { tlb, counters } }: Status): string {
  if (tlb.entries === 0) return 'no TLB';
  const looked = counters.tlbHits + counters.tlbMisses;
  return `TLB ${tlb.content.length}/${tlb.entries} ${tlb.policy}${looked > 0 ? `, ${rate(counters.tlbHits, looked)} hits` : ''}`;
}

/** As many of the words as fit with `between` columns between them, the heaviest first; in their own order. */
export function fitting(words: readonly Words[], width: number, between: number): Words[] {
  const kept = new Set<Words>();
  let length = -between;
  for (const candidate of [...words].sort(heaviestFirst)) {
    const longer = length + between + widthOf(candidate);
    if (longer > width) continue;
    length = longer;
    kept.add(candidate);
  }
  return words.filter((candidate) => kept.has(candidate));
}

/** The same, but none that is lighter than one that does not fit: with more columns there are never fewer words. */
export function heaviestFitting(words: readonly Words[], width: number, between: number): Words[] {
  const kept = new Set<Words>();
  let length = -between;
  for (const candidate of [...words].sort(heaviestFirst)) {
    length += between + widthOf(candidate);
    if (length > width) break;
    kept.add(candidate);
  }
  return words.filter((candidate) => kept.has(candidate));
}

/** Columns that it takes. */
export function widthOf({ text, reserved = 0 }: Words): number {
  return Math.max(text.length, reserved);
}

function heaviestFirst(one: Words, other: Words): number {
  return other.weight - one.weight;
}

/** The counters in a line, in ever shorter forms: without the lightest words, and at last only hits and faults. */
export function counterForms(picture: Picture): string[] {
  const words = counterWords(picture);
  const lightest = [...words].sort(heaviestFirst).reverse();
  const forms: string[] = [];
  while (words.length > 1) {
    forms.push(words.map(textOf).join(' · '));
    const least = lightest.shift();
    if (least) words.splice(words.indexOf(least), 1);
  }
  const { hits, faults, references } = picture.status.paging.counters;
  const shortest = `${counted(hits, 'hit')}, ${counted(faults, 'fault')}`;
  return [...forms, `${shortest} of ${grouped(references)}`, shortest];
}

function textOf({ text }: Words): string {
  return text;
}
