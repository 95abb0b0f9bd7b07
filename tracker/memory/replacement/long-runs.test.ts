/**
 * Policies that keep more than an order, over long runs in as many frames as it takes for most pages to be forgotten,
 * against a naive machine.
 */
import { describe, expect, it } from 'vitest';
import { Paging } from '../paging/paging.ts';
import { type Command, doIt, doItNaively } from '../paging/testing/commands.ts';
import { NaiveMachine, type NaiveOptions } from '../paging/testing/naive-machine.ts';

const FRAMES = 40;
const PAGES = 90;
const COMMANDS = 4000;

/** Accesses of which most go to a few pages, which change; now and then pages are freed, and new ones come. */
function longRun(): Command[] {
  let state = 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return Array.from({ length: COMMANDS }, (_, index): Command => {
    if (below(200) === 0) return { do: 'free', pid: 'P', pages: [below(PAGES), below(PAGES)] };
    if (below(200) === 0) return { do: 'alloc', pid: 'Q', pages: 1 };
    const hot = Math.floor(index / 300) * 7 + below(12);
    return {
      do: 'access',
      pid: 'P',
      page: (below(3) > 0 ? hot : below(PAGES)) % PAGES,
      write: below(4) === 0,
    };
  });
}

describe.each(['enhanced-clock', 'nru', 'lfu', 'aging'] as const)('%s', (policy) => {
  it.each([
    [1, true],
    [7, true],
    [60, false],
    [1000, true],
  ])('over periods of %d references, R set by a load: %s', (period, refOnLoad) => {
    const options: NaiveOptions = {
      totalFrames: FRAMES,
      policy,
      refOnLoad: refOnLoad || policy === 'lfu' || policy === 'aging',
      period,
      keepCounts: false,
      seed: 0,
      tlbEntries: 0,
      tlbPolicy: 'lru',
      tlbFlush: false,
    };
    const paging = new Paging({ pageSize: 16, ...options });
    const naive = new NaiveMachine(options);
    const reserve: Command = { do: 'reserve', pid: 'P', pages: PAGES };
    const outcomes = [reserve, ...longRun()].map((command) => {
      const outcome = doIt(paging, command);
      expect(outcome).toBe(doItNaively(naive, command));
      return outcome;
    });
    expect(outcomes.filter((outcome) => outcome.startsWith('evicts')).length).toBeGreaterThan(500);
  });
});
