import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '../shared/status.ts';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { lookAt, reportOf, titleOf } from './once.ts';
import { madeStatus } from './testing/statuses.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'once-'));
  file = path.join(folder, 'memory_status.txt');
});
afterEach(() => rmSync(folder, { recursive: true }));

const pictureOf = (status: Status, width = 80, isAlive = () => true): string => {
  writeFileSync(file, formatStatus(status));
  const look = lookAt(file);
  if (look.kind !== 'ok') throw new Error(look.message);
  return reportOf(look, { file, width, now: Date.parse('2026-11-23T00:21:11Z'), isAlive });
};
const failure = () => {
  const look = lookAt(file);
  if (look.kind === 'ok') throw new Error('there is something to draw');
  return look;
};

describe('one picture as text', () => {
  it('carries what every panel of the dashboard says', () => {
    const text = pictureOf(exampleStatus());
    for (const words of [
      '8 frames × 4 KiB  lru  75% used',
      '● LIVE  rev 17  3 s ago',
      '› access P2 8192 --write · 5 references',
      'A 0   R  A 1   R  A 2   R  A 3   R  B 2   RD',

      '6 of 8 used',
      'Pages  A P1: 4 pages',
      'Pages  B editor: 9 pages, 7 on disk',
      ' PAGE FRAME  V R D  LOADED   USED',
      '    2      4  1 1 1      12      –',
      '    0 disk S  0 0 0',
      '2  stack  2000   300  down  1700',
      'frame     4, B editor',
      'policy    lru',
      'free list 7 6',
      'fragmentation 1 − largest 63.0 KiB ÷ free 63.4 KiB = 1%',
      '63.0 KiB largest',
      '1,700       2,000         300   segment 2 stack, grows down',
      'utilisation',
      'fault rate',
      '17 evict  P2 page 0 left frame 4: loaded first',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('is plain text no wider than asked for', () => {
    for (const width of [60, 80, 120, 200]) {
      for (const status of [
        exampleStatus(),
        madeStatus(),
        madeStatus({ totalFrames: 1_048_576, run: 4000, processes: 9 }),
      ]) {
        const text = pictureOf(status, width);
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
      }
    }
  });

  it('shows every page of a page table of ordinary size, and says how many more a large one has', () => {
    const text = pictureOf(madeStatus());
    expect(text).not.toContain('more row');
    expect(pictureOf(madeStatus({ totalFrames: 4096, run: 40 }))).toMatch(/… and [\d,]+ more rows/);
  });

  it('names every convention that is not the default, and the holes in the order of their list', () => {
    const status = madeStatus();
    const { paging, segmentation } = status;
    const placement = { fit: 'best', holeOrder: 'back', coalesce: false, header: 8, align: 16 } as const;
    const text = pictureOf({
      ...status,
      paging: { ...paging, tlb: { ...paging.tlb, flush: true } },
      segmentation: {
        ...segmentation,
        ...placement,
        segments: [],
        holes: [
          { base: 2000, size: 64_536 },
          { base: 1000, size: 1000 },
        ],
        rover: 2000,
      },
    });
    for (const words of [
      'lru (emptied when the process changes)',
      ' Holes new ones last, best fit, no coalescing, 8-byte headers\n limits rounded to 16 bytes\n',
      ' 2000: 63.0 KiB  1000: 1000 B\n',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('shows an empty memory', () => {
    const text = pictureOf(madeStatus({ processes: 0, segments: [], references: 0, faults: 0 }));
    for (const words of [
      '0% used',
      'no references yet',
      'No process has any pages.',
      'No segments.',
      'free list',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says of a tracker that has gone', () => {
    expect(pictureOf(exampleStatus({ door: 'script' }), 80, () => false)).toContain('TRACKER GONE (4242)');
  });

  it('is told in a sentence to people who cannot see it', () => {
    expect(titleOf(exampleStatus())).toBe('Memory at revision 17: 8 frames × 4 KiB, lru, 75% used, 3 faults');
  });
});

describe('no picture', () => {
  it('without a file: 66, and what to type', () => {
    const { code, message } = failure();
    expect(code).toBe(66);
    expect(message).toContain(`${file} is not there yet`);
    expect(message).toContain(`npm run -s tracker -- --file ${file} alloc P1 4`);
  });

  it('of a damaged file: 65, with file and line, what was found and what was expected', () => {
    writeFileSync(
      file,
      new TextDecoder()
        .decode(formatStatus(exampleStatus()))
        .replace('TOTAL_FRAMES: 8', 'TOTAL_FRAMES: x\u001b'),
    );
    const { code, message } = failure();
    expect(code).toBe(65);
    expect(message).toMatch(/^.*memory_status\.txt:\d+: found .*, expected .*$/);
    expect(message).not.toContain('\u001b');
  });

  it('of a directory, or of what may not be read: 74', () => {
    mkdirSync(file);
    expect(failure()).toMatchObject({ code: 74 });
    rmSync(file, { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, 0);
    // Root may read everything.
    expect([65, 74]).toContain(failure().code);
  });
});
