import { readFileSync, writeFileSync } from 'node:fs';
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
