import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { inspect } from './inspection.ts';
import { NOTHING_SEEN, type Past } from './past.ts';
import { Picture } from './picture.ts';

const picture = new Picture(exampleStatus());

/** The facts in their longest and in their shortest form. */
const factsOf = (frame: number, past: Past = NOTHING_SEEN): string[] =>
  inspect(picture, frame, past).map(({ name, values }) => `${name}: ${values[0]} | ${values.at(-1)}`);

describe('what is known about a frame', () => {
  it('of a page in it: page, bits, times, addresses', () => {
    expect(factsOf(2)).toEqual([
      'frame: 2, A P1 | 2, A P1',
      'page: 2, 0x2000–2fff | 2, 0x2000–2fff',
      'bits: V 1  R 1  D 0 | V 1  R 1  D 0',
      'loaded: at 8, 4 ago | at 8, 4 ago',
      'last used: at 10, 2 ago | at 10, 2 ago',
      'physical: 0x2000–2fff | 0x2000–2fff',
    ]);
    expect(factsOf(3).at(-1)).toBe('unused: 96 B, internal fragmentation | 96 B, internal fragmentation');
    expect(factsOf(4)).toContain('last used: not since | not since');
  });

  it('of a free one: its turn in the free-frame list', () => {
    expect(factsOf(6)).toEqual([
      'frame: 6, free | 6, free',
      'turn: number 2 of 2 free | number 2 of 2',
      'physical: 0x6000–6fff | 0x6000–6fff',
    ]);
  });

  it('of one that the memory does not have: nothing', () => {
    expect([factsOf(-1), factsOf(8)]).toEqual([[], []]);
  });

  it('from what was seen: in which revisions that was, and who had it before', () => {
    const past: Past = {
      ...NOTHING_SEEN,
      formerOwner: (frame) => ({ letter: 'C', pid: 'db', page: 10 + frame, until: 12 }),
      revisionOf: (time) => ({ revision: time + 1, exact: time !== 10 }),
    };
    expect(factsOf(2, past).slice(3, 6)).toEqual([
      'loaded: at 8, 4 ago, rev 9 | at 8',
      'last used: at 10, 2 ago, by rev 11 | at 10',
      'before: C db page 12, until rev 12 | C page 12',
    ]);
    expect(factsOf(6, past)).toContain('before: C db page 16, until rev 12 | C page 16');
  });

  it('names who had it before and has ended rather than the revision, where there is no room for both', () => {
    const formerly = (pid: string): readonly string[] => {
      const formerOwner = () => ({ letter: 'A', pid, page: 9, until: 12 });
      const facts = inspect(picture, 6, { ...NOTHING_SEEN, formerOwner });
      return facts.find(({ name }) => name === 'before')?.values ?? [];
    };
    expect(formerly('game')).toEqual(['A game page 9, until rev 12', 'A game page 9', 'A page 9']);
    expect(formerly('P1')).toEqual(['A P1 page 9, until rev 12', 'A page 9, until rev 12', 'A page 9']);
  });
});
