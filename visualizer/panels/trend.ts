/**
 * Utilisation of the frames and of the segment space, and fault rate. On the dashboard a line chart over the revisions
 * seen stands here (trend-chart.ts); this is the same in words and bars, where there is no room for one, and for
 * `--once`, which sees a single revision.
 */
import { bytes, counted, grouped, percent, rate } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';

export const trend: Panel = {
  title: 'Trend',

  labels(machine) {
    const [frames, segments, faults] = trendInWords(machine);
    const forms = [[frames, segments, faults], [frames, faults], [frames, segments], [frames]];
    return forms.map((words) => words.filter(Boolean).join(' · '));
  },

  draw(surface, machine, theme) {
    const { status, used, segmented } = machine.picture;
    const { paging, segmentation } = status;
    const { totalFrames, counters } = paging;
    const wordy = surface.width >= 50;
    const width = Math.max(4, surface.width - (wordy ? 34 : 21));
    const gauge = (y: number, name: string, part: number, whole: number, share: string, of: string): void => {
      const filled = whole === 0 ? 0 : Math.round((width * part) / whole);
      surface.put(1, y, name.padEnd(12), theme.dim);
      surface.put(13, y, '█'.repeat(filled) + '·'.repeat(width - filled), theme.utilisation);
      surface.put(14 + width, y, wordy ? `${share} of ${of}` : share, theme.text);
    };
    let y = 0;
    gauge(y++, 'utilisation', used, totalFrames, percent(used, totalFrames), 'frames');
    const { segments, space } = segmentation;
    if (segments.length > 0)
      gauge(y++, 'segments', segmented, space, percent(segmented, space), bytes(space));
    const { faults, references } = counters;
    if (references > 0) gauge(y++, 'fault rate', faults, references, rate(faults, references), 'references');
  },
};

/** Of frames, of segments, of faults; empty where there are none. */
function trendInWords({ picture: { status, used, segmented } }: Machine): [string, string, string] {
  const { paging, segmentation } = status;
  const { totalFrames, counters } = paging;
  return [
    `${percent(used, totalFrames)} used`,
    segmentation.segments.length === 0 ? '' : `segments ${percent(segmented, segmentation.space)}`,
    counters.references === 0
      ? ''
      : `${counted(counters.faults, 'fault')} in ${grouped(counters.references)}`,
  ];
}
