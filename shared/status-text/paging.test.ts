/** The sections about paging: what each row may say, and how the sections must agree. */
import { expect, test } from 'vitest';
import {
  DIRTY,
  DISK,
  FRESH,
  MAX_PAGES,
  MAX_PROCESSES,
  type PagingStatus,
  REFERENCED,
  type Status,
  SWAPPED,
} from '../status.ts';
import { exampleStatus, frameRuns, pageRuns, timedRuns } from '../testing/example-status.ts';
import { accepted, editableText, edited, expectRefused } from '../testing/refusals.ts';
import { formatStatus } from './format.ts';

function withPaging(paging: Partial<PagingStatus>): Status {
  const example = exampleStatus();
  return { ...example, paging: { ...example.paging, ...paging } };
}

/** Eight frames, all used by one process under `policy`. */
function withTable(
  policy: 'lfu' | 'aging' | 'clock',
  table: PagingStatus['processes'][number]['table'],
  keepCounts = false,
) {
  return withPaging({
    freeList: frameRuns(),
    processes: [{ pid: 'P1', letter: 'A', table, waste: [] }],
    replacement: { ...exampleStatus().paging.replacement, policy, keepCounts },
    loads: timedRuns([0, 8, 1]),
    uses: timedRuns(),
  });
}

const withTlb = withPaging({
  tlb: {
    entries: 2,
    policy: 'lru',
    flush: false,
    process: null,
    content: [
      { pid: 'P1', page: 3, frame: 3 },
      { pid: 'editor', page: 1, frame: 5 },
    ],
  },
  counters: { ...exampleStatus().paging.counters, tlbHits: 0, tlbMisses: 5 },
});

test.each([
  ['7 6', '7', 'every frame here or in a page table: frame 6 is in neither', '"7"'],
  ['7 6', '7 6 6', 'frame 6 stands in the list already', '"7 6 6"'],
  ['7 6', '7 6 8', 'a free frame (0 to 7)', '"7 6 8"'],
  ['7 6', '7-6', 'its last number above its first', '"7-6"'],
  ['7 6', '7  6', 'a free frame', '"7  6"'],
  ['7 6', '7,6', 'ranges such as 8-63', '"7,6"'],
  ['7 6', '7 6 ', 'a free frame', '"7 6 "'],
  ['7 6', 'none 7 6', 'a free frame', '"none 7 6"'],
  ['7 6', '7 6 5', 'frame 5 is mapped above, or in the free-frame list', '"   1 -> 5 -> R"'],
])('the free-frame list "%s" may not become "%s"', (from, to, expected, found) => {
  expectRefused(edited(`\n${from}\n`, `\n${to}\n`), found, expected);
});

test('an empty free-frame list is none', () => {
  const status = withTable('clock', pageRuns([0, 0, 8, FRESH | REFERENCED]));
  expect(editableText(status)).toContain('=== Free Frame List ===\nnone\n');
  expect(accepted(editableText(status))).toEqual(status);
});

test('a long free-frame list wraps, and comes back in its order', () => {
  const frames = Array.from({ length: 200 }, (_, index) => [398 - 2 * index, 1] as const);
  const odd = Array.from({ length: 200 }, (_, index) => [2 * index + 1, 1] as const);
  const { replacement, counters, tlb } = exampleStatus().paging;
  const status = withPaging({
    totalFrames: 400,
    freeList: frameRuns(...frames, ...odd),
    processes: [],
    loads: timedRuns(),
    uses: timedRuns(),
    replacement,
    counters,
    tlb,
  });
  const lines = editableText(status).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(101);
  expect(accepted(editableText(status))).toEqual(status);
});

test.each([
  ['   P1 -> A -> 4', '   P1 -> A -> 5', '4 pages, as in the page table of P1', '"   P1 -> A -> 5"'],
  ['   P1 -> A -> 4', '   P1 -> A -> 3', 'no more than 3 pages here', '"   2-3 -> 2-3 -> R"'],
  ['   P1 -> A -> 4', '   P1 -> B -> 4', 'B is in the list already', '"   editor -> B -> 9"'],
  ['   P1 -> A -> 4', '   P1 -> a -> 4', 'a letter from A to Z', '"   P1 -> a -> 4"'],
  ['   P1 -> A -> 4', '   editor -> A -> 4', 'editor is in the list already', '"   editor -> B -> 9"'],
  ['   P1 -> A -> 4', '   -P1 -> A -> 4', 'a name: at most 32 of', '"   -P1 -> A -> 4"'],
  [
    '   P1 -> A -> 4',
    `   ${'x'.repeat(33)} -> A -> 4`,
    'a name: at most 32 of',
    `"   ${'x'.repeat(33)} -> A -> 4"`,
  ],
  [
    '   P1 -> A -> 4',
    `   P1 -> A -> ${MAX_PAGES + 1}`,
    `0 to ${MAX_PAGES}`,
    `"   P1 -> A -> ${MAX_PAGES + 1}"`,
  ],
  ['   P1 -> A -> 4', '   P1 -> A', 'a row such as', '"   P1 -> A"'],
  ['   P1 -> A -> 4', '   P1 -> A -> 4 -> 4', 'a row such as', '"   P1 -> A -> 4 -> 4"'],
  [
    '=== Page Table: P1 ===',
    '=== Page Table: P2 ===',
    '"=== Page Table: P1 ==="',
    '"=== Page Table: P2 ==="',
  ],
])('in the list of processes "%s" may not become "%s"', (from, to, expected, found) => {
  expectRefused(edited(from, to), found, expected);
});

test('there are only so many processes', () => {
  const rows = Array.from({ length: MAX_PROCESSES }, (_, k) => `   Q${k} -> # -> 1`);
  const last = rows.at(-1) ?? '';
  expectRefused(
    edited('   P1 -> A -> 4', rows.join('\n')),
    '"   editor -> B -> 9"',
    'at most 65536 processes',
  );
  expectRefused(edited('   P1 -> A -> 4', `   P1 -> A -> 4\n${rows.join('\n')}`), `"${last}"`, 'at most');
});

test('there are only so many pages in all processes together', () => {
  const text = edited('   P1 -> A -> 4', `   P1 -> A -> ${MAX_PAGES - 8}`).replace(
    '   2-3 -> 2-3 -> R',
    `   2-3 -> 2-3 -> R\n   4-${MAX_PAGES - 9} -> disk`,
  );
  expectRefused(text, '"   editor -> B -> 9"', `at most ${MAX_PAGES} pages altogether`);
});

test.each([
  ['   2-3 -> 2-3 -> R', '   2-3 -> 2-4 -> R', 'as many frames as pages: 2'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 2 -> R', 'as many frames as pages: 2'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 1-2 -> R', 'frame 1 is mapped above'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 7-8 -> R', 'the last number of a range (0 to 7)'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 8-9 -> R', 'a frame below TOTAL_FRAMES, or disk (0 to 7)'],
  ['   2-3 -> 2-3 -> R', '   1-2 -> 2-3 -> R', 'pages in ascending order, 2 at least'],
  ['   2-3 -> 2-3 -> R', '   3-3 -> 2-3 -> R', 'its last number above its first'],
  ['   2-3 -> 2-3 -> R', '   2-3 = 2-3 -> R', '" -> " between page and frame'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 2-3 -> X', 'R, D, RD, - or loaded for a page in a frame'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 2-3 -> DR', 'no use count is kept'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 2-3 -> S', 'R, D, RD, - or loaded'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 2-3 ', 'the end of the row or'],
  ['   2-3 -> 2-3 -> R', '   2-3 -> 2-3 -> R -> 3', 'no use count is kept for this page'],
  ['   0 -> disk -> S', '   0 -> disk -> R', 'S or - for a page on disk'],
  ['   0 -> disk -> S', '   0 -> disk -> S -> 3', 'no use count is kept for this page'],
  ['   0 -> disk -> S', '   0 -> disc -> S', 'a frame below TOTAL_FRAMES, or disk'],
  [
    '   3-8 -> disk',
    '   2199023255551-2199023255552 -> disk',
    'the last number of a range (0 to 2199023255551)',
  ],
])('the page-table row "%s" may not become "%s"', (from, to, expected) => {
  expectRefused(edited(from, to), `"${to}"`, expected);
});

test('a row that is not indented as rows are is refused where it stands', () => {
  expectRefused(edited('   3-8 -> disk', '  3-8 -> disk'), '"  3-8 -> disk"', 'a row such as');
});

test('a page table has its column heading', () => {
  const text = editableText().replace('Page Number -> Frame Number\n   0-1', '   0-1');
  expectRefused(text, '"   0-1 -> 0-1"', '"Page Number -> Frame Number"');
});

test('rows beyond the pages of their process are refused', () => {
  expectRefused(
    edited('   3-8 -> disk', '   3-8 -> disk\n   9 -> disk'),
    '"   9 -> disk"',
    'no more than 9 pages here',
  );
});

test('a row may say loaded, - or nothing where that is the same', () => {
  expect(accepted(edited('   0-1 -> 0-1', '   0-1 -> 0-1 -> loaded'))).toEqual(exampleStatus());
  expect(accepted(edited('   3-8 -> disk', '   3-8 -> disk -> -'))).toEqual(exampleStatus());
});

test('lfu writes use counts that are not 0, and loaded where only they are worth a column', () => {
  const status = withTable(
    'lfu',
    pageRuns([0, 0, 2, FRESH | REFERENCED, 3], [2, 2, 2, 0, 7], [4, 4, 4, DIRTY, 0]),
  );
  expect(editableText(status)).toContain(
    '   0-1 -> 0-1 -> loaded -> 3\n   2-3 -> 2-3 -> - -> 7\n   4-7 -> 4-7 -> D\n',
  );
  expect(accepted(editableText(status))).toEqual(status);
});

test('lfu that keeps its counts has them on disk too', () => {
  const rows = pageRuns([0, 0, 8, REFERENCED, 0], [8, DISK, 1, SWAPPED, 7], [9, DISK, 1, 0, 2]);
  const status = withTable('lfu', rows, true);
  expect(editableText(status)).toContain('   8 -> disk -> S -> 7\n   9 -> disk -> - -> 2\n');
  expect(accepted(editableText(status))).toEqual(status);
});

test('aging writes ages that are not 10000000 in binary', () => {
  const status = withTable('aging', pageRuns([0, 0, 4, REFERENCED, 0x80], [4, 4, 4, 0, 5]));
  expect(editableText(status)).toContain('   0-3 -> 0-3 -> R\n   4-7 -> 4-7 -> - -> 00000101\n');
  expect(accepted(editableText(status))).toEqual(status);
  expectRefused(
    edited('00000101', '00000102', status),
    '"   4-7 -> 4-7 -> - -> 00000102"',
    'eight binary digits',
  );
  expectRefused(edited('00000101', '101', status), '"   4-7 -> 4-7 -> - -> 101"', 'eight binary digits');
  expectRefused(
    edited('00000101', '000001010', status),
    '"   4-7 -> 4-7 -> - -> 000001010"',
    'the end of the row',
  );
});

test.each([
  ['a fresh page whose R bit is not as the load left it', pageRuns([0, 0, 8, FRESH])],
  ['a page in a frame that is swapped out', pageRuns([0, 0, 8, SWAPPED])],
  ['a page on disk that is dirty', pageRuns([0, 0, 8, 0], [8, DISK, 1, DIRTY])],
  ['a use count that the policy does not keep', pageRuns([0, 0, 8, 0, 3])],
])('%s is a bug of who made the status', (_, table) => {
  expect(() => formatStatus(withTable('clock', table))).toThrow();
});

test.each([
  ['   P1 -> 3 -> 96', '   P1 -> 4 -> 96', 'a page in the page table of P1'],
  ['   P1 -> 3 -> 96', '   P2 -> 3 -> 96', 'a process that has a page table'],
  ['   P1 -> 3 -> 96', '   P1 -> 3 -> 4096', 'bytes of one page, fewer than 4096'],
  ['   P1 -> 3 -> 96', '   P1 -> 3 -> 0', 'only pages that waste something'],
])('the waste "%s" may not become "%s"', (from, to, expected) => {
  expectRefused(edited(from, to), `"${to}"`, expected);
});

test('a page wastes once', () => {
  expectRefused(
    edited('   P1 -> 3 -> 96', '   P1 -> 3 -> 90\n   P1 -> 3 -> 6'),
    '"   P1 -> 3 -> 6"',
    'in ascending order, each once',
  );
});

test.each([
  ['6: 0-3 11: 5 4', '6: 0-3 11: 5', 'every frame in use in the load order: frame 4 is missing'],
  ['6: 0-3 11: 5 4', '6: 0-3 11: 5 7', 'frame 7 is free, or stands here already'],
  ['6: 0-3 11: 5 4', '6: 0-3 11: 5 4 4', 'times up to 12, the Time above'],
  ['6: 0-3 11: 5 4', '6: 0-3 10: 5 5', 'frame 5 is free, or stands here already'],
  ['6: 0-3 11: 5 4', '6: 0-3 9: 5 4', 'times that ascend from 1: 9 cannot follow here'],
  ['6: 0-3 11: 5 4', '0: 0-3 11: 5 4', 'times that ascend from 1: 0 cannot follow here'],
  ['6: 0-3 11: 5 4', '6: 0-3 12: 5 4', 'times up to 12, the Time above'],
  ['6: 0-3 11: 5 4', '0-3 5 4', 'a time and a colon before the first frame'],
  ['6: 0-3 11: 5 4', '6: 0-3 11:5 4', 'a space after the colon'],
  ['6: 0-3 11: 5 4', '6: 0-3 11: 3x 4', 'ranges such as 8-63 with one space between them'],
  ['6: 0-3 11: 5 4', '6: 0-3 10: 3 9: 4', 'frame 3 is free, or stands here already'],
  ['6: 0-3 11: 5 4', '6: 0-3 8', 'a frame below TOTAL_FRAMES (0 to 7)'],
])('the load order "%s" may not become "%s"', (from, to, expected) => {
  expectRefused(edited(from, to), `"${to}"`, expected);
});

test.each([
  ['10: 2', '10: 7', 'frames in use, each once: frame 7 is free, or stands here already'],
  ['10: 2', '10: 5', 'frames loaded before this time: frame 5 was not'],
  ['10: 2', '9: 2', 'each tick is one load or one reference'],
  ['10: 2', '10: 2-3', 'each tick is one load or one reference'],
  ['10: 2', '13: 2', 'times up to 12'],
])('the use order "%s" may not become "%s"', (from, to, expected) => {
  expectRefused(edited(from, to), `"${to}"`, expected);
});

test('a page that was used is no longer just loaded', () => {
  expectRefused(edited('\n10: 2\n', '\n10: 1\n'), '"   0-1 -> 0-1"', 'frame 1 is in the use order');
});

test('a frame is used last once', () => {
  const text = editableText().replace('6: 0-3 11: 5 4', '1: 0-3 11: 5 4').replace('\n10: 2\n', '\n9: 2 2\n');
  expectRefused(text, '"9: 2 2"', 'frames in use, each once: frame 2 is free, or stands here already');
});

test.each([
  ['   P1 -> 3 -> 3', '   P1 -> 3 -> 2', 'the page and frame of a page table above'],
  ['   P1 -> 3 -> 3', '   P1 -> 9 -> 3', 'the page and frame of a page table above'],
  ['   P1 -> 3 -> 3', '   P9 -> 3 -> 3', 'the page and frame of a page table above'],
  ['   editor -> 1 -> 5', '   P1 -> 3 -> 3', 'each page once'],
])('the TLB entry "%s" may not become "%s"', (from, to, expected) => {
  expectRefused(edited(from, to, withTlb), `"${to}"`, expected);
});

test('a TLB holds no more than it has entries', () => {
  expectRefused(
    edited('TLB Entries: 2', 'TLB Entries: 1', withTlb),
    '"   editor -> 1 -> 5"',
    'at most 1 rows',
  );
  expectRefused(
    edited(
      '\n=== Segment Table',
      '\n=== TLB ===\nProcess -> Page Number -> Frame Number\n   P1 -> 3 -> 3\n\n=== Segment Table',
    ),
    '"   P1 -> 3 -> 3"',
    'at most 0 rows',
  );
});

test('a TLB that is emptied when the process changes holds one process', () => {
  const text = edited('TLB Flush: no', 'TLB Flush: yes\nTLB Process: P1', withTlb);
  expectRefused(text, '"   editor -> 1 -> 5"', 'of the TLB Process above alone');
});
