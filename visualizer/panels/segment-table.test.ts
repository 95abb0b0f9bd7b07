import { describe, expect, it } from 'vitest';
import type { SegmentStatus } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { shown } from '../testing/shown.ts';
import { madeStatus } from '../testing/statuses.ts';

const named = (id: number, name: string): SegmentStatus => ({
  ...{ id, base: 1000 + 1000 * id, limit: 500, grows: 'up', name },
});

it.each([
  [60, 20],
  [80, 24],
  [100, 30],
  [120, 40],
])('a long name is cut in its middle, and leaves the others theirs, at %dx%d', async (columns, rows) => {
  const segments = [named(0, 'a-name-of-thirty-two-characters-'), named(1, 'data')];
  const screen = await shown(columns, rows, madeStatus({ segments }));
  expect(screen.text()).toMatch(/ ID NAME +BASE LIMIT/);
  expect(screen.text()).toMatch(/ 0 {2}a-\S*…\S+ +1000 +500/);
  expect(screen.text()).toMatch(/ 1 {2}data +2000 +500/);
});

it.each([
  ['in a panel', 200, 60, ['4']],
  ['alone', 80, 24, ['4', 'e']],
])(
  'a name of 32 is whole where there is room for it beside all columns, %s',
  async (_, columns, rows, keys) => {
    const segments = [named(0, 'a-name-of-thirty-two-characters-'), named(1, 'data')];
    const screen = await shown(columns, rows, madeStatus({ segments }));
    await screen.press(...keys);
    expect(screen.text()).toMatch(/ ID NAME +BASE LIMIT +END/);
    expect(screen.text()).toMatch(/ 0 {2}a-name-of-thirty-two-characters- +1000 +500 +1500/);
    expect(screen.text()).toMatch(/ 1 {2}data {29} +2000 +500/);
  },
);

it('the holes below it need no blank line, and say how many have no room', async () => {
  const segments = [0, 2, 4].map((id) => named(id, 'data'));
  const screen = await shown(80, 24, madeStatus({ segments }));
  const { x, y } = screen.find('Holes');
  expect(
    [-1, 0, 1].map((below) =>
      screen
        .line(y + below)
        .slice(x, x + 30)
        .trim(),
    ),
  ).toEqual([expect.stringMatching(/^4 {2}data/), 'Holes by address, first fit', '1500: 1.5 KiB  … 2 more']);
});

describe('more segments than lines', () => {
  const many = (count: number) => {
    const segments = Array.from({ length: count }, (_, id) => ({ ...named(id, `s${id}`), limit: 1000 }));
    return madeStatus({ segments });
  };

  it('flow in columns of the same height, with the holes below them', async () => {
    const screen = await shown(120, 40, many(50));
    expect(screen.text()).toContain('… ');
    await screen.press('4', 'e');
    expect(screen.text()).not.toContain(' rows ');
    const { y } = screen.find('ID NAME');
    expect(screen.line(y).match(/ID NAME +BASE LIMIT +END/g)).toHaveLength(3);
    expect(screen.line(y + 1)).toMatch(/ 0 {2}s0 .* 17 {2}s17 .* 34 {2}s34 /);
    expect(screen.line(y + 17)).toMatch(/ 16 {2}s16 .* 33 {2}s33 /);
    expect(screen.line(y + 19)).toMatch(/ Holes by address, first fit/);
    expect(screen.line(y + 20)).toMatch(/ 51000: 15\.2 KiB/);
  });

  it.each([17, 18, 19, 20])('flow as soon as the holes would have no line below them: %d', async (count) => {
    const screen = await shown(80, 24, many(count));
    await screen.press('4', 'e');
    const { y } = screen.find('ID NAME');
    expect(screen.line(y).match(/ID NAME/g)).toHaveLength(count < 18 ? 1 : 2);
    expect(screen.text()).toContain(' Holes by address, first fit');
    expect(screen.text()).toContain(` ${1000 + 1000 * count}: `);
    for (let id = 0; id < count; id++) expect(screen.text()).toMatch(new RegExp(` ${id} {2}s${id} `));
  });

  it('are scrolled by all that is shown, and each is shown', async () => {
    const screen = await shown(80, 24, many(60));
    await screen.press('4', 'e');
    expect(screen.text()).toMatch(/ rows 1–36 ─┐/);
    expect(screen.text()).toMatch(/│ … 24 more/);
    const ids = (): string[] => screen.text().match(/(?<= )\d+(?= {2}s\d)/g) ?? [];
    const seen = new Set(ids());
    await screen.press('pagedown');
    for (const id of ids()) seen.add(id);
    expect(screen.text()).toMatch(/ rows 23–60 ─┐/);
    expect(seen.size).toBe(60);
    expect(screen.text()).not.toMatch(/│ … \d/);
    await screen.press('pagedown');
    expect(screen.text()).toContain('no further that way');
  });
});

it.each([60, 80, 200])('the heading of the holes is no part of itself, in %d columns', async (columns) => {
  const { segmentation } = exampleStatus();
  const screen = await shown(columns, 30, exampleStatus({ segmentation: { ...segmentation, fit: 'next' } }));
  const { x, y } = screen.find('Holes');
  expect(screen.line(y).slice(x)).toMatch(/^Holes( by address(, next fit( from ▸)?)?)? *│/);
});

describe('the conventions that are not the default', () => {
  const unusual = (segments: readonly SegmentStatus[]) => {
    const status = madeStatus({ segments });
    const placement = { fit: 'best', holeOrder: 'back', coalesce: false, header: 8, align: 16 } as const;
    return { ...status, segmentation: { ...status.segmentation, ...placement } };
  };

  it.each([
    [80, 24],
    [100, 30],
    [120, 40],
    [200, 50],
  ])('are all named with the holes, at %dx%d', async (columns, rows) => {
    const screen = await shown(columns, rows, unusual([named(0, 'data')]));
    for (const words of ['no coalescing', '8-byte headers', 'segments padded to 16 bytes']) {
      expect(screen.text()).toContain(words);
    }
    expect(screen.text()).toContain('1500: 63.5 KiB');
  });

  it('leave a line for holes, and are all there where the panel is alone', async () => {
    const screen = await shown(60, 20, unusual([named(0, 'data'), named(1, 'data')]));
    expect(screen.text()).not.toContain('no coalescing');
    await screen.press('4', 'e');
    expect(screen.text()).toContain(' Holes new ones last, best fit, no coalescing');
    expect(screen.text()).toContain(' 8-byte headers, segments padded to 16 bytes');
  });

  it('are named where there is no hole', async () => {
    const full = unusual([{ ...named(0, 'data'), limit: 65_536 }]);
    const screen = await shown(120, 40, full);
    expect(screen.text()).toMatch(/ Holes new ones last, best fit +│/);
    expect(screen.text()).toMatch(/│ none +│/);
  });
});

it.each([
  [80, 24],
  [120, 40],
])(
  'a blank line is between the words that there are no segments and the holes, at %dx%d',
  async (columns, rows) => {
    const screen = await shown(columns, rows, madeStatus({ segments: [] }));
    await screen.press('4');
    const { x, y } = screen.find('No segments.');
    const below = (lines: number): string =>
      screen
        .line(y + lines)
        .slice(x, x + 16)
        .trim();
    expect([below(1), below(2)]).toEqual(['', 'Holes by address']);
  },
);
