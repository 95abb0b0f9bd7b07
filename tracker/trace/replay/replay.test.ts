import { describe, expect, it } from 'vitest';
import { Memory } from '../../memory/memory.ts';
import type { Happening } from '../../memory/outcome.ts';
import { chunksOf } from '../testing/reference-words.ts';
import type { Clock } from './pace.ts';
import { Replay, ReplayRefused } from './replay.ts';
import { SaveThrottle } from './save-throttle.ts';

/** A clock that stands still but for sleeping, and for what each look at it costs. */
class FakeClock implements Clock {
  time = 0;
  readonly slept: number[] = [];
  readonly #look: number;

  constructor(look = 0) {
    this.#look = look;
  }

  now(): number {
    this.time += this.#look;
    return this.time;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.slept.push(milliseconds);
    this.time += milliseconds;
  }
}

function memoryOf(totalFrames: number, policy: 'lru' | 'opt' = 'lru'): Memory {
  return Memory.create(
    { paging: { totalFrames, pageSize: 4096, policy }, segmentation: { maxSegments: 5, base: 0, space: 1 } },
    { session: '00000000', configFrames: 64, configPageSize: 4096 },
  );
}

const pages = Float64Array.of(7, 2 ** 40, 1);
/** References to pages 7, 2^40 and 1, every second one a write. */
function references(length: number): Int32Array {
  const string = Array.from({ length }, (_, i) => ({ page: i % 3, write: i % 2 === 1 }));
  return chunksOf(string, length)[0]?.words ?? new Int32Array(0);
}

describe('a replay', () => {
  it('saves at most twenty times a second, and the log tells of the references before each save', async () => {
    const memory = memoryOf(2);
    const saves: (readonly Happening[])[] = [];
    const clock = new FakeClock(1);
    const replay = new Replay({ memory, clock, save: (happenings) => saves.push(happenings) });
    await replay.play(references(2 ** 14 * 100), pages);
    expect(memory.paging.counters.references).toBe(2 ** 14 * 100);
    // Each step looks at the clock twice, and a save once more on either side.
    expect(saves.length).toBeGreaterThan(2);
    expect(saves.length).toBeLessThanOrEqual(clock.time / 50 + 1);
    for (const happenings of saves) {
      expect(happenings.at(-1)?.text).toMatch(/^trace page \d+ -> frame \d/);
      // Three pages in turn, in two frames: each is a fault.
      expect(happenings.filter(({ kind }) => kind === 'evict').length).toBeGreaterThan(9);
    }
  });

  it('keeps the pace it is given, and then tells of every page fault', async () => {
    const memory = memoryOf(2);
    const happenings: Happening[] = [];
    const clock = new FakeClock();
    const replay = new Replay({ memory, clock, speed: 10, save: (more) => happenings.push(...more) });
    await replay.play(references(30), pages);
    expect(clock.time).toBeCloseTo(3000);
    expect(happenings.filter(({ kind }) => kind === 'fault')).toHaveLength(memory.paging.counters.faults);
    expect(happenings.filter(({ kind }) => kind === 'evict')).toHaveLength(memory.paging.counters.evictions);
  });

  it('goes on at its pace where the process had been stopped for a while', async () => {
    const clock = new FakeClock();
    const ends: number[] = [];
    const onStep = () => {
      if (ends.push(clock.time) === 10) clock.time += 8000;
    };
    const replay = new Replay({ memory: memoryOf(2), clock, speed: 10, save: () => {}, onStep });
    await replay.play(references(30), pages);
    // Step 10 took 8 s more; each one after it takes its tenth of a second again.
    expect([ends[9], ends[10], ends[20], ends[29]]).toEqual(
      [900, 8900, 9900, 10_800].map((end) => expect.closeTo(end)),
    );
  });

  it('makes up for a step that took a little long', async () => {
    const clock = new FakeClock();
    const onStep = () => {
      if (clock.time === 0) clock.time += 300;
    };
    const replay = new Replay({ memory: memoryOf(2), clock, speed: 10, save: () => {}, onStep });
    await replay.play(references(30), pages);
    expect(clock.time).toBeCloseTo(3000);
  });

  it('comes to the same memory at any pace', async () => {
    const outcomes = [];
    for (const speed of [undefined, 5, 9999, 1e6]) {
      const memory = memoryOf(2);
      const clock = new FakeClock(0.01);
      const replay = new Replay({ memory, clock, save: () => {}, ...(speed ? { speed } : {}) });
      await replay.play(references(1000), pages);
      outcomes.push(memory.paging.snapshot());
    }
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  });

  it('saves the rest when it is told to, and nothing where there is nothing', async () => {
    const saves: [number, boolean][] = [];
    const clock = new FakeClock();
    const save = (happenings: readonly Happening[], sync: boolean) => saves.push([happenings.length, sync]);
    const replay = new Replay({ memory: memoryOf(2), clock, save });
    expect(replay.save(true)).toBe(false);
    await replay.play(references(10), pages);
    await replay.play(references(10), pages);
    expect(saves).toEqual([[18, false]]);
    expect(replay.save(true)).toBe(true);
    expect(saves).toEqual([
      [18, false],
      [0, true],
    ]);
  });

  it('is refused where the policy needs a future that nobody gave', async () => {
    const replay = new Replay({ memory: memoryOf(2, 'opt'), save: () => {} });
    const refused = await replay.play(references(10), pages).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ReplayRefused);
    expect(refused).toMatchObject({ refusal: { code: 'policy-needs-future' } });
    expect(replay.played).toBe(2);
  });
});

describe('the throttle of saves', () => {
  it('waits 50 ms between two, and ten times as long as the last one took', () => {
    const throttle = new SaveThrottle();
    expect(throttle.isDue(0)).toBe(true);
    throttle.saved(0, 1);
    expect([throttle.isDue(49), throttle.isDue(50)]).toEqual([false, true]);
    throttle.saved(50, 70);
    expect([throttle.isDue(269), throttle.isDue(270)]).toEqual([false, true]);
  });
});
