/** The arithmetic that `translate` and `segment translate` show, in words. */
import { describe, expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

describe('the arithmetic of an address', () => {
  it('walks the levels of a page table as far as they go, also where the page is in no frame', async () => {
    const { stderr } = await new Place().tell([], 'reserve P1 2\ntranslate P1 4096 --levels 10,10\n');
    expect(stderr).toContain('directory index (10 bits of the page number) = 0, valid');
    expect(stderr).toContain('page fault: page 1 of P1');
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
