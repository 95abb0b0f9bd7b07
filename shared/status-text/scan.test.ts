/**
 * Scanned or read the long way, rows and lists are the same, and so is what is refused and why. The long way is what is
 * left where a file ends in a digit, so a digit after its last line makes all of it be read that way.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReplacementStatus } from '../status.ts';
import { exampleStatus } from '../testing/example-status.ts';
import { PlainColumns } from './columns.ts';
import { Cursor } from './cursor.ts';
import { FrameSet } from './frame-set.ts';
import { PageColumns } from './page-columns.ts';
import { readPageTable } from './page-rows.ts';
import { BadStatus } from './problem.ts';
import { lastStart } from './scan.ts';
import { readTimedList } from './timed-list.ts';

const FRAMES = 64;
/** More than what a scan wants to have before it at the end of a file. */
const REST = `\n=== Rest ===\n${'x'.repeat(200)}\n`;

/** What `read` answers about `text`, where it stops, or how it refuses. */
function answer(text: string, read: (cursor: Cursor) => unknown): unknown {
  const cursor = new Cursor(Buffer.from(text));
  try {
    return { value: read(cursor), at: cursor.at, line: cursor.line };
  } catch (error) {
    if (!(error instanceof BadStatus)) throw error;
    return error.problem;
  }
}

function bothWays(text: string, read: (cursor: Cursor) => unknown): unknown {
  const scanned = answer(`${text}${REST}`, read);
  expect(lastStart(new Cursor(Buffer.from(`${text}${REST}`)).view)).toBeGreaterThanOrEqual(text.length);
  expect(lastStart(new Cursor(Buffer.from(`${text}${REST}0`)).view)).toBe(-1);
  // The line feed makes both a file that is not cut off in mid-line as far as the section goes.
  expect(scanned).toEqual(answer(`${text}${REST}0`, read));
  return scanned;
}

const anyNumber = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: FRAMES }) },
  fc.nat({ max: 99_999 }),
  fc.constantFrom(9_999_999, 10_000_000, 99_999_999, 100_000_000, 2 ** 31, 2 ** 41, 2 ** 53 - 1),
);
const anyRange = fc
  .tuple(anyNumber, fc.constantFrom(0, 0, 0, 1, 2, 7))
  .map(([first, more]) => (more === 0 ? `${first}` : `${first}-${first + more}`));

/** Text in which, more often than not, something was put out of order. */
function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const inserted = fc.constantFrom(
    '',
    '0',
    '00',
    '1',
    '9'.repeat(8),
    '9'.repeat(30),
    '-',
    ' ',
    ' -> ',
    ':',
    '\n',
    'R',
    'é',
  );
  const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), inserted });
  return fc.tuple(text, fc.option(edit)).map(([whole, edited]) => {
    if (!edited) return whole;
    const at = edited.at % (whole.length + 1);
    return whole.slice(0, at) + edited.inserted + whole.slice(at + edited.cut);
  });
}

/** A page table of pages that ascend in frames that come once, as the programs write it. */
const rightTable = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat({ max: 40_000_000 }), fc.nat()), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((runs) =>
    fc.tuple(fc.constant(runs), fc.shuffledSubarray([...runs.keys()], { minLength: runs.length })),
  )
  .chain(([runs, order]) => fc.tuple(fc.constant(runs), fc.constant(order), fc.constantFrom(0, 1)))
  .map(([runs, order]) => {
    const starts: number[] = [];
    let nextFrame = 0;
    for (const index of order) {
      starts[index] = nextFrame;
      nextFrame += runs[index]?.[0] ?? 0;
    }
    let page = 0;
    const rows = runs.map(([count, gap, column], index) => {
      page += gap % 5 === 0 ? 0 : gap;
      const pages = count === 1 ? `${page}` : `${page}-${page + count - 1}`;
      const start = starts[index] ?? 0;
      const frames = count === 1 ? `${start}` : `${start}-${start + count - 1}`;
      page += count;
      const row = column % 7 === 0 ? `${pages} -> disk${column % 2 ? ' -> S' : ''}` : `${pages} -> ${frames}`;
      return `   ${row}${column % 7 === 0 ? '' : (['', ' -> R', ' -> RD', ' -> D', ' -> -', ' -> loaded'][column % 6] ?? '')}`;
    });
    return `Page Number -> Frame Number\n${rows.join('\n')}\n`;
  });
const anyTable = fc
  .array(
    fc.tuple(
      anyRange,
      fc.oneof(anyRange, fc.constant('disk')),
      fc.constantFrom('', ' -> R', ' -> S', ' -> X'),
    ),
    { maxLength: 8 },
  )
  .map(
    (rows) =>
      `Page Number -> Frame Number\n${rows.map((row) => `   ${row[0]} -> ${row[1]}${row[2]}\n`).join('')}`,
  );

/** A list as the programs write it: frames once each, times that ascend. */
const rightList = fc
  .array(fc.tuple(fc.nat({ max: FRAMES / 2 - 1 }), fc.option(fc.nat({ max: 3_000_000_000 })), fc.boolean()), {
    minLength: 1,
    maxLength: 20,
  })
  .map((entries) => {
    const frames = new Set(entries.map(([half]) => 2 * half));
    return Array.from(
      frames,
      (frame, index) => [frame, entries[index]?.[1] ?? null, entries[index]?.[2]] as const,
    );
  })
  .map((entries) => {
    let time = 0;
    const words = entries.map(([frame, gap, several], index) => {
      const starts = index === 0 || (gap !== null && gap > 0);
      if (starts) time += 1 + (gap ?? 0);
      const count = several ? 2 : 1;
      const word = `${starts ? `${time}: ` : ''}${frame}${count === 2 ? `-${frame + 1}` : ''}`;
      time += count;
      return word + (index % 6 === 5 ? '\n' : ' ');
    });
    return `${words.join('').slice(0, -1)}\n`;
  });

const HALF_A_RANGE = 'Page Number -> Frame Number\n   5 -> 0-\n';

describe.each([['clock'], ['lfu'], ['aging']] as const)('a page table under %s', (policy) => {
  const replacement: ReplacementStatus = { ...exampleStatus().paging.replacement, policy, keepCounts: true };
  const read = (cursor: Cursor) => {
    const taken = new FrameSet(FRAMES);
    const plain = new PlainColumns();
    const limits = {
      totalFrames: FRAMES,
      maxPage: 2 ** 41 - 1,
      mostPages: 40,
      areListed: true,
      taken,
      plain,
    };
    const answered = readPageTable(cursor, new PageColumns(replacement), limits);
    return { ...answered, taken: Array.from({ length: FRAMES }, (_, frame) => taken.has(frame)) };
  };

  test('says the same, scanned or read the long way', () => {
    fc.assert(
      fc.property(mutated(fc.oneof(rightTable, anyTable)), (text) => void bothWays(text, read)),
      { numRuns: 600, examples: [[HALF_A_RANGE]] },
    );
  });

  test.each([' ', ' -', ' -> ', ' -> R', '-', ' -> disk', '\n'])(
    'that ends in digits and %j is refused',
    (end) => {
      const refused = expect.objectContaining({ expected: expect.any(String) });
      for (const digits of [40, 60, 64, 65, 100]) {
        for (const start of ['   ', '   1 -> ']) {
          const text = `Page Number -> Frame Number\n${start}${'1'.repeat(digits)}${end}`;
          expect(answer(text, read)).toEqual(refused);
        }
      }
    },
  );

  test('that is right is read whole', () => {
    fc.assert(
      fc.property(rightTable, (text) => {
        expect(bothWays(text, read)).toMatchObject({ at: text.length });
      }),
    );
  });
});

describe('a list of frames by time', () => {
  const read = (cursor: Cursor) => {
    const allowed = new FrameSet(FRAMES);
    allowed.add(0, FRAMES);
    const limits = { totalFrames: FRAMES, usedFrames: 30, lastTime: 2 ** 40, plain: new PlainColumns() };
    const { runs } = readTimedList(cursor, limits, allowed);
    return { ...runs, left: Array.from({ length: FRAMES }, (_, frame) => allowed.has(frame)) };
  };

  test('says the same, scanned or read the long way', () => {
    fc.assert(
      fc.property(mutated(rightList), (text) => void bothWays(text, read)),
      { numRuns: 1000, examples: [['1: 2: 3 4\n'], ['1: 1: 3 4\n']] },
    );
  });

  test.each([':', ': ', '-', ' ', ' -', '\n'])('that is nothing but digits and %j is refused', (end) => {
    const refused = expect.objectContaining({ expected: expect.any(String) });
    for (const digits of [63, 64, 65, 100]) expect(answer('1'.repeat(digits) + end, read)).toEqual(refused);
  });

  test('that is right is read whole', () => {
    fc.assert(
      fc.property(rightList, (text) => {
        expect(bothWays(text, read)).toMatchObject({ at: text.length });
      }),
    );
  });
});
