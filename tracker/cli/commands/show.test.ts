/** What `show` shows, in which order. */
import { expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

it('the effective access time stands alone, or below the part that was asked for', async () => {
  const place = new Place();
  await place.tell([], 'init --total-frames 2\nalloc P1 1\naccess P1 0\n');
  const told = async (line: string) => (await place.tell(line.split(' '))).stdout;
  const alone = await told('show --eat');
  expect(alone).toMatch(/^EAT/);
  expect(await told('show frames --eat')).toBe(`${await told('show frames')}\n${alone}`);
});

it('the policy and the TLB are named with their conventions, at the beginning as later', async () => {
  const place = new Place();
  const told = async (line: string) => (await place.tell(line.split(' '))).stdout;
  expect(await told('init --policy clock --ref-on-load 0 --tlb-entries 2 --tlb-flush')).toContain(
    '; replacement clock (a load does not set R); TLB of 2 entries, lru (emptied when the process changes).\n',
  );
  expect(await told('show')).toMatch(/^replacement +clock \(a load does not set R\)$/m);
  expect(await told('show')).toMatch(/^TLB +2 entries, lru \(emptied when the process changes\): 0 hits/m);
  expect(await told('show tlb')).toContain('in use, lru (emptied when the process changes), the next');
});
