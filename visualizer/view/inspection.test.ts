import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { madeStatus } from '../testing/statuses.ts';
import { frameGrid } from './frame-grid.ts';
import { addressForms, inspect, inspectCell } from './inspection.ts';
import { NOTHING_SEEN, type Past } from './past.ts';
import { Picture } from './picture.ts';
import { cutName } from './wording.ts';

const picture = new Picture(exampleStatus());

/** The facts in their longest and in their shortest form. */
const factsOf = (frame: number, past: Past = NOTHING_SEEN): string[] =>
  inspect(picture, frame, past).map(({ name, values }) => `${name}: ${values[0]} | ${values.at(-1)}`);

describe('what is known about a frame', () => {
  it('of a page in it: page, bits, times, addresses', () => {
    expect(factsOf(2)).toEqual([
      'frame: 2, A P1 | 2, A P1',
      'page: 2, 0x2000–2fff | 2, 0x2000',
      'bits: V 1  R 1  D 0 | V1 R1 D0',
      'physical: 0x2000–2fff | 0x2000',
      'loaded: at 8, 4 ago | at 8',
      'used: at 10, 2 ago | at 10',
    ]);
    expect(factsOf(3).at(-1)).toBe('unused: 96 B, internal fragmentation | 96 B');
    expect(factsOf(4)).toContain('used: not since | not since');
  });

  it('of a free one: its turn in the free-frame list', () => {
    expect(factsOf(6)).toEqual([
      'frame: 6, free | 6, free',
      'turn: number 2 of 2 free | 2 of 2',
      'physical: 0x6000–6fff | 0x6000',
    ]);
  });

  it('has addresses in shorter forms: the digits that differ, and none', () => {
    const far = { ...picture.status.paging, totalFrames: 0x200, pageSize: 0x1000 };
    const wide = new Picture({ ...picture.status, paging: far });
    const physical = inspect(wide, 0x123, NOTHING_SEEN).find(({ name }) => name === 'physical');
    expect(physical?.values).toEqual(['0x123000–123fff', '0x123000–…fff', '0x123000']);
    const odd = new Picture({ ...picture.status, paging: { ...far, pageSize: 1000 } });
    const crossing = inspect(odd, 4, NOTHING_SEEN).find(({ name }) => name === 'physical');
    expect(crossing?.values).toEqual(['0x0fa0–1387', '0x0fa0']);
  });

  it('writes its number and its page’s as the tables do', () => {
    const status = madeStatus({ totalFrames: 4096, processes: 1, filled: 1.1, run: 4096 });
    const facts = inspect(new Picture(status), 2345, NOTHING_SEEN);
    expect(facts.slice(0, 2).map(({ values }) => values[0])).toEqual([
      '2345, A shell',
      '2345, 0x929000–929fff',
    ]);
  });

  it('of a cell of several: which they are, how many are used, and by whom', () => {
    const values = (first: number, last: number) =>
      inspectCell(picture, first, last).map((fact) => fact.values);
    expect(values(0, 7)).toEqual([
      ['frames 0–7', '0–7'],
      ['6 of 8: A 4, B 2', '6 of 8: A, B', '6 of 8: A, …', '6 of 8'],
    ]);
    expect(values(4, 7)).toEqual([
      ['frames 4–7', '4–7'],
      ['2 of 4: B', '2 of 4'],
    ]);
    expect(values(6, 7)[1]).toEqual(['0 of 2']);
  });

  it('says the same of a cell, whether or not the map has counted its frames', () => {
    const status = madeStatus({ totalFrames: 1000, processes: 5, run: 7 });
    for (const framesPerCell of [4, 16, 256]) {
      const drawn = new Picture(status);
      const cells = Math.ceil(1000 / framesPerCell);
      drawn.cells({ ...frameGrid(1000, 100, 40, 4), framesPerCell, cells });
      for (let first = 0; first < 1000; first += framesPerCell) {
        const last = Math.min(first + framesPerCell, 1000) - 1;
        expect(drawn.ownersOf(first, last)).toEqual(new Picture(status).ownersOf(first, last));
      }
    }
  });

  it('says where an address that was asked for is, and whose it is', () => {
    const formsOf = (pid: string | null, address: number) => addressForms(picture, { pid, address });
    expect(formsOf('editor', 0x1a2b)).toEqual([
      'editor:0x1a2b → physical 0x5a2b',
      'B:0x1a2b → physical 0x5a2b',
      'editor:0x1a2b → 0x5a2b',
      'B:0x1a2b → 0x5a2b',
    ]);
    expect(formsOf(null, 0x5a2b)).toEqual(formsOf('editor', 0x1a2b));
    // Where its frame is inspected everybody knows whose it is; of another frame it is no fact.
    const valuesAt = (frame: number) =>
      inspect(picture, frame, NOTHING_SEEN, { pid: 'editor', address: 0x1a2b });
    expect(valuesAt(5)[1]).toEqual({
      name: 'address',
      values: [...formsOf('editor', 0x1a2b), '0x1a2b→0x5a2b'],
    });
    expect(valuesAt(4).filter(({ name }) => name === 'address')).toEqual([]);
    expect(inspect(picture, 4, NOTHING_SEEN, { pid: 'editor', address: 0x8000 })[1]).toEqual({
      name: 'address',
      values: formsOf('editor', 0x8000),
    });
    expect(formsOf(null, 0x7010)).toEqual(['physical 0x7010']);
    expect(formsOf('editor', 0x8000)).toEqual(['editor:0x8000 on disk', 'B:0x8000 on disk']);
    expect(formsOf('editor', 0x9000)).toEqual(['editor:0x9000 in no page', 'B:0x9000 in no page']);
    const { paging } = picture.status;
    const letterless = paging.processes.map((process) => ({
      ...process,
      letter: '#',
      pid: `long-name-of-${process.pid}`,
    }));
    const many = new Picture({ ...picture.status, paging: { ...paging, processes: letterless } });
    const [, short] = addressForms(many, { pid: 'long-name-of-editor', address: 0x8000 });
    expect(short).toBe(`${cutName('long-name-of-editor', 8)}:0x8000 on disk`);
    // A process that has ended, and more frames than there are by now.
    expect([formsOf('game', 0), formsOf(null, 0x8000)]).toEqual([[], []]);
  });

  it('of one that the memory does not have: nothing', () => {
    expect([factsOf(-1), factsOf(8)]).toEqual([[], []]);
  });

  it('from what was seen: in which revisions that was, and who had it before', () => {
    const past: Past = {
      ...NOTHING_SEEN,
      formerOwner: (frame) => ({ letter: 'C', pid: 'db', page: 10 + frame, until: 12, exact: true }),
      revisionOf: (time) => ({ revision: time + 1, exact: time !== 10 }),
    };
    expect(factsOf(2, past).slice(4, 7)).toEqual([
      'loaded: at 8, 4 ago, rev 9 | at 8',
      'used: at 10, 2 ago, by rev 11 | at 10',
      'before: C db page 12, until rev 12 | C page 12',
    ]);
    expect(factsOf(6, past)).toContain('before: C db page 16, until rev 12 | C page 16');
  });

  it('names who had it before and has ended rather than the revision, where there is no room for both', () => {
    const formerly = (pid: string, exact = true): readonly string[] => {
      const formerOwner = () => ({ letter: 'A', pid, page: 9, until: 12, exact });
      const facts = inspect(picture, 6, { ...NOTHING_SEEN, formerOwner });
      return facts.find(({ name }) => name === (exact ? 'before' : 'earlier'))?.values ?? [];
    };
    expect(formerly('game')).toEqual(['A game page 9, until rev 12', 'A game page 9', 'A page 9']);
    expect(formerly('P1')).toEqual(['A P1 page 9, until rev 12', 'A page 9, until rev 12', 'A page 9']);
    // Others may have had it since.
    expect(formerly('P1', false)).toEqual([
      'A P1 page 9, gone by rev 12',
      'A page 9, gone by rev 12',
      'A page 9',
    ]);
  });
});
