/**
 * Page faults counted the slow way, written from the definitions and from nothing else: what the fast analyses and the
 * replay are measured by. Memory is an array of pages by frame, and everything is searched.
 */
import type { PolicyName } from '../../../shared/status.ts';

export interface SlowReference {
  readonly page: number;
  readonly write: boolean;
}

export interface SlowOptions {
  /** Whether a load sets the reference bit. */
  readonly refOnLoad: boolean;
}

/** A page in memory. */
interface Resident {
  readonly page: number;
  readonly loadedAt: number;
  usedAt: number;
  r: boolean;
  d: boolean;
  uses: number;
  age: number;
}

export interface SlowCounts {
  readonly faults: number;
  readonly evictions: number;
  readonly writeBacks: number;
}

const NRU_PERIOD = 1000;
const SEED = 1;

/** `references` from an empty memory of `frames` frames. */
export function slowCounts(
  policy: PolicyName,
  references: readonly SlowReference[],
  frames: number,
  { refOnLoad }: SlowOptions = { refOnLoad: true },
): SlowCounts {
  const memory: Resident[] = [];
  const where = new Map<number, Resident>();
  const choose = VICTIMS[policy](memory, usesByPage(references));
  const counts = { faults: 0, evictions: 0, writeBacks: 0 };
  references.forEach(({ page, write }, time) => {
    if (policy === 'aging') shiftAges(memory);
    const resident = where.get(page);
    if (resident) {
      Object.assign(resident, { usedAt: time, r: true, d: resident.d || write, uses: resident.uses + 1 });
    } else {
      const frame = memory.length < frames ? memory.length : choose(time);
      const victim = memory[frame];
      counts.faults++;
      if (victim) {
        counts.evictions++;
        if (victim.d) counts.writeBacks++;
        where.delete(victim.page);
      }
      memory[frame] = { page, loadedAt: time, usedAt: time, r: refOnLoad, d: write, uses: 1, age: 0x80 };
      where.set(page, memory[frame]);
    }
    if (policy === 'nru' && (time + 1) % NRU_PERIOD === 0) for (const each of memory) each.r = false;
  });
  return counts;
}

/** Of each page, when it is used. */
function usesByPage(references: readonly SlowReference[]): ReadonlyMap<number, number[]> {
  const uses = new Map<number, number[]>();
  for (const [time, { page }] of references.entries()) {
    const times = uses.get(page);
    if (times) times.push(time);
    else uses.set(page, [time]);
  }
  return uses;
}

/** Before every reference each counter shifts right, and R goes into its top bit and is cleared. */
function shiftAges(memory: Resident[]): void {
  for (const each of memory) {
    each.age = (each.age >> 1) | (each.r ? 0x80 : 0);
    each.r = false;
  }
}

/** The frame with the smallest numbers: the first decides, the next among equals. */
function least(
  memory: readonly Resident[],
  ...numbersOf: ((each: Resident, frame: number) => number)[]
): number {
  let best = 0;
  for (let frame = 1; frame < memory.length; frame++) {
    const [a, b] = [memory[frame], memory[best]];
    if (a === undefined || b === undefined) continue;
    const decides = numbersOf.find((numberOf) => numberOf(a, frame) !== numberOf(b, best));
    if (decides && decides(a, frame) < decides(b, best)) best = frame;
  }
  return best;
}

/** The first of the ascending `times` that is not before `time`; infinity where there is none. */
function firstFrom(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return times[low] ?? Number.POSITIVE_INFINITY;
}

type Victims = (memory: Resident[], uses: ReadonlyMap<number, number[]>) => (time: number) => number;

/** Which page goes, from the definitions. */
const VICTIMS: Readonly<Record<PolicyName, Victims>> = {
  fifo: (memory) => () => least(memory, ({ loadedAt }) => loadedAt),
  lru: (memory) => () => least(memory, ({ usedAt }) => usedAt),
  mru: (memory) => () => least(memory, ({ usedAt }) => -usedAt),
  lfu: (memory) => () =>
    least(
      memory,
      ({ uses }) => uses,
      ({ loadedAt }) => loadedAt,
    ),
  aging: (memory) => () =>
    least(
      memory,
      ({ age }) => age,
      ({ loadedAt }) => loadedAt,
    ),
  nru: (memory) => () =>
    least(
      memory,
      ({ r, d }) => 2 * Number(r) + Number(d),
      (_, frame) => frame,
    ),
  opt: (memory, uses) => (time) => {
    const nextUse = ({ page }: Resident) => firstFrom(uses.get(page) ?? [], time);
    return least(
      memory,
      (each) => -nextUse(each),
      ({ loadedAt }) => -loadedAt,
    );
  },
  random: (memory) => {
    let state = SEED;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * memory.length);
    };
  },
  clock: (memory) => {
    let hand = 0;
    return () => {
      for (;;) {
        const frame = hand;
        const here = memory[frame];
        hand = (hand + 1) % memory.length;
        if (!here?.r) return frame;
        here.r = false;
      }
    };
  },
  'enhanced-clock': (memory) => {
    let hand = 0;
    const round = () => memory.map((_, step) => (hand + step) % memory.length);
    const after = (frame: number) => {
      hand = (frame + 1) % memory.length;
      return frame;
    };
    return () => {
      for (;;) {
        const clean = round().find((frame) => !memory[frame]?.r && !memory[frame]?.d);
        if (clean !== undefined) return after(clean);
        for (const frame of round()) {
          const here = memory[frame];
          if (here && !here.r && here.d) return after(frame);
          if (here) here.r = false;
        }
      }
    };
  },
};
