import { describe, expect, it } from 'vitest';
import { Paging, type PagingOptions } from './paging.ts';
import { done } from './testing/done.ts';

/** A machine with the processes P1 and P2, four resident pages each. */
function machine(options: Partial<PagingOptions>): Paging {
  const paging = new Paging({ totalFrames: 9, pageSize: 16, ...options });
  done(paging.alloc('P1', 4, null));
  done(paging.alloc('P2', 4, null));
  return paging;
}

/** `m` for a miss and `h` for a hit of each access, such as `P1 0`. */
function look(paging: Paging, ...pages: string[]): string {
  const marks = pages.map((each) => {
    const [pid = '', page] = each.split(' ');
    return done(paging.access(pid, Number(page), 0, false)).tlb === 'hit' ? 'h' : 'm';
  });
  return marks.join('');
}

function content(paging: Paging): string[] {
  return paging.snapshot().tlb.content.map(({ pid, page }) => `${pid} ${page}`);
}

describe('the TLB', () => {
  it('keeps what was used last, by least recent use', () => {
    const paging = machine({ tlbEntries: 2, tlbPolicy: 'lru' });
    expect(look(paging, 'P1 0', 'P1 1', 'P1 0', 'P1 2', 'P1 0', 'P1 1')).toBe('mmhmhm');
  });

  it('keeps what came last, by first in, first out', () => {
    const paging = machine({ tlbEntries: 2, tlbPolicy: 'fifo' });
    expect(look(paging, 'P1 0', 'P1 1', 'P1 0', 'P1 2', 'P1 0', 'P1 1')).toBe('mmhmmm');
  });

  it('tells processes apart', () => {
    const paging = machine({ tlbEntries: 4 });
    expect(look(paging, 'P1 0', 'P2 0', 'P1 0', 'P2 0')).toBe('mmhh');
  });

  it('is emptied when the process changes, where it is told to flush', () => {
    const paging = machine({ tlbEntries: 4, tlbFlush: true });
    expect(look(paging, 'P1 0', 'P1 0', 'P2 0', 'P1 0')).toBe('mhmm');
    expect(paging.snapshot().tlb.process).toBe('P1');
    expect(content(paging)).toEqual(['P1 0']);
  });

  it('forgets whose entries it had when that process ends', () => {
    const paging = machine({ tlbEntries: 4, tlbFlush: true });
    look(paging, 'P1 0');
    done(paging.free('P1', null));
    expect(paging.snapshot().tlb).toMatchObject({ process: null, content: [] });
  });

  it('loses an entry when its page is freed, and uses that place before it replaces any', () => {
    const paging = machine({ tlbEntries: 2 });
    look(paging, 'P1 0', 'P1 1');
    done(paging.free('P1', [[1, 1]]));
    expect(content(paging)).toEqual(['P1 0']);
    look(paging, 'P1 2');
    expect(content(paging)).toEqual(['P1 0', 'P1 2']);
  });

  it('loses an entry when its page is evicted', () => {
    const paging = machine({ tlbEntries: 3 });
    done(paging.reserve('P1', 2, null));
    look(paging, 'P1 0', 'P1 1', 'P1 4');
    expect(look(paging, 'P1 5')).toBe('m');
    expect(content(paging)).toEqual(['P1 1', 'P1 4', 'P1 5']);
  });

  it('counts a faulting access as one miss, and the page is in it afterwards', () => {
    const paging = machine({ tlbEntries: 2 });
    done(paging.reserve('P1', 1, null));
    expect(look(paging, 'P1 4', 'P1 4')).toBe('mh');
    expect(paging.counters).toMatchObject({ tlbHits: 1, tlbMisses: 1 });
  });

  it('makes a hit in it a use of the page', () => {
    const paging = machine({ tlbEntries: 2, policy: 'lru', totalFrames: 8 });
    done(paging.reserve('P1', 1, null));
    look(paging, 'P1 0', 'P1 0');
    expect(done(paging.access('P1', 4, 0, false)).victim).toMatchObject({ pid: 'P1', page: 1 });
  });

  it('is touched neither by alloc nor by map', () => {
    const paging = machine({ tlbEntries: 2 });
    expect(content(paging)).toEqual([]);
    done(paging.map('P3', 0, 8));
    expect(content(paging)).toEqual([]);
    expect(paging.counters.tlbMisses).toBe(0);
  });
});
