/**
 * Which panel is where, in whole cells without a gap.
 *
 *     header          one line, two where there is room
 *     frames │ usage          always
 *     pages │ segments │ …    two to four columns; panels that have no place of their own share one as tabs, and so
 *                             does a table in which nothing stands
 *     space                   always
 *     trend │ events          from 36 lines on; narrow and tall: inspector │ trend, and below them the events
 *     keys            one line, and above it what has gone wrong, of up to three
 */
import type { Rect } from './surface.ts';
import type { PanelName } from './view/panel-names.ts';

export const MIN_WIDTH = 60;
export const MIN_HEIGHT = 20;

export interface Place {
  /** The panel that is shown here. */
  readonly name: PanelName;
  readonly rect: Rect;
  /** All the panels that share the place, this one among them. */
  readonly tabs: readonly PanelName[];
}

export interface Layout {
  readonly header: Rect;
  /** Between the header and the keys: of the panels, of what stands there instead, and of what lies over them. */
  readonly room: Rect;
  readonly places: readonly Place[];
  readonly keys: Rect;
}

export interface Wishes {
  readonly focus: PanelName;
  readonly zoomed: boolean;
  /** Lines above the keys for what has gone wrong. */
  readonly messageLines: number;
  /** Rows that the frame map fills of a width and a height. */
  readonly frameRows: (width: number, height: number) => number;
  /** The one of the two tables in which nothing stands, while something stands in the other. */
  readonly emptyTable: 'pages' | 'segments' | null;
  /** Rows that the segment space has something to show in. */
  readonly spaceRows: number;
}

/** Rows a panel needs beyond its content: the border. */
const BORDER = 2;

/** Null when the window is too small for any layout. */
export function layoutFor(width: number, height: number, wishes: Wishes): Layout | null {
  if (width < MIN_WIDTH || height < MIN_HEIGHT) return null;
  const headerHeight = height >= 28 ? 2 : 1;
  const keysHeight = 1 + wishes.messageLines;
  const header = { x: 0, y: 0, width, height: headerHeight };
  const keys = { x: 0, y: height - keysHeight, width, height: keysHeight };
  const room = { x: 0, y: headerHeight, width, height: height - headerHeight - keysHeight };
  const places = wishes.zoomed
    ? [{ name: wishes.focus, rect: room, tabs: [wishes.focus] }]
    : arrange(room, height, wishes);
  return { header, room, places, keys };
}

function arrange(room: Rect, windowHeight: number, wishes: Wishes): Place[] {
  const { focus, frameRows } = wishes;
  // Who asks for the empty table is not shown it in front of something else.
  const emptyTable = focus === wishes.emptyTable ? null : wishes.emptyTable;
  const { width, height } = room;
  const withBottom = windowHeight >= 36;
  const tall = windowHeight >= 52 && width < 100;
  const columns = tableColumns(columnsFor(width, withBottom, tall, emptyTable !== null), emptyTable);
  const mostSpace = height >= 36 ? 6 : height >= 24 ? 5 : 4;
  const spaceHeight = Math.min(mostSpace, wishes.spaceRows + BORDER);
  // In a narrow window the frames get a column more: 16 of them then fit side by side with a gap between them.
  const framesWidth = Math.round(width * (width < 72 ? 0.62 : 0.6));
  const above = height - spaceHeight;
  const rows = rowHeights(
    above,
    tall ? 0.36 : withBottom ? 0.48 : 1,
    (most) => frameRows(framesWidth - BORDER, most - BORDER) + BORDER,
  );

  const places: Place[] = [];
  let y = room.y;
  const row = (rowHeight: number, shared: readonly (readonly [readonly PanelName[], number])[]): void => {
    let x = room.x;
    for (const [tabs, columnWidth] of shared) {
      const name = tabs.includes(focus) ? focus : tabs[0];
      if (name) places.push({ name, rect: { x, y, width: columnWidth, height: rowHeight }, tabs });
      x += columnWidth;
    }
    y += rowHeight;
  };

  row(rows.frames, [
    [['frames'], framesWidth],
    [['usage'], width - framesWidth],
  ]);
  row(rows.tables, split(columns, width));
  row(spaceHeight, [[['space'], width]]);
  if (withBottom) {
    const half = Math.round(width / 2);
    if (tall) {
      const middle = Math.ceil(rows.bottom / 2);
      row(middle, [
        [emptyTable === null ? ['inspector'] : ['inspector', emptyTable], half],
        [['trend'], width - half],
      ]);
      row(rows.bottom - middle, [[['events'], width]]);
    } else {
      row(rows.bottom, [
        [['trend'], half],
        [['events'], width - half],
      ]);
    }
  }
  return places;
}

/** A table in which nothing stands comes last where it shares its place; without a place it is behind the inspector. */
function tableColumns(usual: readonly PanelName[][], emptyTable: PanelName | null): readonly PanelName[][] {
  if (emptyTable === null) return usual;
  const columns = usual.filter((tabs) => tabs.some((name) => name !== emptyTable));
  const neighbour = columns.length < usual.length ? 'inspector' : emptyTable;
  return columns.map((tabs) =>
    tabs.includes(neighbour) ? [...tabs.filter((name) => name !== emptyTable), emptyTable] : tabs,
  );
}

/** The panels in the row of the tables, those that share a column together. */
function columnsFor(width: number, withBottom: boolean, tall: boolean, oneIsEmpty: boolean): PanelName[][] {
  if (tall) return [['pages'], ['segments']];
  if (withBottom) {
    return width >= 100 || oneIsEmpty
      ? [['pages'], ['segments'], ['inspector']]
      : [['pages'], ['segments', 'inspector']];
  }
  if (width >= 144) return [['pages'], ['segments'], ['events', 'trend'], ['inspector']];
  if (width >= 100) {
    return oneIsEmpty
      ? [['pages'], ['segments'], ['inspector'], ['events', 'trend']]
      : [['pages'], ['segments'], ['events', 'trend', 'inspector']];
  }
  return [
    ['pages', 'events', 'trend'],
    ['segments', 'inspector'],
  ];
}

/** What the frames do not need goes to the rows below: `share` of it to the tables, the rest to what is under them. */
function rowHeights(
  height: number,
  share: number,
  filled: (most: number) => number,
): { frames: number; tables: number; bottom: number } {
  const least = Math.max(8, Math.floor(height * 0.32));
  const most = Math.ceil(height * (share < 1 ? 0.44 : 0.58));
  const frames = Math.min(Math.max(filled(most), least), most);
  const rest = height - frames;
  const tables = Math.min(rest, Math.max(8, Math.ceil(rest * share)));
  return { frames, tables, bottom: rest - tables };
}

function split(
  columns: readonly (readonly PanelName[])[],
  width: number,
): (readonly [readonly PanelName[], number])[] {
  // The page table flows in several columns: it makes the best of the widest place.
  const shares = [width < 72 ? 0.54 : 0.58, 0.36, 0.3];
  const first = columns.length === 1 ? width : Math.round(width * (shares[columns.length - 2] ?? 0.5));
  const others = Math.floor((width - first) / (columns.length - 1));
  return columns.map((tabs, index) => {
    if (index === 0) return [tabs, first];
    return [tabs, index === columns.length - 1 ? width - first - others * (columns.length - 2) : others];
  });
}
