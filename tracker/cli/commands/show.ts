/** `show`: the tables of the memory as it is. */

import { bitLetters } from '../../../shared/bit-letters.ts';
import { placementInWords, placementOf } from '../../../shared/conventions.ts';
import { DISK, type PageRuns, type PagingStatus, SWAPPED } from '../../../shared/status.ts';
import {
  type AccessRates,
  type AccessTimes,
  effectiveAccessTime,
  effectiveAccessTimeAt,
} from '../../analysis/effective-access-time.ts';
import type { Memory } from '../../memory/memory.ts';
import type { Arguments } from '../arguments.ts';
import type { MemoryCommand } from '../command.ts';
import { count, table } from '../phrases.ts';
import {
  eventLog,
  frameTable,
  MOST_SINGLE_PAGES,
  pageTables,
  segmentTable,
  summary,
  tlbTable,
} from '../tables.ts';
import { usage } from '../trouble.ts';
import { parseChoice, parseDuration, parseShare } from '../values.ts';

const PARTS = ['frames', 'pages', 'segments', 'tlb', 'events'] as const;

export const show: MemoryCommand = {
  kind: 'memory',
  words: ['show'],
  summary: 'Show the memory: everything, or its frames, pages, segments, TLB or events',
  positionals: [{ name: 'part', describe: 'Only this', choices: PARTS, optional: true }],
  options: {
    eat: { describe: 'Effective access time from the counters, with its formula' },
    memory: { describe: 'With --eat: time of one memory access, such as 100ns', value: 'TIME' },
    tlb: { describe: 'With --eat: time of one TLB look-up', value: 'TIME' },
    fault: { describe: 'With --eat: time to serve one page fault', value: 'TIME' },
    'tlb-hit-ratio': {
      describe: 'With --eat: not as counted, but a share of the references such as 80%',
      value: 'SHARE',
    },
    'fault-rate': {
      describe: 'With --eat: not as counted, but a share of the references such as 1/400000',
      value: 'SHARE',
    },
  },
  examples: [
    ['show', 'all tables'],
    [
      'show pages',
      `the page table of every process, one row a page; of a process with more than ${MOST_SINGLE_PAGES} pages, one row a run`,
    ],
    ['show --eat --memory 100ns --tlb 10ns --fault 8ms', 'what the counted hits and faults cost'],
    [
      'show --eat --tlb-hit-ratio 80% --fault-rate 1/400000 --tlb 20ns --fault 8ms',
      'what the hits and faults of an exercise cost',
    ],
  ],
  notes:
    'A page table has R and D, the bits of a page in memory; - is neither, and no column: as alloc or map left it. ' +
    'S: swapped out, so that its next fault is not cold.\n\n' +
    'With --json the answer is the whole memory, whatever part is named: a program takes the fields it wants. Of each run ' +
    'in pages, bits has the bits (null on disk) and swappedOut says whether it is S; --eat adds effectiveAccessTime in nanoseconds.',
  changes: false,
  prepare(args) {
    const word = args.find('part');
    const part = word === undefined ? undefined : parseChoice(word, 'show', PARTS);
    const times = accessTimes(args);
    const rates = accessRates(args);
    return (memory) => {
      if (times === null)
        return { ok: true, fields: showFields(memory), text: shownPart(memory, part), happenings: [] };
      const { nanoseconds, text } = rates
        ? effectiveAccessTimeAt(rates, times)
        : effectiveAccessTime(memory.paging.snapshot(), times);
      const fields = { ...showFields(memory), effectiveAccessTime: nanoseconds };
      const tables = part === undefined ? '' : `${shownPart(memory, part)}\n\n`;
      return { ok: true, fields, text: tables + text, happenings: [] };
    };
  },
};

/** The tables of one part, or all; `paging` is the half that the menu shows after each change. */
export function shownPart(memory: Memory, part?: (typeof PARTS)[number] | 'paging'): string {
  const paging = memory.paging.snapshot();
  const segmentation = memory.segments.snapshot();
  if (part === 'frames') return frameTable(paging);
  if (part === 'pages') return pageTables(paging);
  if (part === 'segments') return `${segmentTable(segmentation)}\n\n${fragmentation(memory, paging)}`;
  if (part === 'tlb') return tlbTable(paging);
  if (part === 'events') return eventLog(memory.events);
  if (part === 'paging') return `${summary(paging)}\n\n${pageTables(paging)}`;
  return [
    summary(paging),
    pageTables(paging),
    segmentTable(segmentation),
    fragmentation(memory, paging),
  ].join('\n\n');
}

/** The fields of `--json`; `freeFrameList` holds the frame numbers in list order. */
function showFields(memory: Memory): Record<string, unknown> {
  const paging = memory.paging.snapshot();
  const freeFrameList = expand(paging);
  const { freeBytes, largestHole, holes, external, internal } = memory.segments.fragmentation();
  const segmentation = memory.segments.snapshot();
  const { segments } = segmentation;
  return {
    totalFrames: paging.totalFrames,
    pageSize: paging.pageSize,
    usedFrames: paging.totalFrames - freeFrameList.length,
    freeFrames: freeFrameList.length,
    freeFrameList,
    policy: paging.replacement.policy,
    replacement: paging.replacement,
    tlb: paging.tlb,
    counters: paging.counters,
    nextVictim: paging.nextVictim,
    processes: paging.processes.map(({ pid, letter, table: runs }) => ({
      pid,
      letter,
      pages: asRuns(runs),
      bits: bitsOf(runs),
      swappedOut: swappedOut(runs),
    })),
    segments: segments.map(({ id, base, limit, grows, name }) => ({ id, base, limit, grows, name })),
    placement: placementOf(segmentation),
    holes: memory.segments.holes(),
    fragmentation: {
      external: { freeBytes, largestHole, holes, ratio: external },
      internal: { pages: wastedInPages(paging), segments: internal },
    },
    events: memory.events,
  };
}

function expand({ freeList }: PagingStatus): number[] {
  const frames: number[] = [];
  freeList.starts.forEach((start, k) => {
    for (let i = 0; i < (freeList.counts[k] ?? 0); i++) frames.push(start + i);
  });
  return frames;
}

function asRuns(runs: PageRuns): [number, number | null, number][] {
  return Array.from(runs.pages, (page, k) => {
    const frame = runs.frames[k] ?? DISK;
    return [page, frame === DISK ? null : frame, runs.counts[k] ?? 0];
  });
}

/** `R`, `D`, `RD` or an empty string for each run of resident pages; null for pages on disk. */
function bitsOf(runs: PageRuns): (string | null)[] {
  return Array.from(runs.bits, (bits, k) => (runs.frames[k] === DISK ? null : bitLetters(bits)));
}

/** Of each run whether its pages were resident before, so that the next fault on one is not cold. */
function swappedOut(runs: PageRuns): boolean[] {
  return Array.from(runs.bits, (bits) => (bits & SWAPPED) !== 0);
}

function wastedInPages({ processes }: PagingStatus): number {
  return processes.flatMap(({ waste }) => waste).reduce((sum, { bytes }) => sum + bytes, 0);
}

function fragmentation(memory: Memory, paging: PagingStatus): string {
  const { freeBytes, largestHole, holes, external, internal } = memory.segments.fragmentation();
  const [placement, ...conventions] = placementInWords(memory.segments.snapshot());
  const ratio =
    freeBytes === 0
      ? '0: nothing is free'
      : `1 − largest / free = 1 − ${largestHole} / ${freeBytes} ${hundredths(external)}`;
  return table(
    [
      ['placement', placement ?? ''],
      ...conventions.map((convention) => ['', convention]),
      ['external fragmentation', ratio],
      ['', `${count(freeBytes, 'byte')} free in ${count(holes, 'hole')}, the largest ${largestHole}`],
      [
        'internal fragmentation',
        `${count(wastedInPages(paging), 'byte')} in last pages that --bytes did not fill`,
      ],
      ['', `${count(internal, 'byte')} in segment blocks: block − limit`],
    ],
    '',
  );
}

/** `= 0.25`; what is not nothing or all is not rounded to it: `< 0.01`, `> 0.99`. */
function hundredths(fraction: number): string {
  if (fraction > 0 && fraction < 0.005) return '< 0.01';
  if (fraction < 1 && fraction >= 0.995) return '> 0.99';
  return `= ${fraction.toFixed(2)}`;
}

function accessTimes(args: Arguments): AccessTimes | null {
  const given = ['memory', 'tlb', 'fault', 'tlb-hit-ratio', 'fault-rate'].filter((name) => args.flag(name));
  if (!args.flag('eat')) {
    if (given.length > 0) throw usage(`--${given[0]} goes with --eat`);
    return null;
  }
  return {
    memory: args.optional('memory', parseDuration) ?? 100,
    tlb: args.optional('tlb', parseDuration) ?? 10,
    fault: args.optional('fault', parseDuration) ?? 8e6,
  };
}

/** Those of an exercise: without a hit ratio there is no TLB, without a fault rate no fault. Null where none is given. */
function accessRates(args: Arguments): AccessRates | null {
  const tlbHitRatio = args.optional('tlb-hit-ratio', parseShare) ?? null;
  const faultRate = args.optional('fault-rate', parseShare);
  if (tlbHitRatio === null && faultRate === undefined) return null;
  if (tlbHitRatio === null && args.flag('tlb'))
    throw usage(
      '--fault-rate without --tlb-hit-ratio is of a machine without a TLB: leave out --tlb, or give both',
    );
  if ((tlbHitRatio ?? 0) + (faultRate ?? 0) > 1 + Number.EPSILON)
    throw usage(
      '--tlb-hit-ratio and --fault-rate are shares of the same references: found more than all of them',
    );
  return { tlbHitRatio, faultRate: faultRate ?? 0 };
}
