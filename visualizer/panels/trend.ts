/**
 * Utilisation and fault rate. On the dashboard a line chart over the revisions seen stands here (trend-chart.ts); this
 * is the same in words and bars, where there is no room for one, and for `--once`, which sees a single revision.
 */
import { counted, grouped, percent, rate } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';

export const trend: Panel = {
  title: 'Trend',

  labels: (machine) => [trendInWords(machine)],

  draw(surface, machine, theme) {
    const { status, used } = machine.picture;
    const { totalFrames, counters } = status.paging;
    const wordy = surface.width >= 50;
    const width = Math.max(4, surface.width - (wordy ? 34 : 21));
    const gauge = (y: number, name: string, part: number, whole: number, share: string, of: string): void => {
      const filled = whole === 0 ? 0 : Math.round((width * part) / whole);
      surface.put(1, y, name.padEnd(12), theme.dim);
      surface.put(13, y, '█'.repeat(filled) + '·'.repeat(width - filled), theme.utilisation);
      surface.put(14 + width, y, wordy ? `${share} of ${of}` : share, theme.text);
    };
    gauge(0, 'utilisation', used, totalFrames, percent(used, totalFrames), 'frames');
    const { faults, references } = counters;
    if (references > 0) gauge(1, 'fault rate', faults, references, rate(faults, references), 'references');
  },
};

function trendInWords({ picture: { status, used } }: Machine): string {
  const { totalFrames, counters } = status.paging;
  const usedWords = `${percent(used, totalFrames)} used`;
  if (counters.references === 0) return usedWords;
  return `${usedWords} · ${counted(counters.faults, 'fault')} in ${grouped(counters.references)}`;
}
