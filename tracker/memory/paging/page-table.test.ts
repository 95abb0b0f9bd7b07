import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageTable } from './page-table.ts';
import { INVALID, MAX_USES, NEVER_RESIDENT, swappedOut, usesLeft } from './page-table-entry.ts';

/** All a table says, which has to be what a plain map says. */
function expectSame(table: PageTable, pages: Map<number, number>): void {
  const seen: [number, number][] = [];
  table.forEach((page, entry) => {
    seen.push([page, entry]);
  });
  expect(seen).toEqual([...pages].sort(([a], [b]) => a - b));
  expect(table.valid).toBe(pages.size);
  expect(table.highest).toBe(Math.max(-1, ...pages.keys()));
}

describe('a page table', () => {
  it('says INVALID of every page at first', () => {
    const table = new PageTable();
    for (const page of [0, 63, 64, 2 ** 31, 2 ** 52]) expect(table.entry(page)).toBe(INVALID);
    expect(table.highest).toBe(-1);
  });

  it('is a map from page numbers, near and far, to entries', () => {
    const page = fc.oneof(
      fc.nat(300),
      fc.nat(40).map((offset) => 2 ** 20 + offset),
      fc.nat(2000).map((leaf) => 2 ** 40 + 16 * leaf),
      fc.nat(20).map((high) => high * 2 ** 45),
    );
    const step = fc.record({
      page,
      count: fc.integer({ min: 1, max: 40 }),
      entry: fc.nat(1000),
      what: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
        const table = new PageTable();
        const pages = new Map<number, number>();
        for (const { page: first, count, entry, what } of steps) {
          const range = Array.from({ length: count }, (_, i) => first + i);
          if (what === 0) {
            for (const each of range) {
              if (pages.delete(each)) table.remove(each);
            }
          } else if (what === 1) {
            for (const each of range) {
              if (!pages.has(each)) continue;
              table.set(each, entry);
              pages.set(each, entry);
            }
          } else if (!range.some((each) => pages.has(each))) {
            table.add(first, count, entry, 1);
            range.forEach((each, i) => {
              pages.set(each, entry + i);
            });
          }
          for (const each of range) expect(table.entry(each)).toBe(pages.get(each) ?? INVALID);
          expect(table.anyValid(first, first + count)).toBe(
            [...pages.keys()].some((p) => p >= first && p <= first + count),
          );
        }
        expectSame(table, pages);
      }),
      { numRuns: 100 },
    );
  });

  it('takes far pages over as the near ones grow towards them', () => {
    const table = new PageTable();
    table.add(1000, 20, NEVER_RESIDENT, 0);
    table.set(1010, 7);
    table.add(0, 1000, 0, 1);
    expect([table.entry(1010), table.entry(1009), table.entry(999)]).toEqual([7, NEVER_RESIDENT, 999]);
    expect(table.valid).toBe(1020);
  });

  it('answers quickly whether any page of a huge range is valid', () => {
    const table = new PageTable();
    table.add(2 ** 40, 1, NEVER_RESIDENT, 0);
    expect(table.anyValid(0, 2 ** 50)).toBe(true);
    expect(table.anyValid(0, 2 ** 40 - 1)).toBe(false);
    expect(table.anyValid(2 ** 40 + 1, 2 ** 50)).toBe(false);
  });

  it('keeps no more than it needs of pages that come and go far out', () => {
    const table = new PageTable();
    for (let page = 2 ** 40; page < 2 ** 40 + 2 ** 22; page += 64) {
      table.add(page, 1, NEVER_RESIDENT, 0);
      table.remove(page);
    }
    table.add(2 ** 44, 1, 3, 0);
    expectSame(table, new Map([[2 ** 44, 3]]));
  });
});

describe('an entry', () => {
  it('remembers the uses of a page that is swapped out', () => {
    for (const uses of [0, 1, MAX_USES]) expect(usesLeft(swappedOut(uses))).toBe(uses);
  });

  it('has no uses left in it otherwise', () => {
    for (const entry of [INVALID, NEVER_RESIDENT, 0, 17]) expect(usesLeft(entry)).toBe(0);
  });

  it('is never INVALID for a page that was swapped out', () => {
    expect(swappedOut(MAX_USES)).toBeGreaterThan(INVALID);
  });
});
