/**
 * Frames by process. On the dashboard a bar chart stands here (usage-chart.ts); this is the same in lines of text,
 * for `--once`.
 */
import { fillOf } from '../theme.ts';
import type { Usage } from '../view/picture.ts';
import { grouped, percent, plain } from '../view/wording.ts';
import { firstRow } from '../view-model.ts';
import { processLegend } from './frame-map.ts';
import type { Panel } from './panel.ts';

/** Of the bars of the chart: columns left of the first, between two of them, and from one to the next at least. */
export const BARS = { left: 1, between: 2, spacing: 7 };

/** Without those that are signs of the segment space: in ASCII a bar would end in one. */
const EIGHTHS = ['', '▎', '▎', '▍', '▍', '▋', '▊', '▉'];

export const usage: Panel = {
  title: 'Usage',

  notes: ({ picture }) => [`${grouped(picture.used)} of ${grouped(picture.status.paging.totalFrames)} used`],

  // Beside the frames their legend says whose the letters are.
  legend(machine, theme, width) {
    if (!machine.zoomed) return [];
    const { usage } = machine.picture;
    const bars = barsIn(width);
    const from = firstRow(machine, 'usage', Math.max(0, usage.length - bars));
    return processLegend(shownUsage(usage, bars, from), machine, theme);
  },

  scrollableOnScreen: ({ picture }, width) => Math.max(0, picture.usage.length - barsIn(width)),

  page: (_machine, width) => barsIn(width),

  draw(surface, { picture }, theme) {
    const total = picture.status.paging.totalFrames;
    const rows = shownUsage(picture.usage, surface.height - 1);
    const nameWidth = rows.reduce((widest, { pid }) => Math.max(widest, pid.length), 4);
    const countWidth = grouped(total).length;
    const barRoom = Math.max(4, surface.width - nameWidth - countWidth - 16);
    const line = (y: number, letter: string, name: string, frames: number): void => {
      surface.put(1, y, ` ${letter} `, letter === '·' ? theme.dim : theme.process(fillOf(letter)));
      surface.put(5, y, plain(name), theme.text);
      surface.put(
        6 + nameWidth,
        y,
        bar(frames / Math.max(1, total), barRoom),
        letter === '·' ? theme.dim : theme.onPanel(fillOf(letter)),
      );
      const numbers = `${grouped(frames).padStart(countWidth)} ${percent(frames, total).padStart(4)}`;
      surface.put(surface.width - 1 - numbers.length, y, numbers, theme.strong);
    };
    for (const [y, { letter, pid, resident }] of rows.entries()) line(y, letter, pid, resident);
    line(rows.length, '·', 'free', total - picture.used);
  },
};

/** The largest, in their own order, where there is no room for all; `from`: without so many of the largest. */
export function shownUsage(all: readonly Usage[], room: number, from = 0): readonly Usage[] {
  if (all.length <= room) return all;
  const bySize = [...all].sort(largestFirst);
  const shown = new Set(bySize.slice(from, from + Math.max(0, room)));
  return all.filter((entry) => shown.has(entry));
}

function largestFirst(one: Usage, other: Usage): number {
  return other.resident - one.resident;
}

/** Columns from the left end of the first bar to where one more would begin: the last is as far from its border. */
export function roomForBars(width: number): number {
  return width - 2 * BARS.left + BARS.between;
}

export function barsIn(width: number): number {
  return Math.max(1, Math.floor(roomForBars(width) / BARS.spacing));
}

function bar(share: number, width: number): string {
  const eighths = Math.round(share * width * 8);
  return '█'.repeat(eighths >> 3) + (EIGHTHS[eighths & 7] ?? '');
}
