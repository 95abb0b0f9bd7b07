/** The arithmetic that `translate` and `segment translate` show, in words. */
import { describe, expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

describe('the arithmetic of an address', () => {
  it('walks the levels of a page table as far as they go, also where the page is in no frame', async () => {
    const { stderr } = await new Place().tell([], 'reserve P1 2\ntranslate P1 4096 --levels 10,10\n');
    expect(stderr).toContain('directory index (10 bits of the page number) = 0, valid');
    expect(stderr).toContain('page fault: page 1 of P1');
  });

  it('is shown before what is refused, with its levels a row each', async () => {
    const place = new Place();
    await place.tell(['reserve', 'P1', '4']);
    expect((await place.tell(['translate', 'P1', '0x3456'])).stderr).toBe(
      "tracker: page = 13398 div 4096 = 3, offset = 13398 mod 4096 = 1110; page fault: page 3 of P1 is valid but not resident; 'access P1 --page 3' loads it\n",
    );
    expect((await place.tell(['translate', 'P1', '0x4000', '--levels', '1,2'])).stderr).toBe(
      [
        'tracker: page = 16384 div 4096 = 4, offset = 16384 mod 4096 = 0',
        '   directory index (1 bit of the page number) = 1, invalid',
        '   table index (2 bits of the page number) = 0, invalid',
        'page 4 of P1 is invalid: the program would be killed; its pages are 0-3',
        '',
      ].join('\n'),
    );
    expect(await place.json('translate', 'P1', '0x3456', '--levels', '1,2')).toMatchObject({
      ok: false,
      error: {
        code: 'page-fault',
        address: 13398,
        page: 3,
        offset: 1110,
        levels: [
          { bits: 1, index: 0, valid: true },
          { bits: 2, index: 3, valid: true },
        ],
      },
    });
    expect((await place.tell(['translate', 'P2', '1'])).stderr).toMatch(/^tracker: there is no process P2/);
  });

  it('speaks of one bit of an address as such', async () => {
    const { stdout } = await new Place().tell(
      [],
      'alloc P1 2\ntranslate P1 4096 --levels 9,1\nsegment alloc 100\nsegment translate --address 1 --bits 1 --address-bits 2\n',
    );
    expect(stdout).toContain('table index (1 bit of the page number) = 1, valid');
    expect(stdout).toContain('low 1 bit = ');
  });
});
