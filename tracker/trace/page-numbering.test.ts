import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageNumbering } from './page-numbering.ts';

describe('the page numbering', () => {
  it('gives ids in order of first reference, the same ones ever after', () => {
    const page = fc.oneof(
      fc.nat(50),
      fc.integer({ min: 0, max: 2 ** 53 - 1 }),
      fc.nat(9).map((n) => n * 2 ** 32),
    );
    fc.assert(
      fc.property(fc.array(page, { maxLength: 300 }), (pages) => {
        const numbering = new PageNumbering();
        const plain = [...new Set(pages)];
        expect(pages.map((each) => numbering.idOf(each))).toEqual(pages.map((each) => plain.indexOf(each)));
        expect([...numbering.pages]).toEqual(plain);
      }),
    );
  });

  it('grows to a hundred thousand pages, near or far apart', () => {
    for (const distance of [1, 2 ** 20, 2 ** 33]) {
      const numbering = new PageNumbering();
      for (let i = 0; i < 100_000; i++) numbering.idOf(i * distance);
      for (let i = 0; i < 100_000; i += 999) expect(numbering.idOf(i * distance)).toBe(i);
      expect(numbering.count).toBe(100_000);
    }
  });
});
