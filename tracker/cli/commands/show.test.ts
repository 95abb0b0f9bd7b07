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

it('the placement of segments has a row for each convention that is not the default', async () => {
  const place = new Place();
  await place.tell('init --fit worst --no-coalesce --header 8 --align 16'.split(' '));
  expect((await place.tell(['show', 'segments'])).stdout).toContain(
    [
      'placement               worst fit, holes by address',
      '                        neighbouring holes left apart',
      '                        8 bytes of header before each segment',
      '                        blocks of a multiple of 16 bytes',
      'external fragmentation  1 − largest / free = 1 − 65536 / 65536 = 0.00',
    ].join('\n'),
  );
});

it('external fragmentation is never rounded to nothing or all', async () => {
  const shown = async (...lines: string[]) =>
    (await new Place().tell(['run', '-', '--fresh'], [...lines, 'show segments'].join('\n'))).stdout;
  expect(await shown('segment alloc 100', 'segment alloc 200', 'segment free 0')).toContain(
    '= 1 − 65236 / 65336 < 0.01\n',
  );
  const bytes = Array.from({ length: 500 }, () => 'segment alloc 1');
  const holes = Array.from({ length: 250 }, (_, i) => `segment free ${2 * i}`);
  expect(await shown('init --segment-space 500 --max-segments 500', ...bytes, ...holes)).toContain(
    '= 1 − 1 / 250 > 0.99\n',
  );
});
