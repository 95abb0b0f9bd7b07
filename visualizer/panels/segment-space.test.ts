import { describe, expect, it } from 'vitest';
import type { SegmentStatus } from '../../shared/status.ts';
import { shown } from '../testing/shown.ts';
import { madeStatus } from '../testing/statuses.ts';
import { MONOCHROME } from '../theme.ts';

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
      '│ ▏0  ▏╌╌╌╌╌╌╌╌╌╌▏2            ▏3 heap               ▏╌╌╌▏5     ▏≈ 47.4 KiB ≈  │',
    ]);
  });

  it('shows the number where there is no room for the name too', async () => {
    expect((await strips(60, 20, segments))[0]).toMatch(/^│ ▏0▏╌+▏2 +▏3 heap +▏╌▏5 +▏≈ 47.4 KiB ≈ +│/);
  });

  it('runs no numbers of narrow segments together', async () => {
    const narrow = Array.from({ length: 8 }, (_, id) => at(id, 1000 + 1000 * id, 1000));
    const [whole] = await strips(80, 40, narrow);
    expect(whole).toMatch(/^│ [▌▏\d]{8,10}╌/);
    expect(whole?.split('╌')[0]).not.toMatch(/\d\d/);
  });
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
