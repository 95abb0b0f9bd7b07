/** One form for the state of the engine (out of its snapshot) and that of the naive machine, to compare them in. */
import {
  DIRTY,
  DISK,
  FRESH,
  type PagingStatus,
  REFERENCED,
  SWAPPED,
  type TimedRuns,
} from '../../../../shared/status.ts';
import type { NaiveMachine } from './naive-machine.ts';

export interface State {
  readonly time: number;
  readonly free: number[];
  readonly processes: string[];
  readonly pages: PageState[];
  readonly hand: number;
  readonly sincePeriod: number;
  readonly randomState: number;
  readonly counters: object;
  readonly tlb: string[];
  readonly tlbProcess: string | null;
}

interface PageState {
  readonly page: string;
  readonly frame: number | null;
  readonly bits: string;
  readonly loadedAt: number;
  readonly usedAt: number;
  readonly uses: number;
}

export function stateOf(status: PagingStatus): State {
  const { replacement, tlb } = status;
  const loadedAt = timesOf(status.loads);
  const usedAt = new Map([...loadedAt, ...timesOf(status.uses)]);
  const pages = status.processes.flatMap(({ pid, table }) =>
    Array.from(table.pages).flatMap((first, row) =>
      Array.from({ length: table.counts[row] ?? 0 }, (_, i) => {
        const start = table.frames[row] ?? DISK;
        const frame = start === DISK ? null : start + i;
        const bits = table.bits[row] ?? 0;
        return {
          page: `${pid} ${first + i}`,
          frame,
          bits: bitsInLetters(bits),
          loadedAt: frame === null ? 0 : (loadedAt.get(frame) ?? 0),
          usedAt: frame === null ? 0 : (usedAt.get(frame) ?? 0),
          uses: table.uses[row] ?? 0,
        };
      }),
    ),
  );
  return {
    time: status.time,
    free: Array.from(status.freeList.starts).flatMap((start, row) =>
      Array.from({ length: status.freeList.counts[row] ?? 0 }, (_, i) => start + i),
    ),
    processes: status.processes.map(({ pid, letter }) => `${pid} ${letter}`),
    pages,
    hand: replacement.hand,
    sincePeriod: replacement.sincePeriod,
    randomState: replacement.randomState,
    counters: status.counters,
    tlb: tlb.content.map(({ pid, page }) => `${pid} ${page}`),
    tlbProcess: tlb.process,
  };
}

function bitsInLetters(bits: number): string {
  const letters: [number, string][] = [
    [REFERENCED, 'R'],
    [DIRTY, 'D'],
    [FRESH, 'F'],
    [SWAPPED, 'S'],
  ];
  return letters.map(([bit, letter]) => (bits & bit ? letter : '')).join('');
}

function timesOf({ starts, counts, times }: TimedRuns): Map<number, number> {
  const byFrame = new Map<number, number>();
  starts.forEach((start, row) => {
    for (let i = 0; i < (counts[row] ?? 0); i++) byFrame.set(start + i, (times[row] ?? 0) + i);
  });
  return byFrame;
}

export function naiveState(machine: NaiveMachine): State {
  const { policy } = machine.options;
  const pages = machine.processes.flatMap(({ pid }) =>
    machine.pagesOf(pid).map((page): PageState => {
      const { frame, r, d, fresh, wasResident, loadedAt, usedAt } = page;
      const id = `${pid} ${page.page}`;
      if (frame === null) {
        return {
          page: id,
          frame,
          bits: wasResident ? 'S' : '',
          loadedAt: 0,
          usedAt: 0,
          uses: page.keptCount,
        };
      }
      const uses = policy === 'lfu' ? page.count : policy === 'aging' ? page.age : 0;
      const bits = `${r ? 'R' : ''}${d ? 'D' : ''}${fresh ? 'F' : ''}`;
      return { page: id, frame, bits, loadedAt, usedAt, uses };
    }),
  );
  return {
    time: machine.time,
    free: machine.free,
    processes: machine.processes.map(({ pid, letter }) => `${pid} ${letter}`),
    pages,
    hand: machine.hand,
    sincePeriod: machine.since,
    randomState: machine.random,
    counters: machine.counters,
    tlb: machine.tlb.map(({ pid, page }) => `${pid} ${page}`),
    tlbProcess: machine.tlbProcess,
  };
}
