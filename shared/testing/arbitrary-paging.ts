/** Any paging that can be: frames shared out among a free list and page tables, with an order of loads and uses to match. */
import {
  DIRTY,
  DISK,
  FRESH,
  type FrameRuns,
  type PagingStatus,
  POLICY_NAMES,
  type ProcessStatus,
  REFERENCED,
  type ReplacementStatus,
  SWAPPED,
  type TlbStatus,
} from '../status.ts';
import type { Choices } from './choices.ts';
import { frameRuns, type PageRow, pageRuns, timedRuns } from './example-status.ts';

/** Names that a careless program takes for something else. */
const NAMES = [
  'P1',
  '__proto__',
  'constructor',
  '1e3',
  '007',
  'none',
  'candidate',
  '...',
  'toString',
  '_-_-',
] as const;

type Run = readonly [start: number, count: number];

export function choosePaging(choices: Choices): PagingStatus {
  const lengths = [1 + choices.upTo(40), ...choices.several(9, () => 1 + choices.upTo(4))];
  const totalFrames = lengths.reduce((sum, length) => sum + length, 0);
  const pageSize = 2 ** choices.upTo(14);
  const replacement = chooseReplacement(choices, totalFrames);
  const names = choices.shuffled(NAMES).slice(0, choices.upTo(4));
  const letters = choices.shuffled(['A', 'B', 'C', 'Z', '#']);
  const owners: Run[][] = Array.from({ length: names.length + 1 }, () => []);
  for (const run of choices.shuffled(runsOf(lengths))) owners[choices.upTo(names.length)]?.push(run);

  const tables = names.map((pid, index) => ({
    pid,
    rows: chooseRows(choices, owners[index + 1] ?? [], replacement),
  }));
  const processes = tables.map(({ pid, rows }, index): ProcessStatus => {
    const waste = rows
      .filter(() => pageSize > 1 && choices.oneIn(5))
      .map(([page, , count]) => ({
        page: page + choices.upTo(count - 1),
        bytes: 1 + choices.upTo(pageSize - 2),
      }));
    return { pid, letter: letters[index] ?? '#', table: pageRuns(...rows), waste };
  });
  const resident = tables.flatMap(({ pid, rows }) =>
    rows.filter(([, frame]) => frame !== DISK).map((row) => ({ pid, row })),
  );
  const order = chooseOrder(
    choices,
    resident.map(({ row }) => row),
  );
  const counters = chooseCounters(choices);
  const tlb = chooseTlb(choices, resident);
  const tlbHits = tlb.entries === 0 ? 0 : choices.upTo(counters.hits);
  const free = owners[0] ?? [];
  return {
    totalFrames,
    pageSize,
    freeList: frameRuns(...free) satisfies FrameRuns,
    processes,
    replacement,
    nextVictim: free.length > 0 || choices.oneIn(2) ? null : choices.upTo(totalFrames - 1),
    ...order,
    time: Math.max(order.time, counters.references) + choices.upTo(3),
    counters: { ...counters, tlbHits, tlbMisses: tlb.entries === 0 ? 0 : counters.references - tlbHits },
    tlb,
  };
}

/** Consecutive runs from frame 0 on. */
function runsOf(lengths: readonly number[]): Run[] {
  let start = 0;
  return lengths.map((length) => {
    start += length;
    return [start - length, length];
  });
}

function chooseReplacement(choices: Choices, totalFrames: number): ReplacementStatus {
  const policy = choices.oneOf(POLICY_NAMES);
  const isClock = policy === 'clock' || policy === 'enhanced-clock';
  const isPeriodic = policy === 'nru' || policy === 'aging';
  const isRandom = policy === 'random';
  const period = isPeriodic && choices.oneIn(2) ? 1 + choices.upTo(2000) : policy === 'nru' ? 1000 : 1;
  return {
    policy,
    refOnLoad: !(isClock || policy === 'nru') || choices.oneIn(2),
    period,
    keepCounts: policy === 'lfu' && choices.oneIn(2),
    hand: isClock ? choices.upTo(totalFrames - 1) : 0,
    sincePeriod: isPeriodic ? choices.upTo(period) : 0,
    seed: isRandom ? choices.oneOf([0, 1, 4_294_967_295]) : 0,
    randomState: isRandom ? choices.upTo(4_294_967_295) : 0,
  };
}

/** The runs of one process in ascending pages, with invalid pages and pages on disk between them. */
function chooseRows(choices: Choices, runs: readonly Run[], replacement: ReplacementStatus): PageRow[] {
  const { policy, refOnLoad, keepCounts } = replacement;
  const fresh = refOnLoad ? FRESH | REFERENCED : FRESH;
  const onDisk: Run[] = choices.several(3, () => [DISK, 1 + choices.upTo(9)]);
  let page = 0;
  return choices.shuffled([...runs, ...onDisk]).map(([frame, count]): PageRow => {
    page += choices.oneIn(3) ? choices.oneOf([0, 1, 7, 1_000_000, 5_000_000_000]) : 0;
    const first = page;
    page += count;
    if (frame === DISK) {
      const uses = keepCounts && choices.oneIn(2) ? choices.upTo(99) : 0;
      return [first, frame, count, choices.oneOf([0, SWAPPED]), uses];
    }
    const bits = choices.oneOf([fresh, 0, REFERENCED, DIRTY, REFERENCED | DIRTY]);
    const isAging = policy === 'aging';
    const uses =
      policy === 'lfu' ? choices.upTo(1_000_000) : isAging ? choices.oneOf([0x80, choices.upTo(255)]) : 0;
    return [first, frame, count, bits, uses];
  });
}

/** Every resident run is loaded once; some that are not fresh are used some time after. */
function chooseOrder(
  choices: Choices,
  rows: readonly PageRow[],
): Pick<PagingStatus, 'loads' | 'uses' | 'time'> {
  const loads: [start: number, count: number, time: number][] = [];
  const uses: [start: number, count: number, time: number][] = [];
  const waiting: PageRow[] = [];
  let time = 1;
  const tick = ([, frame, count]: PageRow): [number, number, number] => {
    time += choices.oneIn(3) ? choices.oneOf([0, 1, 10, 10_000_000_000]) : 0;
    time += count;
    return [frame, count, time - count];
  };
  for (const row of choices.shuffled(rows)) {
    loads.push(tick(row));
    if ((row[3] & FRESH) === 0) waiting.push(row);
    const used = choices.oneIn(2) ? waiting.splice(choices.upTo(waiting.length), 1) : [];
    uses.push(...used.map(tick));
  }
  return { loads: timedRuns(...loads), uses: timedRuns(...uses), time };
}

function chooseCounters(choices: Choices) {
  const hits = choices.oneIn(5) ? 3_000_000_000 : choices.upTo(100);
  const faults = choices.upTo(100);
  const evictions = choices.upTo(faults);
  const coldFaults = choices.upTo(faults);
  return {
    references: hits + faults,
    hits,
    faults,
    coldFaults,
    evictions,
    writeBacks: choices.upTo(evictions),
  };
}

function chooseTlb(choices: Choices, resident: readonly { pid: string; row: PageRow }[]): TlbStatus {
  const policy = choices.oneOf(['lru', 'fifo']);
  const flush = choices.oneIn(3);
  const process = flush && choices.oneIn(2) ? (resident[0]?.pid ?? 'gone') : null;
  const cached = choices
    .shuffled(resident.filter(({ pid }) => !flush || pid === process))
    .slice(0, choices.upTo(4));
  const entries = choices.oneIn(2) ? cached.length + choices.upTo(4) : 0;
  const content = cached.slice(0, entries).map(({ pid, row: [page, frame, count] }) => {
    const offset = choices.upTo(count - 1);
    return { pid, page: page + offset, frame: frame + offset };
  });
  return { entries, policy, flush, process, content };
}
