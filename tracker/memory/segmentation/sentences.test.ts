import { describe, expect, it } from 'vitest';
import { done, machine, text } from './testing/machines.ts';

describe('what happened', () => {
  it('is told in sentences', () => {
    const space = machine({ fit: 'best' });
    expect(text(space.alloc({ limit: 100, name: 'code' }))).toBe(
      'segment 0 "code": 100 bytes at 1000 by best fit: hole 1000:1000 of 1 looked at leaves 900',
    );
    expect(text(space.alloc({ limit: 1, base: 1500 }))).toBe(
      'segment 1: 1 byte at 1500 as asked: hole 1100:900 of 1 looked at leaves 400 below and 499 above',
    );
    expect(text(space.alloc({ limit: 499, grows: 'down' }))).toBe(
      'segment 2: 499 bytes growing down from 2000 by best fit: hole 1501:499 of 2 looked at is used up',
    );
    expect(text(space.resize(0, 500))).toBe(
      'segment 0 "code": limit 100 to 500: 400 bytes from the hole after it, 1100:400, which is used up',
    );
    expect(text(space.resize(0, 500))).toBe(
      'segment 0 "code": limit 500 to 500: its block of 500 bytes stays',
    );
    expect(text(space.resize(0, 499))).toBe(
      'segment 0 "code": limit 500 to 499: 1 byte at 1499 is a new hole',
    );
    expect(text(space.free(1))).toBe(
      'segment 1 freed: 1 byte at 1500 merged with the hole before it into 1499:2',
    );
    expect(text(space.compact())).toBe('compaction: 1 segment moved, 499 bytes; one hole 1998:2 is left');
    expect(text(space.compact())).toBe('compaction: nothing had to move; one hole 1998:2 is left');
  });

  it('says when header and rounding make the block larger than the limit', () => {
    const space = machine({ header: 4, align: 8 });
    expect(text(space.alloc({ limit: 10 }))).toBe(
      'segment 0: 10 bytes at 1004 (block 1000:20) by first fit: hole 1000:1000 of 1 looked at leaves 980',
    );
    done(space.alloc({ limit: 8, grows: 'down' }));
    expect(text(space.resize(1, 16))).toBe(
      'segment 1: limit 8 to 16: 8 bytes from the hole before it, 1020:968, which keeps 960',
    );
  });

  it('leaves time, frame and candidates to whoever knows them', () => {
    expect(done(machine().compact()).happenings).toEqual([
      {
        kind: 'segment-compact',
        frame: null,
        candidates: [],
        text: 'compaction: nothing had to move; one hole 1000:1000 is left',
      },
    ]);
  });
});
