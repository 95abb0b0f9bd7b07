import { describe, expect, it } from 'vitest';
import { type Layout, layoutFor, MIN_HEIGHT, MIN_WIDTH, type Wishes } from './layout.ts';
import { PANEL_NAMES } from './view/panel-names.ts';

const wishes: Wishes = {
  focus: 'frames',
  zoomed: false,
  messageLines: 0,
  frameRows: (_, height) => Math.min(8, height),
  emptyTable: null,
  spaceRows: 4,
};

const layout = (width: number, height: number, changes: Partial<Wishes> = {}): Layout => {
  const made = layoutFor(width, height, { ...wishes, ...changes });
  if (!made) throw new Error(`no layout for ${width}x${height}`);
  return made;
};

const shown = (made: Layout): string[] => made.places.map(({ name }) => name);

/** How often each cell of the window belongs to something. */
function coverage(width: number, height: number, { header, places, keys }: Layout): Set<number> {
  const cells = new Uint8Array(width * height);
  for (const rect of [header, keys, ...places.map((place) => place.rect)]) {
    for (let y = rect.y; y < rect.y + rect.height; y++) {
      for (let x = rect.x; x < rect.x + rect.width; x++) {
        if (x < width && y < height) cells[y * width + x] = (cells[y * width + x] ?? 0) + 1;
      }
    }
  }
  return new Set(cells);
}

describe('the layout', () => {
  it('covers every cell of every window exactly once', () => {
    for (let width = MIN_WIDTH; width <= 220; width += 13) {
      for (let height = MIN_HEIGHT; height <= 80; height += 3) {
        for (const messageLines of [0, 2]) {
          for (const frameRows of [1, 8, 100]) {
            for (const emptyTable of [null, 'pages', 'segments'] as const) {
              const made = layout(width, height, {
                messageLines,
                frameRows: (_, most) => Math.min(frameRows, most),
                emptyTable,
                spaceRows: emptyTable === 'segments' ? 2 : 4,
              });
              expect([width, height, ...coverage(width, height, made)]).toEqual([width, height, 1]);
              for (const { rect } of made.places)
                expect(Math.min(rect.width - 20, rect.height - 4)).toBeGreaterThanOrEqual(0);
            }
          }
        }
      }
    }
  });

  it('is refused below 60x20', () => {
    expect(layoutFor(MIN_WIDTH - 1, MIN_HEIGHT, wishes)).toBeNull();
    expect(layoutFor(MIN_WIDTH, MIN_HEIGHT - 1, wishes)).toBeNull();
  });

  it('shows the essentials at 80x24, and every panel by its tab', () => {
    expect(shown(layout(80, 24))).toEqual(['frames', 'usage', 'pages', 'segments', 'space']);
    for (const focus of PANEL_NAMES) expect(shown(layout(80, 24, { focus }))).toContain(focus);
  });

  it('shows everything at once at 120x40 and at 200x60', () => {
    expect(shown(layout(120, 40)).sort()).toEqual([...PANEL_NAMES].sort());
    expect(shown(layout(200, 60)).sort()).toEqual([...PANEL_NAMES].sort());
  });

  it('shows the events at 100x30 too', () => {
    expect(shown(layout(100, 30))).toContain('events');
  });

  it('shows everything at once in a narrow window that is tall, and all but the trend in a wide one that is low', () => {
    expect(shown(layout(80, 52)).sort()).toEqual([...PANEL_NAMES].sort());
    expect(shown(layout(90, 60)).sort()).toEqual([...PANEL_NAMES].sort());
    for (const [width, height] of [
      [144, 20],
      [160, 35],
      [220, 24],
    ] as const) {
      expect(shown(layout(width, height)).sort()).toEqual(
        PANEL_NAMES.filter((name) => name !== 'trend').sort(),
      );
      expect(shown(layout(width, height, { focus: 'trend' }))).toContain('trend');
    }
  });

  it('gives the place of an empty table to what has something to tell', () => {
    for (const emptyTable of ['pages', 'segments'] as const) {
      for (const [width, height] of [
        [60, 20],
        [80, 24],
        [90, 40],
        [80, 52],
        [100, 30],
        [120, 40],
        [160, 30],
        [200, 60],
      ] as const) {
        const made = layout(width, height, { emptyTable });
        const usual = layout(width, height);
        expect(shown(made)).not.toContain(emptyTable);
        // Whatever was to be seen beside it still is.
        expect(shown(made)).toEqual(
          expect.arrayContaining(shown(usual).filter((name) => name !== emptyTable)),
        );
        // It is still found, by its key.
        expect(made.places.flatMap(({ tabs }) => tabs).sort()).toEqual([...PANEL_NAMES].sort());
        expect(layout(width, height, { emptyTable, focus: emptyTable })).toEqual(
          layout(width, height, { focus: emptyTable }),
        );
      }
    }
    expect(shown(layout(80, 24, { emptyTable: 'segments' }))).toEqual([
      'frames',
      'usage',
      'pages',
      'inspector',
      'space',
    ]);
    expect(shown(layout(80, 24, { emptyTable: 'pages' }))).toEqual([
      'frames',
      'usage',
      'events',
      'segments',
      'space',
    ]);
    expect(shown(layout(90, 40, { emptyTable: 'pages' }))).toEqual(
      expect.arrayContaining(['segments', 'inspector']),
    );
    for (const [emptyTable, other] of [
      ['segments', 'pages'],
      ['pages', 'segments'],
    ] as const) {
      expect(shown(layout(100, 30, { emptyTable }))).toEqual([
        'frames',
        'usage',
        other,
        'inspector',
        'events',
        'space',
      ]);
    }
  });

  it('gives the segment space no more rows than it fills', () => {
    const height = (made: Layout, name: string): number =>
      made.places.find((place) => place.name === name)?.rect.height ?? 0;
    const [short, long] = [layout(120, 40, { spaceRows: 2 }), layout(120, 40)];
    expect(height(short, 'space')).toBe(4);
    expect(height(long, 'space')).toBe(6);
    expect(height(short, 'events')).toBeGreaterThan(height(long, 'events'));
  });

  it('gives a zoomed panel all there is', () => {
    const [place, ...others] = layout(80, 24, { focus: 'trend', zoomed: true }).places;
    expect(others).toEqual([]);
    expect(place).toMatchObject({ name: 'trend', rect: { x: 0, y: 1, width: 80, height: 22 } });
  });

  it('gives the rows that the frames do not need to the others', () => {
    const height = (made: Layout, name: string): number =>
      made.places.find((place) => place.name === name)?.rect.height ?? 0;
    const few = layout(120, 40, { frameRows: () => 1 });
    const many = layout(120, 40, { frameRows: (_, most) => most });
    expect(height(few, 'frames')).toBeLessThan(height(many, 'frames'));
    expect(height(few, 'events')).toBeGreaterThan(height(many, 'events'));
  });
});
