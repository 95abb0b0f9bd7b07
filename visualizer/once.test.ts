import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REFERENCED, type Status } from '../shared/status.ts';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus, frameRuns, pageRuns, timedRuns } from '../shared/testing/example-status.ts';
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
      'A 0  R   A 1  R   A 2  R   A 3  R   B 2  RD',

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
      '1,700   2,000     300   segment 2 stack, grows down',
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

  it('has every counter, however long the command and narrow the text', () => {
    const { paging } = exampleStatus();
    const counters = { ...paging.counters, evictions: 3, writeBacks: 1, tlbHits: 1, tlbMisses: 4 };
    const tlb = { ...paging.tlb, entries: 4, flush: true };
    const command = `refs P2 "${'0 1 2 3 '.repeat(20)}"`;
    const status = exampleStatus({ command, paging: { ...paging, counters, tlb } });
    for (const width of [40, 80]) {
      const [header = ''] = pictureOf(status, width).split('\n\n');
      for (const words of [
        '8 frames × 4 KiB',
        '5 references',
        '2 hits 40.0%',
        '3 faults (3 cold)',
        '3 evictions, 1 write-back',
        'TLB 0/4 lru, 20.0% hits',
        'TLB emptied when the process changes',
        'internal fragmentation 96 B',
      ]) {
        expect(header).toContain(words);
      }
      expect(header.replaceAll('\n', '')).toContain(`› ${command}`);
    }
  });

  it('begins a page table at its first page, whichever frame is inspected, with the times of each', () => {
    const run = (count: number) => {
      const { paging } = exampleStatus();
      const [first] = paging.processes;
      if (!first) throw new Error('no process');
      return exampleStatus({
        paging: {
          ...paging,
          totalFrames: count,
          freeList: frameRuns(),
          processes: [{ ...first, table: pageRuns([0, 0, count, REFERENCED]), waste: [] }],
          time: count,
          loads: timedRuns([0, count, 1]),
          uses: timedRuns(),
        },
      });
    };
    const pagesOf = (count: number, width: number) =>
      pictureOf(run(count), width)
        .split('\n\n')
        .find((part) => part.includes('── Pages')) ?? '';
    for (const width of [60, 80, 120]) {
      const pages = pagesOf(128, width);
      const [, headings = '', first = ''] = pages.split('\n');
      expect(headings).toMatch(/^ PAGE FRAME {2}V R D {2}LOADED {3}USED/);
      expect(first).toMatch(/^ {4}0 {5}0 {2}1 1 0 {7}1 {6}–/);
      expect(pages).toContain('  127   127  1 1 0     128      –');
      expect(pages).not.toContain('more');
    }
    const large = pagesOf(600, 80);
    expect(large).toContain('P1: 600 pages');
    expect(large).toMatch(/^ PAGE FRAME .* LOADED {3}USED.*\n {4}0 {5}0 /m);
    expect(large).toContain('  511   511  1 1 0     512      –');
    expect(large).not.toContain('  512   512');
    expect(large).toMatch(/\n … and 88 pages more\n tracker show pages has them all\.$/);
  });

  it('says of segments beyond what it shows how many, and where they are', () => {
    const textOf = (count: number): string => {
      const segments = Array.from({ length: count }, (_, id) => {
        return { id, base: 1000 + 2 * id, limit: 1, grows: 'up', name: null } as const;
      });
      const { segmentation } = exampleStatus();
      const end = 1000 + 2 * count;
      const holes = [{ base: end, size: 66_536 - end }];
      return pictureOf(
        exampleStatus({
          segmentation: { ...segmentation, maxSegments: count, segments, align: 2, rover: end, holes },
        }),
      );
    };
    const of = (title: string, text: string): string =>
      text.split('\n\n').find((part) => part.includes(`── ${title}`)) ?? '';
    const long = of('Segments', textOf(500));
    expect(long.match(/^ +0 .* 167 .* 334 .*\n/m)).not.toBeNull();
    expect(long).toMatch(/\n +166 .* 333 .*$/);
    const text = textOf(1500);
    expect(of('Segments', text)).toMatch(/\n … \d+ more\n tracker show segments has them all\.$/);
    expect(text).toMatch(/\n … and [\d,]+ regions more\n tracker show segments has them all\.\n/);
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
      ' Holes new ones last, best fit, no coalescing, 8-byte headers\n segments padded to 16 bytes\n',
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

  it('lists no regions where there is but a hole, which the strip says all of', () => {
    const spaceOf = (text: string): string =>
      text.split('\n\n').find((part) => part.includes('── Segment space')) ?? '';
    const empty = pictureOf(madeStatus({ segments: [] }));
    expect(spaceOf(empty)).toMatch(/ 64 KiB largest .*\n.*\n 1000 +66536$/);
    expect(empty).not.toMatch(/FROM +TO +BYTES/);
    const whole = { id: 0, base: 1000, limit: 65_536, grows: 'up', name: 'all' } as const;
    expect(pictureOf(madeStatus({ segments: [whole] }))).toMatch(/FROM +TO +BYTES/);
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
