/** The sections of a status file as a whole: their order, what may be left out, and how the file ends. */
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { FRESH, REFERENCED } from '../status.ts';
import { exampleStatus, frameRuns, pageRuns, timedRuns } from '../testing/example-status.ts';
import { accepted, editableText, edited, expectRefused } from '../testing/refusals.ts';
import { formatStatus } from './format.ts';
import { parseStatus } from './parse.ts';

/** What the design shows of a status file, and nothing more. */
const SAMPLE = `=== Memory Status ===
Format: 1
Revision: 17
Session: 5f3a9c1e
Written: 2026-11-23T00:21:07.123Z
Tracker: 4242
Door: command
Command: alloc P1 4
TOTAL_FRAMES: 64
PAGE_SIZE: 4096
Used Frames: 4
Free Frames: 60

=== Free Frame List ===
8-63 0-1 4 6

=== Page Table: P1 ===
Page Number -> Frame Number
   0 -> 3
   1 -> 5
   2 -> 7
   3 -> 2

=== Segment Table ===
Segment ID -> Base Address -> Limit
   0 -> 1000 -> 100
   1 -> 1100 -> 200
   2 -> 1300 -> 300

=== End of status, revision 17 ===
`;

const END = '=== End of status, revision 17 ===';

test('the sample of the design is a status file: the rest of it is defaults', () => {
  const { paging, segmentation } = accepted(SAMPLE);
  expect(paging.freeList).toEqual(frameRuns([8, 56], [0, 2], [4, 1], [6, 1]));
  const bits = FRESH | REFERENCED;
  const table = pageRuns([0, 3, 1, bits], [1, 5, 1, bits], [2, 7, 1, bits], [3, 2, 1, bits]);
  expect(paging.processes).toEqual([{ pid: 'P1', letter: 'A', table, waste: [] }]);
  expect(paging.loads).toEqual(timedRuns([3, 1, 1], [5, 1, 2], [7, 1, 3], [2, 1, 4]));
  expect(paging.time).toBe(4);
  expect(segmentation.holes).toEqual([{ base: 1600, size: 64_936 }]);
  expect(segmentation.rover).toBe(1600);
});

test('what is written of the sample has every line of it, in its order', () => {
  const lines = Buffer.from(formatStatus(accepted(SAMPLE)))
    .toString()
    .split('\n');
  let from = 0;
  for (const line of SAMPLE.split('\n')) {
    const at = lines.indexOf(line, from);
    expect(at, `"${line}" at or after line ${from + 1}`).toBeGreaterThanOrEqual(from);
    from = line === '' ? from : at + 1;
  }
});

test('four keys make a memory', () => {
  const text = `=== Memory Status ===\nFormat: 1\nRevision: 0\nSession: 00000000\nTOTAL_FRAMES: 4\nPAGE_SIZE: 16\n=== End of status, revision 0 ===\n`;
  const status = accepted(text);
  expect(status.paging.freeList).toEqual(frameRuns([0, 4]));
  expect(status.segmentation.holes).toHaveLength(1);
  expect(parseStatus(formatStatus(status))).toEqual({ ok: true, status });
});

test('the free-frame list may be left out while nothing is resident', () => {
  const text = SAMPLE.replace(/=== Page Table.*\n\n(?==== Segment)/s, '')
    .replace('8-63 0-1 4 6', '0-63')
    .replace(/^(Used|Free) Frames: .*\n/gm, '');
  const listed = accepted(text);
  expect(accepted(text.replace('=== Free Frame List ===\n0-63\n', ''))).toEqual(listed);
});

test('the free-frame list may not be left out where its order matters', () => {
  const text = SAMPLE.replace('=== Free Frame List ===\n8-63 0-1 4 6\n', '');
  expectRefused(text, '"=== Page Table: P1 ==="', '"=== Free Frame List ===" above');
});

test('processes that no section lists have letters as long as there are letters', () => {
  const tables = Array.from({ length: 28 }, (_, index) => {
    return `=== Page Table: p${index} ===\nPage Number -> Frame Number\n   0 -> disk\n\n`;
  });
  const text = SAMPLE.replace(/=== Page Table.*?\n\n/s, tables.join(''));
  const free = text.replace('8-63 0-1 4 6', '0-63').replace(/^(Used|Free) Frames: .*\n/gm, '');
  const letters = accepted(free).paging.processes.map(({ letter }) => letter);
  expect(letters.join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ##');
});

test('a page table that is there twice is refused', () => {
  const table = '=== Page Table: P1 ===\nPage Number -> Frame Number\n';
  const text = SAMPLE.replace('=== Segment Table ===', `${table}\n=== Segment Table ===`);
  expectRefused(text, '"=== Page Table: P1 ==="', 'that of P1 stands above');
});

test('a page table has a name', () => {
  expectRefused(SAMPLE.replace('Table: P1', 'Table: -'), '"=== Page Table: - ==="', 'a name');
  expectRefused(SAMPLE.replace('P1 ===', 'P1 =='), '"=== Page Table: P1 =="', '"=== Page Table: P1 ==="');
});

test('holes may not be left out where their order matters', () => {
  const text = SAMPLE.replace('1 -> 1100 -> 200', '1 -> 1150 -> 100');
  expectRefused(text, 'an empty line', 'a Holes section: there are 3 holes');
});

test('frames cannot have been loaded in less time than there was', () => {
  expectRefused(
    SAMPLE.replace('Used Frames', 'Time: 3\nUsed Frames'),
    '"=== Segment Table ==="',
    '4 frames cannot be loaded by time 3',
  );
});

test('a section in the wrong place is refused', () => {
  const text = editableText();
  const holes = text.slice(text.indexOf('=== Holes'), text.indexOf('=== Recent'));
  const moved = text.replace(holes, '').replace('=== Segment Table', `${holes}=== Segment Table`);
  expectRefused(
    moved,
    '"=== Segment Table ==="',
    'each section once, in this order: Free Frame List, Processes, Page Table, Internal',
  );
});

test('a section that is there twice is refused', () => {
  const text = editableText();
  const holes = text.slice(text.indexOf('=== Holes'), text.indexOf('=== Recent'));
  expectRefused(text.replace(holes, holes + holes), '"=== Holes ==="', 'each section once');
});

test('a section nobody knows is refused', () => {
  expectRefused(edited('=== Holes ===', '=== Cheese ==='), '"=== Cheese ==="', 'a section heading');
});

test('a line between two sections is refused', () => {
  expectRefused(
    edited('\n=== Holes ===', '\nhello\n=== Holes ==='),
    '"hello"',
    'another row of this section',
  );
});

test('empty lines before a section do not matter', () => {
  expect(accepted(edited('\n=== Holes ===', '\n\n\n=== Holes ==='))).toEqual(exampleStatus());
});

test('an end line of another revision is refused', () => {
  expectRefused(
    edited(END, '=== End of status, revision 16 ==='),
    '"=== End of status, revision 16 ==="',
    `"${END}"`,
  );
});

test('nothing may follow the end line', () => {
  expectRefused(`${editableText()}\n`, 'an empty line', 'nothing after');
  expectRefused(`${editableText()}Hits: 2\n`, '"Hits: 2"', 'nothing after');
});

test('the checksum is the CRC-32 of all bytes before its line', () => {
  const bytes = formatStatus(exampleStatus());
  const text = Buffer.from(bytes).toString();
  const at = text.indexOf('Checksum: ');
  expect(text.slice(at, at + 19)).toBe(
    `Checksum: ${crc32(text.slice(0, at)).toString(16).padStart(8, '0')}\n`,
  );
});

test('a wrong checksum is refused, and says what to do after editing by hand', () => {
  const text = Buffer.from(formatStatus(exampleStatus())).toString();
  const sum = /Checksum: (.*)/.exec(text)?.[0] ?? '';
  const changed = text.replace('Tracker: 4242', 'Tracker: 4243');
  expectRefused(changed, `"${sum}"`, 'edited by hand (then delete this line)');
  expect(accepted(changed.replace(`${sum}\n`, '')).tracker).toBe(4243);
  expectRefused(
    text.replace(sum, sum.toUpperCase().replace('CHECKSUM', 'Checksum')),
    `"${sum.toUpperCase().replace('CHECKSUM', 'Checksum')}"`,
    sum,
  );
});

test('what is wrong is said before the checksum is', () => {
  const text = Buffer.from(formatStatus(exampleStatus()))
    .toString()
    .replace('   1 -> 5 -> R', '   1 -> 0 -> R');
  expectRefused(text, '"   1 -> 0 -> R"', 'frame 0 is mapped above');
});
