/**
 * What a picture costs: from bytes to the screen, and again with nothing new. Aims: with 1,048,576 frames at most
 * 60 ms with parsing and 5 ms without.
 */
import { bench, describe } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { parseStatus } from '../shared/status-text/parse.ts';
import { largeStatus } from '../shared/testing/large-status.ts';
import { dashboardOn } from './testing/dashboard-on.ts';
import { madeStatus } from './testing/statuses.ts';
import { Picture } from './view/picture.ts';

const memories = {
  '64 frames': madeStatus(),
  '4,096 frames': madeStatus({ totalFrames: 4096, processes: 9, run: 40 }),
  '1,048,576 frames, 350 runs': madeStatus({ totalFrames: 1_048_576, processes: 9, run: 3000 }),
  '1,048,576 frames, a run each': largeStatus('scattered'),
  '1,048,576 frames, each used': largeStatus('used'),
};

for (const [columns, rows] of [
  [80, 24],
  [200, 60],
] as const) {
  describe(`at ${columns}x${rows}`, () => {
    for (const [name, status] of Object.entries(memories)) {
      const bytes = formatStatus(status);
      const terminal = dashboardOn(columns, rows);
      let revision = status.revision;
      terminal.dashboard.observe({ kind: 'ok', status, bytes });

      bench(
        `${name}: parse, model, draw`,
        () => {
          const parsed = parseStatus(bytes);
          if (!parsed.ok) throw new Error(parsed.problem.found);
          terminal.dashboard.observe({
            kind: 'ok',
            status: { ...parsed.status, revision: ++revision },
            bytes,
          });
          terminal.dashboard.drawNow();
        },
        { time: 300 },
      );
      bench(`${name}: draw again`, () => terminal.dashboard.drawNow(), { time: 300 });
    }
  });
}

describe('the model', () => {
  for (const [name, status] of Object.entries(memories)) {
    bench(name, () => void new Picture(status), { time: 200 });
  }
});
