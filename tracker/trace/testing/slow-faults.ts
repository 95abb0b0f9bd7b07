/**
 * Page faults counted the slow way, written from the definitions and from nothing else: what the fast analyses are
 * measured by. A memory is an array of pages by frame.
 */

export type SlowPolicy = (pages: readonly number[], frames: number) => number;

/** Demand paging from an empty memory; `victim` answers the frame whose page goes. */
function faultsWith(
  pages: readonly number[],
  frames: number,
  victim: (memory: readonly number[], time: number) => number,
  note: (page: number, time: number, fault: boolean) => void = () => {},
): number {
  const memory: number[] = [];
  let faults = 0;
  pages.forEach((page, time) => {
    const fault = !memory.includes(page);
    if (fault) {
      faults++;
      if (memory.length < frames) memory.push(page);
      else memory[victim(memory, time)] = page;
    }
    note(page, time, fault);
  });
  return faults;
}

/** The frame of the page with the smallest number. */
function least(memory: readonly number[], numberOf: (page: number) => number): number {
  const numbers = memory.map(numberOf);
  return numbers.indexOf(Math.min(...numbers));
}

/** The page that was loaded first goes. */
export const slowFifo: SlowPolicy = (pages, frames) => {
  const loadedAt = new Map<number, number>();
  return faultsWith(
    pages,
    frames,
    (memory) => least(memory, (page) => loadedAt.get(page) ?? 0),
    (page, time, fault) => fault && loadedAt.set(page, time),
  );
};

/** The page that was used least recently goes. */
export const slowLru: SlowPolicy = (pages, frames) => {
  const usedAt = new Map<number, number>();
  return faultsWith(
    pages,
    frames,
    (memory) => least(memory, (page) => usedAt.get(page) ?? 0),
    (page, time) => usedAt.set(page, time),
  );
};

/** The page whose next use is furthest away goes. */
export const slowOpt: SlowPolicy = (pages, frames) =>
  faultsWith(pages, frames, (memory, time) =>
    least(memory, (page) => {
      const next = pages.indexOf(page, time);
      return next < 0 ? Number.NEGATIVE_INFINITY : -next;
    }),
  );

/** From the hand, the first page that has not been referenced since the hand last passed it; `refOnLoad`: or loaded. */
export const slowClock =
  (refOnLoad: boolean): SlowPolicy =>
  (pages, frames) => {
    const referenced = new Map<number, boolean>();
    let hand = 0;
    const victim = (memory: readonly number[]) => {
      for (;;) {
        const frame = hand;
        const page = memory[frame] ?? 0;
        hand = (hand + 1) % frames;
        if (!referenced.get(page)) return frame;
        referenced.set(page, false);
      }
    };
    return faultsWith(pages, frames, victim, (page, _time, fault) =>
      referenced.set(page, fault ? refOnLoad : true),
    );
  };
