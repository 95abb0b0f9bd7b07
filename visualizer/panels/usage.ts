/**
 * Frames by process. On the dashboard a bar chart stands here (usage-chart.ts); this is the same in lines of text,
 * for `--once`.
 */
import { fillOf } from '../theme.ts';
import { grouped, percent, plain } from '../view/wording.ts';
import { firstRow } from '../view-model.ts';
import { processLegend } from './frame-map.ts';
import type { Panel } from './panel.ts';
import { barsIn, followedUsage, shownUsage, unnamedBelow } from './usage-bars.ts';

/** Without those that are signs of the segment space: in ASCII a bar would end in one. */
const EIGHTHS = ['', '▎', '▎', '▍', '▍', '▋', '▊', '▉'];

export const usage: Panel = {
  title: 'Usage',

  notes: ({ picture }) => [`${grouped(picture.used)} of ${grouped(picture.status.paging.totalFrames)} used`],

  // Beside the frames their legend says whose the letters are. Who is followed has a sign that is nowhere else.
  legend(machine, theme, width) {
    if (!machine.zoomed) return [];
    const { usage } = machine.picture;
    const bars = barsIn(width);
    const from = firstRow(machine, 'usage', Math.max(0, usage.length - bars));
    const followed = followedUsage(machine);
    const named = unnamedBelow(usage, shownUsage(usage, bars, from, followed), width);
    return processLegend([...new Set([followed ?? [], named].flat())], machine, theme);
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

function bar(share: number, width: number): string {
  const eighths = Math.round(share * width * 8);
  return '█'.repeat(eighths >> 3) + (EIGHTHS[eighths & 7] ?? '');
}
