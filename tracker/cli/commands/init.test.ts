import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  MAX_ADDRESS,
  MAX_ALIGN,
  MAX_HEADER,
  MAX_PAGE_SIZE,
  MAX_PERIOD,
  MAX_SEED,
  MAX_SEGMENT_ROWS,
  MAX_TLB_ENTRIES,
  MAX_TOTAL_FRAMES,
} from '../../../shared/status.ts';
import { Place } from '../../testing/run-tracker.ts';

it.each([
  ['--tlb-flush', '--tlb-flush'],
  ['--tlb-policy fifo', '--tlb-policy'],
  ['--tlb-policy=lru --tlb-flush', '--tlb-policy'],
])('%s without --tlb-entries is refused, as there is no TLB', async (options, named) => {
  for (const command of ['init', 'replay -']) {
    const place = new Place();
    const { code, stderr } = await place.tell([...command.split(' '), ...options.split(' ')], '1 2');
    expect(code).toBe(64);
    expect(stderr).toBe(`tracker: ${named} goes with --tlb-entries\n`);
    expect(existsSync(place.file)).toBe(false);
  }
});

it('--tlb-entries 0 takes how entries would be replaced, so that a script may vary their number', async () => {
  const init = ['init', '--tlb-entries', '0', '--tlb-policy', 'fifo', '--tlb-flush'];
  expect((await new Place().tell(init)).code).toBe(0);
});

it('says of --align that the block is padded, not the limit', async () => {
  const { stdout } = await new Place().tell(['help', 'init']);
  expect(stdout.replace(/\s+/g, ' ')).toContain('Segments are padded to a multiple of B; their limits stay');
  const lines =
    'init --align 16 --header 8\nsegment alloc 10\nsegment translate 0 9\nsegment translate 0 10\n';
  const { stdout: told, stderr } = await new Place().tell([], `${lines}show segments\n`);
  expect(told).toContain('segments padded to 16 bytes');
  expect(told).toContain('   0 -> 1008 -> 10\n');
  expect(told).toContain('14 bytes in segment blocks: block − limit');
  expect(stderr).toContain('offset 10 ≥ limit 10');
});

it.each([
  ['--total-frames', MAX_TOTAL_FRAMES, 'TOTAL_FRAMES'],
  ['--page-size', MAX_PAGE_SIZE, 'PAGE_SIZE'],
  ['--policy nru --period', MAX_PERIOD, 'Period'],
  ['--policy random --seed', MAX_SEED, 'Random Seed'],
  ['--tlb-entries', MAX_TLB_ENTRIES, 'TLB Entries'],
  ['--max-segments', MAX_SEGMENT_ROWS, 'MAX_SEGMENTS'],
  ['--segment-base', MAX_ADDRESS, 'Segment Base'],
  ['--segment-space', MAX_ADDRESS, 'Segment Space'],
  ['--header', MAX_HEADER, 'Header Bytes'],
  ['--align', MAX_ALIGN, 'Alignment'],
])('%s takes %s at most, and so does the file', async (options, most, key) => {
  const place = new Place();
  const init = (value: number) => place.tell(['init', ...options.split(' '), `${value}`]);
  expect(await init(most + 1)).toMatchObject({ code: 64, stderr: expect.stringContaining(`to ${most}`) });
  expect((await init(most)).code).toBe(0);
  expect((await place.tell(['show'])).code).toBe(0);

  const text = readFileSync(place.file, 'utf8').replace(/^Checksum: .*\n/m, '');
  const beyond = text.replace(`\n${key}: ${most}\n`, `\n${key}: ${most + 1}\n`);
  expect(beyond).not.toBe(text);
  writeFileSync(place.file, beyond);
  const shown = await place.tell(['show']);
  expect(shown).toMatchObject({ code: 65, stderr: expect.stringContaining(`found "${key}: ${most + 1}"`) });
});
