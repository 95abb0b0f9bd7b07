import { describe, expect, it } from 'vitest';
import { readText } from '../testing/read-text.ts';
import { KnownPages, placeOf } from './known-pages.ts';

/** Lines to the same few pages, so that all but the first of each are read by their beginning. */
function lines(...addresses: string[]): string {
  return addresses.map((address) => `I  ${address},1\n`).join('');
}

describe('known pages', () => {
  it('know nothing at first, neither of zeros nor of ones', () => {
    const known = new KnownPages(4096);
    for (const word of [0, -1]) {
      const place = placeOf(word, word);
      expect([known.firsts[place], known.others[place]]).not.toEqual([word, word]);
    }
  });

  it.each([16, 256, 512, 4096, 65536, 2 ** 20])(
    'give the pages of %i bytes that reading digits gives',
    async (pageSize) => {
      const text = ['0401ab70', '0401a070', '0401abff', '1fff000738', '1fff0007ff', '0401aB70', '1fff000f00'];
      const all = [...text, ...text, ...text];
      const { references } = await readText(`${lines(...all)}${'==1== end\n'.repeat(9)}`, { pageSize });
      expect(references).toEqual(
        all.map((digits) => `fetch ${Math.floor(Number.parseInt(digits, 16) / pageSize)}`),
      );
    },
  );

  it.each([256, 4096])(
    'leave an access that goes on in the next %i bytes to the reader of digits',
    async (pageSize) => {
      const text = `${'I  00000f80,1\n'.repeat(3)} L 00000ffe,2\n L 00000ffe,3\n S 00000fff,12\n`;
      const { references } = await readText(`${text}${'==1== end\n'.repeat(9)}`, { pageSize });
      const last = 4096 / pageSize - 1;
      expect(references.slice(3)).toEqual([
        `load ${last}`,
        `load ${last}`,
        `load ${last + 1}`,
        `store ${last}`,
        `store ${last + 1}`,
      ]);
    },
  );
});
