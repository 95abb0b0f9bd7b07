/**
 * The page table of one process: of the one that is followed, or else of the one that has the inspected frame.
 * It flows like a newspaper, in as many columns as there is room for; with room to spare it tells the times too.
 */
import { traitsOf } from '../../shared/policy-traits.ts';
import { DIRTY, DISK, REFERENCED, SWAPPED } from '../../shared/status.ts';
import type { Surface } from '../surface.ts';
import { fillOf, type Theme } from '../theme.ts';
import { type PageRow, pageRows, rowOfPage } from '../view/page-rows.ts';
import type { Times } from '../view/picture.ts';
import { ageBits, counted, cutName, grouped, letterOf, plain } from '../view/wording.ts';
import { firstRow, type Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';

/** Between two columns of rows. */
const ALLEY = 3;

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly text: (row: PageRow, times: Times) => string;
}

interface Plan {
  readonly columns: readonly Column[];
  readonly rowWidth: number;
  /** Rows shown: `blocks` side by side, `height` each. */
  readonly blocks: number;
  readonly height: number;
  readonly from: number;
  readonly total: number;
}

const NO_TIMES: Times = { loaded: new Map(), used: new Map() };

export const pageTable: Panel = {
  title: 'Pages',

  labels({ process, picture }) {
    if (!process) return [];
    const usage = picture.usage.find(({ pid }) => pid === process.pid);
    const onDisk = (usage?.pages ?? 0) - (usage?.resident ?? 0);
    const name = `${process.letter} ${plain(process.pid)}`;
    const short = cutName(name, 14);
    const pages = `${name}: ${counted(usage?.pages ?? 0, 'page')}`;
    const all = onDisk > 0 ? [`${pages}, ${grouped(onDisk)} on disk`] : [];
    return [...all, pages, name, short, letterOf(process, 10), letterOf(process, 6), process.letter];
  },

  notes(machine, width, height) {
    const plan = planFor(machine, width, height);
    const shown = plan ? plan.blocks * plan.height : 0;
    if (!plan || shown >= plan.total) return [];
    const rows = `${grouped(plan.from + 1)}–${grouped(plan.from + shown)}`;
    return [`rows ${rows} of ${grouped(plan.total)}`, `rows ${rows}`];
  },

  scrollable(machine, width, height) {
    const plan = planFor(machine, width, height);
    return plan ? Math.max(0, plan.total - plan.blocks * plan.height) : 0;
  },

  begins: (machine, width, height) => planFor(machine, width, height)?.from ?? 0,

  page(machine, width, height) {
    const plan = planFor(machine, width, height);
    return plan ? plan.blocks * plan.height : 0;
  },

  draw(surface, machine, theme) {
    const { process, picture } = machine;
    const plan = planFor(machine, surface.width, surface.height);
    if (!process || !plan) {
      surface.put(1, 0, 'No process has any pages.', theme.dim);
      return;
    }
    const rows = pageRows(picture.index(process), plan.from, plan.blocks * plan.height);
    const resident: number[] = [];
    for (const { frame } of rows) if (frame !== DISK) resident.push(frame);
    const withTimes = plan.columns.some(({ heading }) => heading === 'LOADED');
    const times = withTimes ? picture.times(resident) : NO_TIMES;
    const blocks = Math.min(plan.blocks, Math.ceil(rows.length / plan.height));
    const heading = headingOf(plan.columns);
    for (let block = 0; block < blocks; block++) {
      const x = 1 + block * (plan.rowWidth + ALLEY);
      surface.put(x, 0, heading, theme.strong);
      for (const [line, row] of rows.slice(block * plan.height, (block + 1) * plan.height).entries()) {
        drawRow(surface, { x, y: line + 1, row, times }, plan, machine, theme);
      }
    }
  },
};

function headingOf(columns: readonly Column[]): string {
  const words: string[] = [];
  for (const { heading, width } of columns) words.push(heading.padStart(width));
  return words.join(' ');
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly row: PageRow;
  readonly times: Times;
}

function drawRow(
  surface: Surface,
  { x, y, row, times }: Placed,
  plan: Plan,
  { process, inspected }: Machine,
  theme: Theme,
): void {
  const words: string[] = [];
  for (const column of plan.columns) words.push(column.text(row, times).padStart(column.width));
  const text = words.join(' ');
  const look = row.frame === inspected ? theme.selected : row.frame === DISK ? theme.dim : theme.text;
  surface.put(x, y, text, look);
  if (row.frame === DISK || row.frame === inspected) return;
  // The frame number in the colour of the map, so that the eye finds it there.
  const at = (plan.columns[0]?.width ?? 0) + 1;
  const frame = String(row.frame);
  surface.put(
    x + at + (plan.columns[1]?.width ?? 0) - frame.length,
    y,
    frame,
    theme.onPanel(fillOf(process?.letter ?? '#')),
  );
}

/** The lines, heading included, in which there is room for all of its pages with all that is known of each. */
export function linesInFull(machine: Machine, width: number): number {
  const total = machine.process ? machine.picture.index(machine.process).rows : 0;
  return Math.ceil(total / blocksOf(plannedColumns(machine, 'apart'), width)) + 1;
}

/** How many rows there is room for side by side. */
function blocksOf(columns: readonly Column[], width: number): number {
  return Math.max(1, Math.floor((width - 2 + ALLEY) / (widthOf(columns) + ALLEY)));
}

function planFor(machine: Machine, width: number, height: number): Plan | null {
  const { process, picture, inspected } = machine;
  if (!process) return null;
  const index = picture.index(process);
  const total = index.rows;
  const lines = Math.max(1, height - 1);
  const short = plannedColumns(machine, 'none');
  const most = Math.min(total, blocksOf(short, width) * lines);
  const hasRoom = (columns: readonly Column[]): boolean =>
    widthOf(columns) <= width - 2 && blocksOf(columns, width) * lines >= most;
  const withTimes = [plannedColumns(machine, 'apart'), plannedColumns(machine, 'close')];
  const columns = withTimes.find(hasRoom) ?? short;
  const blocks = blocksOf(columns, width);
  const room = blocks * lines;
  const occupant = picture.occupant(inspected);
  const row = picture.ownerOf(inspected) === process ? rowOfPage(index, occupant?.page ?? -1) : 0;
  const from = firstRow(machine, 'pages', total - room, row - Math.floor(room / 2));
  return { columns, rowWidth: widthOf(columns), blocks, height: lines, from, total };
}

function widthOf(columns: readonly Column[]): number {
  let width = columns.length - 1;
  for (const column of columns) width += column.width;
  return width;
}

/** `times`: apart from the bits, as close to them as to each other, or not at all. */
function plannedColumns({ process, picture }: Machine, times: 'apart' | 'close' | 'none'): Column[] {
  const { paging } = picture.status;
  const lastRun = (process?.table.pages.length ?? 0) - 1;
  const lastPage = (process?.table.pages[lastRun] ?? 0) + (process?.table.counts[lastRun] ?? 1) - 1;
  const pageWidth = Math.max(4, String(lastPage).length);
  const usage = picture.usage.find(({ pid }) => pid === process?.pid);
  const leastWidth = (usage?.swapped ?? 0) > 0 ? SWAPPED_OUT.length : 5;
  const frameWidth = Math.max(leastWidth, String(paging.totalFrames - 1).length);
  const timeWidth = Math.max(6, String(paging.time).length);
  const columns: Column[] = [
    { heading: 'PAGE', width: pageWidth, text: TEXTS.page },
    { heading: 'FRAME', width: frameWidth, text: TEXTS.frame },
    { heading: 'V', width: 2, text: TEXTS.valid },
    { heading: 'R', width: 1, text: TEXTS.referenced },
    { heading: 'D', width: 1, text: TEXTS.dirty },
  ];
  if (times === 'none') return columns;
  columns.push(
    { heading: 'LOADED', width: timeWidth + (times === 'apart' ? 1 : 0), text: TEXTS.loaded },
    { heading: 'USED', width: timeWidth, text: TEXTS.used },
  );
  const kept = traitsOf(paging.replacement.policy).uses;
  if (kept === 'count') columns.push({ heading: 'COUNT', width: 6, text: TEXTS.count });
  if (kept === 'age') columns.push({ heading: 'AGE', width: 9, text: TEXTS.age });
  return columns;
}

/** What stands in each column. */
const TEXTS = {
  page: ({ page }) => String(page),
  frame: ({ frame, bits }) => frameText(frame, bits),
  valid: ({ frame }) => (frame === DISK ? '0' : '1'),
  referenced: ({ bits }) => (bits & REFERENCED ? '1' : '0'),
  dirty: ({ bits }) => (bits & DIRTY ? '1' : '0'),
  loaded: ({ frame }, { loaded }) => String(loaded.get(frame) ?? '–'),
  used: ({ frame }, { used }) => String(used.get(frame) ?? '–'),
  count: ({ uses }) => String(uses),
  // Only a page in a frame has one.
  age: ({ frame, uses }) => (frame === DISK ? '–' : ageBits(uses)),
} satisfies Record<string, Column['text']>;

/** As in the status file: S was resident before, so that its next fault is not cold. */
const SWAPPED_OUT = 'disk S';

function frameText(frame: number, bits: number): string {
  if (frame !== DISK) return String(frame);
  return bits & SWAPPED ? SWAPPED_OUT : 'disk';
}
