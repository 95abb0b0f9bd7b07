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
      '                        no coalescing',
      '                        8-byte headers',
      '                        segments padded to 16 bytes',
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

it('hits, faults and TLB hits have their share of the references, and a clock its hand', async () => {
  const place = new Place();
  const told = async (line: string) => (await place.tell(line.split(' '))).stdout;
  await told('init --total-frames 2 --policy clock --tlb-entries 2');
  const fresh = await told('show');
  expect(fresh).toMatch(/^clock hand +frame 0$/m);
  expect(fresh).toMatch(/^references +0: 0 hits, 0 page faults, 0 of them cold$/m);
  await place.tell([], 'reserve P1 3\nrefs P1 "0 0 1 2"\n');
  const used = await told('show');
  expect(used).toMatch(/^clock hand +frame 1$/m);
  expect(used).toMatch(/^references +4: 1 hit \(25\.00 %\), 3 page faults \(75\.00 %\), 3 of them cold$/m);
  expect(used).toMatch(/^TLB .*: 1 hit \(25\.00 %\), 3 misses$/m);
  await told('init --total-frames 2 --policy lru');
  expect(await told('show')).not.toContain('hand');
});

it('the effective access time of an exercise needs no reference', async () => {
  const place = new Place();
  await place.tell(['init']);
  const show = ['show', '--eat', '--tlb', '20ns', '--fault', '8ms', '--tlb-hit-ratio', '80%'];
  expect((await place.tell([...show, '--fault-rate', '1/400000'])).stdout).toMatch(/ = 159\.999 ns\n$/);
  expect((await place.json(...show, '--fault-rate', '0.0000025')).effectiveAccessTime).toBeCloseTo(159.99945);
  expect((await place.tell(show)).stdout).toMatch(/ = 140 ns\n$/);
});

it.each([
  ['--fault-rate 1%', '--fault-rate goes with --eat'],
  ['--eat --fault-rate 1/0', "--fault-rate: found '1/0', expected a share such as 80%, 0.8 or 1/400000"],
  ['--eat --tlb-hit-ratio 80', "--tlb-hit-ratio: found '80', expected a share"],
  ['--eat --tlb-hit-ratio 80% --fault-rate 0.3', 'found more than all of them'],
  ['--eat --fault-rate 0.3 --tlb 20ns', 'leave out --tlb, or give both'],
])('refuses show %s', async (options, message) => {
  const place = new Place();
  await place.tell(['init']);
  const { code, stderr } = await place.tell(['show', ...options.split(' ')]);
  expect(code).toBe(64);
  expect(stderr).toContain(message);
});

it('the placement of segments is in the answer of init where it is not the default, and in JSON', async () => {
  const place = new Place();
  const told = async (line: string) => (await place.tell(line.split(' '))).stdout;
  const options = '--fit best --hole-order back --no-coalesce --header 8 --align 16';
  const words = 'best fit, holes new ones last, no coalescing, 8-byte headers, segments padded to 16 bytes';
  expect(await told(`init ${options}`)).toContain(`; replacement fifo; segments: ${words}.\n`);
  const placement = { fit: 'best', holeOrder: 'back', coalesce: false, header: 8, align: 16 };
  expect(JSON.parse(await told(`init ${options} --json`))).toMatchObject({ placement });
  expect(JSON.parse(await told('show --json'))).toMatchObject({ placement });
  expect(await told('init')).not.toContain('segments');
});

it('in JSON the answer is the whole memory, whatever part is named, as the help says', async () => {
  const place = new Place();
  await place.tell(['alloc', 'P1', '1']);
  expect(await place.json('show', 'tlb')).toEqual(await place.json('show'));
  expect((await place.tell(['help', 'show'])).stdout).toContain('With --json the answer is the whole memory');
});

it('pages that were swapped out are told from those that never were in memory, as in the file', async () => {
  const place = new Place();
  await place.tell([], 'init --total-frames 1\nreserve P1 4\nrefs P1 "0w 1 2w 0"\n');
  const rows = '   0 -> 0 -> R\n   1 -> disk -> S\n   2 -> disk -> S\n   3 -> disk\n';
  expect((await place.tell(['show', 'pages'])).stdout).toContain(rows);
  expect((await place.tell(['show'])).stdout).toContain(rows);
  expect(place.text()).toContain('   1-2 -> disk -> S\n   3 -> disk\n');
  const pages = {
    pages: [
      [0, 0, 1],
      [1, null, 2],
      [3, null, 1],
    ],
    bits: ['R', null, null],
  };
  expect((await place.json('show')).processes).toMatchObject([
    { ...pages, swappedOut: [false, true, false] },
  ]);
  expect((await place.tell(['help', 'show'])).stdout).toContain('S: swapped out');
});

it('the effective access time in JSON is in nanoseconds, as the help says', async () => {
  expect((await new Place().tell(['help', 'show'])).stdout.replace(/\s+/g, ' ')).toContain(
    'effectiveAccessTime in nanoseconds',
  );
});
