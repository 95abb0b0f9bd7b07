import { describe, expect, it } from 'vitest';
import type { SegmentStatus } from '../../shared/status.ts';
import { shown, type TestDashboard } from '../testing/shown.ts';
import { madeStatus } from '../testing/statuses.ts';
import { DARK, MONOCHROME } from '../theme.ts';

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const at = (id: number, base: number, limit: number, name: string | null = null): SegmentStatus => ({
  ...{ id, base, limit, grows: 'up', name },
});

/** The strip, or the two of them, without colours. */
async function strips(columns: number, rows: number, segments: readonly SegmentStatus[]): Promise<string[]> {
  const screen = await shown(columns, rows, madeStatus({ segments }), { theme: MONOCHROME });
  const { y } = screen.find('6 Segment space');
  return screen
    .lines()
    .slice(y + 1)
    .filter((line) => /^│ [▏▌╌]/.test(line));
}

/** The lines of the panel, without its borders. */
function linesIn(screen: TestDashboard): string[] {
  const { y } = screen.find('6 Segment space');
  const lines = screen.lines().slice(y + 1);
  return lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('└')),
    )
    .map((line) => line.slice(2, -2));
}

describe('a hole of less than a column', () => {
  const segments = [at(0, 1000, 12_288), at(2, 13_388, 16_384, 'heap'), at(4, 29_862, 20_480)];

  it.each([
    [80, 24],
    [120, 40],
  ])('is drawn where the segment after it begins, at %dx%d', async (columns, rows) => {
    const screen = await shown(columns, rows, madeStatus({ segments }));
    expect(linesIn(screen)[0]).toMatch(/^▏0 +╎2 heap +╎4 {20}/);
    const { x, y } = screen.find('╎2 heap');
    expect(screen.cell(x, y)).toMatchObject({ foreground: 245, background: 234 });
    expect(screen.cell(x + 1, y).background).toBe(29);
  });

  it('leaves the segment after it the address', async () => {
    const screen = await shown(80, 24, madeStatus({ segments }));
    const [strip = '', addresses = ''] = linesIn(screen);
    for (const [name, base] of [
      ['╎2 heap', '13388'],
      ['╎4', '29862'],
    ] as const)
      expect(addresses.indexOf(base)).toBe(strip.indexOf(name));
    expect(addresses).not.toMatch(/13288|29772/);
  });

  it('is a sign of its own in ASCII and without colours', async () => {
    const plain = await shown(80, 24, madeStatus({ segments }), { theme: MONOCHROME, ascii: true });
    expect(linesIn(plain)[0]).toMatch(/^\[0 +;2 heap +;4 +\[:/);
  });

  it('is drawn at the end of the space too', async () => {
    const screen = await shown(80, 24, madeStatus({ segments: [at(0, 1000, 65_500)] }));
    expect(linesIn(screen)[0]).toMatch(/^▏0 +╎$/);
  });

  it('hides no segment of a column', async () => {
    const narrow = [at(0, 1000, 20_000), at(1, 21_010, 820), at(2, 21_840, 820), at(3, 30_000, 20_000)];
    const screen = await shown(80, 24, madeStatus({ segments: narrow }));
    expect(linesIn(screen)[0]).toMatch(/^▏0 {20,}1▌/);
  });
});

it('under a segment stands its base, not that of a hole beside it, which is narrower than its address', async () => {
  const segments = [at(0, 1000, 12_000), at(1, 15_000, 20_000), at(2, 40_000, 300), at(3, 52_000, 10_000)];
  const screen = await shown(80, 24, madeStatus({ segments }));
  const [strip = '', addresses = ''] = linesIn(screen);
  expect(strip).toMatch(/^▏0 +╌╌▏1 +/);
  expect(addresses).toMatch(/^1000 +15000 +35000 40000 +52000 +66536$/);
});

it('runs no numbers of narrow segments together with colours either', async () => {
  const narrow = [at(30, 1000, 2586), at(4, 3586, 862), at(0, 4448, 862), at(9, 5310, 862), at(7, 9000, 862)];
  const screen = await shown(80, 24, madeStatus({ segments: [...narrow, at(8, 12_000, 30_000)] }));
  const [strip = ''] = linesIn(screen);
  expect(strip).toMatch(/^▏30▌0▌╌╌╌7╌╌╌▏8/);
  const { x, y } = screen.find('▌0▌');
  expect(screen.cell(x, y)).toMatchObject({ foreground: 27, background: 234 });
});

describe('the segment space without colours', () => {
  const segments = [
    at(0, 1000, 1000, 'code'),
    at(2, 5000, 4000),
    at(3, 9000, 6000, 'heap'),
    at(5, 16_000, 2000),
  ];

  it('keeps a segment from the hole beside it, and the size of that from its name', async () => {
    expect((await strips(160, 35, segments)).at(-1)).toContain('▏0 code ▏╌╌╌╌╌╌╌ 2.9 KiB ╌╌╌╌╌╌╌╌▏2   ');
    expect(await strips(80, 24, segments)).toEqual([
      '│ ▏0  ╌ 2.9 KiB ╌▏2            ▏3 heap               ▏╌╌╌▏5     ▏≈ 47.4 KiB ≈  │',
    ]);
  });

  it('shows the number where there is no room for the name too', async () => {
    expect((await strips(60, 20, segments))[0]).toMatch(/^│ ▏0▏╌+▏2 +▏3 heap +▏╌▏5 +▏≈ 47.4 KiB ≈ +│/);
  });

  it('runs no numbers of narrow segments together', async () => {
    const narrow = Array.from({ length: 8 }, (_, id) => at(id, 1000 + 1000 * id, 1000));
    const screen = await shown(80, 40, madeStatus({ segments: narrow }), { theme: MONOCHROME });
    const [whole = ''] = linesIn(screen);
    expect(whole).toMatch(/^[▌▏\d]{8,10}╌/);
    expect(whole.split('╌')[0]).not.toMatch(/\d\d/);
  });
});

it('has a sign before a segment of a column after a block, without colours', async () => {
  const [whole = ''] = await strips(80, 24, [at(0, 1000, 40_000), at(1, 41_000, 500)]);
  expect(whole).toMatch(/▏0 +▏1▏╌/);
});

it('calls a segment and a hole the same with colours and without, a segment by its number first', async () => {
  const random = generator(3);
  for (let round = 0; round < 12; round++) {
    const names = ['stack', 'code', null, 'a-long-name'];
    const segments: SegmentStatus[] = [];
    let base = 1000;
    for (let id = 0; base < 60_000 && id < 14; id++) {
      base += random() < 0.5 ? 0 : Math.floor(random() * 6000);
      const limit = 1 + Math.floor(random() ** 3 * 12_000);
      segments.push(at(id, base, limit, names[id % names.length] ?? null));
      base += limit;
    }
    const fitting = segments.filter((segment) => segment.base + segment.limit <= 66_536);
    for (const [columns, rows] of [
      [60, 20],
      [80, 24],
      [120, 40],
    ] as const) {
      const said: string[][] = [];
      for (const theme of [DARK, MONOCHROME]) {
        const screen = await shown(columns, rows, madeStatus({ segments: fitting }), { theme });
        said.push(linesIn(screen).map((line) => line.replace(/[▏╎╌▌ ]+/g, ' ').trim()));
        screen.close();
      }
      const [coloured, plain] = said;
      expect(coloured).toEqual(plain);
      // Below its number a name may stand by itself.
      expect(coloured?.[0]).not.toMatch(/(?<!\d )(stack|code|a-long-name)/);
    }
  }
});

it('has a name below the number where there are lines for it and no room beside', async () => {
  const screen = await shown(
    120,
    40,
    madeStatus({ segments: [at(0, 1000, 50_000, 'code'), at(3, 62_440, 4096, 'stack')] }),
  );
  const lines = linesIn(screen);
  expect(lines[0]).toMatch(/▏3 +$/);
  expect(lines[1]).toMatch(/▏stack +$/);
  expect(lines[2]).toMatch(/▏4 KiB +$/);
});

it.each([
  [200, 'first fit, no coalescing, 8-byte headers · 2 holes · external fragmentation = 1 − largest '],
  [120, 'first fit, no coalescing, 8-byte headers · 1 − largest 56.2 KiB ÷ free '],
  [100, 'first fit, no coalescing, 8-byte headers · 1 − largest ÷ free '],
])(
  'the heading of the segment space names the conventions where there is room, in %d columns',
  async (columns, words) => {
    const status = madeStatus({ segments: [at(0, 1000, 1000), at(1, 5000, 4000)] });
    const segmentation = { ...status.segmentation, coalesce: false, header: 8 };
    const screen = await shown(columns, 40, { ...status, segmentation });
    expect(screen.line(screen.find('6 Segment space').y)).toContain(`─ ${words}`);
  },
);

describe('the list of all regions', () => {
  const named = (index: number): SegmentStatus => ({
    ...at(index, 1000 + 100 * (index + 1), 100, `a-rather-long-segment-name-${index}-xy`.slice(0, 32)),
    grows: index === 3 ? 'down' : 'up',
  });
  const segments = Array.from({ length: 12 }, (_, index) => named(index));

  it.each([60, 66, 80, 120])(
    'cuts names in their middle where there is no room, at %d columns',
    async (columns) => {
      const screen = await shown(columns, 40, madeStatus({ segments }));
      await screen.press('6', 'e');
      const words = linesIn(screen).flatMap((line) => /segment \d+ \S+.*/.exec(line)?.[0].trimEnd() ?? []);
      expect(words).toHaveLength(12);
      for (const [index, text] of words.entries()) {
        const [, id, name = '', end] = /segment (\d+) (\S+?)(, grows down)?$/.exec(text) ?? [];
        expect([id, end]).toEqual([String(index), index === 3 ? ', grows down' : undefined]);
        const [begin = '', rest = ''] = name.split('…');
        const whole = segments[index]?.name ?? '';
        expect(whole.startsWith(begin) && whole.endsWith(rest)).toBe(true);
        expect(name.includes('…')).toBe(name !== whole);
      }
      if (columns === 120) expect(words[0]).toBe(`segment 0 ${segments[0]?.name}`);
    },
  );
});
