/**
 * The segment table: identifier, base and limit as in the textbook, and the name in the colour of the space below.
 * Where it leaves the panel no room for the holes it flows, in as many columns as there is room for.
 */
import type { SegmentStatus } from '../../shared/status.ts';
import { counted, cutName, grouped, plain } from '../view/wording.ts';
import { firstRow, type Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';
import { drawHoles, LEAST_HOLES } from './segment-holes.ts';

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly left?: boolean;
  readonly text: (segment: SegmentStatus) => string;
}

export const segmentTable: Panel = {
  title: 'Segments',

  labels({ picture }) {
    const { segments, maxSegments } = picture.status.segmentation;
    const short = `${grouped(segments.length)} of ${grouped(maxSegments)}`;
    return [`${short} at most`, short];
  },

  notes(machine, width, height) {
    const { from, shown, total } = planFor(machine, width, height);
    return shown < total ? [`rows ${from + 1}–${from + shown}`] : [];
  },

  scrollable(machine, width, height) {
    const { capacity, total } = planFor(machine, width, height);
    return Math.max(0, total - capacity);
  },

  page: (machine, width, height) => planFor(machine, width, height).page,

  draw(surface, machine, theme) {
    const { segments } = machine.picture.status.segmentation;
    if (segments.length === 0) {
      drawHoles(surface, 1, machine, theme);
      surface.put(1, 0, 'No segments.', theme.dim);
      return;
    }
    const { columns, rowWidth, lines, from, shown, total } = planFor(machine, surface.width, surface.height);
    const hidden = total - from - shown;
    if (hidden > 0) surface.put(1, surface.height - 1, `… ${counted(hidden, 'more', 'more')}`, theme.dim);
    for (const [index, segment] of segments.slice(from, from + shown).entries()) {
      const x = 1 + Math.floor(index / lines) * (rowWidth + ALLEY);
      const y = 1 + (index % lines);
      if (y === 1) surface.put(x, 0, line(columns, null), theme.strong);
      surface.put(x, y, line(columns, segment), theme.text);
      surface.put(x, y, ` ${segment.id} `.padStart(columns[0]?.width ?? 3), theme.process(segment.id));
    }
    drawHoles(surface, Math.min(lines, shown) + 1, machine, theme);
  },
};

/** Between two columns of rows. */
const ALLEY = 3;

interface Plan {
  readonly columns: readonly Column[];
  readonly rowWidth: number;
  /** Below the heading. */
  readonly lines: number;
  /** Rows for which there is room from the last on, and wherever it begins. */
  readonly capacity: number;
  readonly page: number;
  readonly from: number;
  readonly shown: number;
  readonly total: number;
}

function planFor(machine: Machine, width: number, height: number): Plan {
  const total = machine.picture.status.segmentation.segments.length;
  const room = Math.max(1, height - 1);
  const isLong = total + LEAST_HOLES > room;
  const narrow = columnsFor(machine, width - 2);
  const blocks = isLong ? Math.max(1, Math.floor((width - 2 + ALLEY) / (widthOf(narrow) + ALLEY))) : 1;
  const capacity = blocks * room;
  const from = firstRow(machine, 'segments', total - capacity);
  // Below them are the holes, or a line that says how many more there are.
  const lines =
    total <= capacity ? Math.ceil(total / blocks) : total - from > capacity ? Math.max(1, room - 1) : room;
  const shown = Math.min(total - from, blocks * lines);
  const abreast = Math.max(1, Math.ceil(shown / Math.max(1, lines)));
  const columns = withWholeNames(machine, narrow, Math.floor((width - 2 + ALLEY) / abreast) - ALLEY);
  const rowWidth = widthOf(columns);
  return { columns, rowWidth, lines, capacity, page: blocks * Math.max(1, room - 1), from, shown, total };
}

/** The line of a segment, or that of the headings. */
function line(columns: readonly Column[], segment: SegmentStatus | null): string {
  const words: string[] = [];
  for (const { heading, width, left, text } of columns) {
    const word = segment === null ? heading : text(segment);
    words.push(left ? word.padEnd(width) : word.padStart(width));
  }
  return words.join(' ');
}

/** Names are cut to this for the other columns. */
const USUAL_NAME = 20;

/** The columns that fit, the least important left out first. */
function columnsFor({ picture }: Machine, width: number): Column[] {
  const { segments, base, space } = picture.status.segmentation;
  const addressWidth = Math.max(5, String(base + space).length);
  const id: Column = {
    heading: 'ID',
    width: Math.max(3, String(segments.at(-1)?.id ?? 0).length + 2),
    text: TEXTS.id,
  };
  const columns: Column[] = [
    id,
    { heading: 'BASE', width: addressWidth, text: TEXTS.base },
    { heading: 'LIMIT', width: addressWidth, text: TEXTS.limit },
  ];
  const used = (): number => widthOf(columns);
  const named = segments.some((segment) => segment.name !== null);
  const nameRoom = Math.min(longestName(segments), USUAL_NAME, width - used() - 1);
  if (named && nameRoom >= 4) columns.splice(1, 0, nameColumn(nameRoom));
  if (segments.some((segment) => segment.grows === 'down') && used() + 6 <= width) {
    columns.push({ heading: 'GROWS', width: 5, text: TEXTS.grows });
  }
  if (used() + addressWidth + 1 <= width) {
    columns.push({ heading: 'END', width: addressWidth, text: TEXTS.end });
  }
  return columns;
}

function nameColumn(width: number): Column {
  return {
    heading: 'NAME',
    width,
    left: true,
    text: (segment) => cutName(plain(segment.name ?? ''), width),
  };
}

/** The same columns, with what they leave of the width of a row for names that would be cut. */
function withWholeNames({ picture }: Machine, columns: readonly Column[], width: number): readonly Column[] {
  const spare = width - widthOf(columns);
  const longest = longestName(picture.status.segmentation.segments);
  return columns.map((column) =>
    column.left && column.width < longest ? nameColumn(Math.min(longest, column.width + spare)) : column,
  );
}

function longestName(segments: readonly SegmentStatus[]): number {
  return segments.reduce((longest, { name }) => Math.max(longest, (name ?? '').length), 4);
}

function widthOf(columns: readonly Column[]): number {
  let width = -1;
  for (const column of columns) width += column.width + 1;
  return width;
}

/** What stands in each column; the name's depends on how wide it is. */
const TEXTS = {
  id: ({ id }) => ` ${id} `,
  base: ({ base }) => String(base),
  limit: ({ limit }) => String(limit),
  grows: ({ grows }) => grows,
  end: ({ grows, base, limit }) => String(grows === 'up' ? base + limit : base - limit),
} satisfies Record<string, Column['text']>;
