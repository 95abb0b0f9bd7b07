/**
 * Utilisation and fault rate over the revisions seen. On the dashboard a line chart stands here (trend-chart.ts);
 * this is the same in words and bars, for `--once`, which sees a single revision.
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
    const width = Math.max(10, surface.width - 34);
    const gauge = (y: number, name: string, part: number, whole: number, words: string): void => {
      const filled = whole === 0 ? 0 : Math.round((width * part) / whole);
      surface.put(1, y, name.padEnd(12), theme.dim);
      surface.put(13, y, '█'.repeat(filled) + '·'.repeat(width - filled), theme.utilisation);
      surface.put(14 + width, y, words, theme.text);
    };
    gauge(0, 'utilisation', used, totalFrames, `${percent(used, totalFrames)} of frames`);
    if (counters.references === 0) return;
    gauge(
      1,
      'fault rate',
      counters.faults,
      counters.references,
      `${rate(counters.faults, counters.references)} of references`,
    );
  },
};

function trendInWords({ picture: { status, used } }: Machine): string {
  const { totalFrames, counters } = status.paging;
  const usedWords = `${percent(used, totalFrames)} used`;
  if (counters.references === 0) return usedWords;
  return `${usedWords} · ${counted(counters.faults, 'fault')} in ${grouped(counters.references)}`;
}
