/** Segments and holes: what each row may say, and that together they cover the segment space. */
import { expect, test } from 'vitest';
import type { SegmentationStatus, Status } from '../status.ts';
import { exampleStatus } from '../testing/example-status.ts';
import { accepted, editableText, edited, expectRefused } from '../testing/refusals.ts';

function withSegmentation(segmentation: Partial<SegmentationStatus>): Status {
  const example = exampleStatus();
  return { ...example, segmentation: { ...example.segmentation, ...segmentation } };
}

/** Headers of 8 bytes and blocks of multiples of 16: 24 + 24 bytes with bases in them, and nothing else. */
const packed = withSegmentation({
  space: 48,
  header: 8,
  align: 16,
  segments: [
    { id: 0, base: 1008, limit: 1, grows: 'up', name: null },
    { id: 1, base: 1048, limit: 16, grows: 'down', name: null },
  ],
  holes: [],
  rover: null,
});

test.each([
  ['   1 -> 1100 -> 200', '   0 -> 1100 -> 200', 'ids in ascending order, each once'],
  ['   1 -> 1100 -> 200', '   5 -> 1100 -> 200', 'a segment id below MAX_SEGMENTS (0 to 4)'],
  ['   1 -> 1100 -> 200', '   1 -> 1100 -> 200 -> left', 'up or down'],
  ['   1 -> 1100 -> 200', '   1 -> 1100 -> 200 -> up -> a b', 'a row such as'],
  ['   1 -> 1100 -> 200', '   1 -> 1100 -> 200 -> up -> ?', 'a name'],
  ['   1 -> 1100 -> 200', '   1 -> 1100', 'a row such as'],
])('the segment "%s" may not become "%s"', (from, to, expected) => {
  expectRefused(edited(from, to), `"${to}"`, expected);
});

test.each([
  [
    'one byte more than there is room for',
    '   1 -> 1100 -> 200',
    '   1 -> 1100 -> 201',
    '"   1300 -> 400"',
    'the hole at 1300 from 1301 on: there it meets segment 1',
  ],
  ['one byte less', '   1 -> 1100 -> 200', '   1 -> 1100 -> 199', '"   1300 -> 400"', 'a hole 1299 -> 1'],
  [
    'a base one byte lower',
    '   1 -> 1100 -> 200',
    '   1 -> 1099 -> 200',
    '"   1 -> 1099 -> 200"',
    'segment 1 from 1100 on: there it meets segment 0',
  ],
  [
    'an end one byte past the space',
    '   2000 -> 64536',
    '   2000 -> 64537',
    '"   2000 -> 64537"',
    'the hole at 2000 inside the segment space, 1000 to 66536',
  ],
  [
    'a base below the space',
    '   0 -> 1000 -> 100 -> up -> code',
    '   0 -> 999 -> 101 -> up -> code',
    '"   0 -> 999 -> 101 -> up -> code"',
    'segment 0 inside the segment space',
  ],
  [
    'a segment of no bytes',
    '   0 -> 1000 -> 100 -> up -> code',
    '   0 -> 1000 -> 0 -> up -> code',
    '"   0 -> 1000 -> 0 -> up -> code"',
    'a limit of at least 1',
  ],
  ['a hole of no bytes', '   1300 -> 400', '   1300 -> 0', '"   1300 -> 0"', 'a size of at least 1'],
  [
    'a hole that is there twice',
    '   1300 -> 400',
    '   1300 -> 400\n   1300 -> 400',
    '"   1300 -> 400"',
    'there it meets the hole at 1300',
  ],
  [
    'no holes where there are some',
    '   1300 -> 400\n   2000 -> 64536',
    '   none',
    '"   none"',
    'a hole 1300 -> 400: no segment and no hole',
  ],
  [
    'neither a hole nor none',
    '   1300 -> 400\n   2000 -> 64536\n',
    '',
    'an empty line',
    '"   none" or a row such as',
  ],
])('%s is refused', (_, from, to, found, expected) => {
  expectRefused(edited(from, to), found, expected);
});

test('headers and rounding belong to the blocks, whichever way they grow', () => {
  expect(accepted(editableText(packed))).toEqual(packed);
});

test('a segment that grows down has its header at the low end of its block', () => {
  const text = edited('   1 -> 1048 -> 16 -> down', '   1 -> 1048 -> 17 -> down', packed);
  expectRefused(text, '"   1 -> 1048 -> 17 -> down"', 'segment 1 from 1024 on: there it meets segment 0');
});

test('a segment may grow down from the very end of what numbers can say', () => {
  const base = 2 ** 52;
  const segments = [{ id: 0, base: 2 ** 53, limit: base, grows: 'down', name: null }] as const;
  const status = withSegmentation({ base, space: base, segments, holes: [], rover: null });
  expect(accepted(editableText(status))).toEqual(status);
  const text = edited('   0 -> 9007199254740992', '   0 -> 9007199254740993', status);
  expectRefused(
    text,
    '"   0 -> 9007199254740993 -> 4503599627370496 -> down"',
    'a base address (0 to 9007199254740991)',
  );
});

test('where nothing is free there is no rover and no external fragmentation', () => {
  expect(editableText(packed)).toContain('\nRover: none\nExternal Fragmentation: 0 (nothing is free)\n');
  expectRefused(
    edited('Rover: none', 'Rover: 1000', packed),
    '"Rover: 1000"',
    '"Rover: none": there is no hole',
  );
});

test('internal fragmentation counts what a block has beyond its limit', () => {
  expect(editableText(packed)).toContain('(block - limit) of segments = 96 + 31 = 127\n');
});

test('external fragmentation is 0 while all that is free is one hole', () => {
  const holes = [{ base: 1300, size: 400 }];
  const status = withSegmentation({ space: 1000, holes });
  expect(editableText(status)).toContain('External Fragmentation: 1 - largest / free = 1 - 400 / 400 = 0\n');
});

test('holes may stand in any order, and keep it', () => {
  const holes = [...exampleStatus().segmentation.holes].reverse();
  const status = withSegmentation({ holes });
  expect(accepted(editableText(status)).segmentation.holes).toEqual(holes);
});

test('without a Rover line the next search starts at the first hole of the list', () => {
  expect(accepted(edited('Rover: 1300\n', '')).segmentation.rover).toBe(1300);
});
