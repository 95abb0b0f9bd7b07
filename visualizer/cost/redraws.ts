/** What redrawing costs, without a terminal: the dashboard itself, on an output that nobody reads. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readContent } from '../../shared/status-file/read.ts';
import { NOBODY } from '../../shared/status-text/ahead.ts';
import { formatStatus } from '../../shared/status-text/format.ts';
import { Parser, parseStatus } from '../../shared/status-text/parse.ts';
import { Dashboard } from '../dashboard.ts';
import { nobodysTerminal } from '../export/offscreen.ts';
import { ReadingAhead } from '../reading-ahead.ts';
import { openScreen } from '../screen.ts';
import { madeStatus } from '../testing/statuses.ts';
import { DARK } from '../theme.ts';
import { TwoMemories } from '../two-memories.ts';

/** A dashboard, and a clock that is moved on by hand so that nothing flashes when it is not to. */
async function dashboardOf(width: number, height: number) {
  const screen = openScreen({ ...nobodysTerminal({ width, height }), terminal: 'xterm-256color' });
  await screen.ready;
  const clock = { now: Date.now() };
  const dashboard = new Dashboard({
    screen,
    file: 'memory_status.txt',
    firstCommand: () => ({ folder: null, command: '' }),
    theme: DARK,
    companion: () => null,
    now: () => clock.now,
    isAlive: () => true,
    command: () => {},
  });
  return { dashboard, clock };
}

/** Shows what the bytes say, as a new revision. */
function observe(dashboard: Dashboard, bytes: Uint8Array, revision: number): void {
  const parsed = parseStatus(bytes);
  if (!parsed.ok) throw new Error(parsed.problem.found);
  dashboard.observe({ kind: 'ok', status: { ...parsed.status, revision }, bytes });
  dashboard.drawNow();
}

export interface RedrawTimes {
  /** Milliseconds, medians. Reading comes before what is with parsing. */
  readonly reading: number;
  readonly withParsing: number;
  readonly withoutParsing: number;
  /** With parsing, of the first `SETTLING_ROUNDS`: V8 still compiles, and the system gives memory page by page. */
  readonly atFirst: number;
}

export const SETTLING_ROUNDS = 20;
const BETWEEN_MS = 50;
/** More than stay parsed. */
export const REVISIONS = 8;

/** Of what one after the other of REVISIONS files says, which stand in `directory` by their numbers. */
export async function redrawTimes(directory: string): Promise<RedrawTimes> {
  const { dashboard, clock } = await dashboardOf(180, 50);
  const [reading, parsing, again]: [number[], number[], number[]] = [[], [], []];
  // As a Looker has it, one step after the other.
  const parser = new Parser();
  const ahead = new ReadingAhead();
  const memories = new TwoMemories();
  for (let round = 0; round < 3 * SETTLING_ROUNDS; round++) {
    // Long after the last picture, so that the next comes at once.
    await sleep(BETWEEN_MS);
    const file = join(directory, String(round % REVISIONS));
    const { bytes, stamp, took } = contentOf(file, memories);
    memories.hold();
    reading.push(took);
    parsing.push(
      timed(() => {
        if (stamp !== '') ahead.begin(bytes);
        const parsed = parser.parse(bytes, stamp === '' ? NOBODY : ahead);
        if (!parsed.ok) throw new Error(parsed.problem.found);
        dashboard.observe({ kind: 'ok', status: parsed.status, bytes });
      }),
    );
    if (dashboard.sinceDrawn > (parsing.at(-1) ?? 0)) throw new Error('nothing was drawn');
    for (let time = 0; time < 5; time++) {
      clock.now += 1000;
      again.push(timed(() => dashboard.drawNow()));
    }
  }
  dashboard.close();
  ahead.close();
  return {
    reading: median(reading),
    withParsing: median(parsing.slice(SETTLING_ROUNDS)),
    withoutParsing: median(again),
    atFirst: median(parsing.slice(0, SETTLING_ROUNDS)),
  };
}

/** How many megabytes the process grew by from redraw 5,000, the history being full, over the next 10,000. */
export async function growth(): Promise<number> {
  const files = Array.from({ length: 16 }, (_, seed) =>
    formatStatus(madeStatus({ totalFrames: 4096, processes: 9, run: 1, seed: seed + 1 })),
  );
  const { dashboard, clock } = await dashboardOf(120, 40);
  const resident: number[] = [];
  for (let redraw = 1; redraw <= 15_000; redraw++) {
    // A copy: what is read from a file is a new array each time.
    observe(dashboard, Uint8Array.from(files[redraw % files.length] ?? []), redraw);
    clock.now += 1000;
    if (redraw % 10 === 0) resident.push(process.memoryUsage.rss());
    // Each change of a file comes in a turn of its own; between turns V8 gives back what it has collected.
    await new Promise((resolve) => setImmediate(resolve));
  }
  dashboard.close();
  // The collector comes and goes: of each thousand redraws the median.
  return (median(resident.slice(-100)) - median(resident.slice(500, 600))) / 1024 ** 2;
}

/** `took`: milliseconds. */
function contentOf(file: string, memories: TwoMemories) {
  const start = performance.now();
  const content = readContent(file, '', (size) => memories.roomFor(size));
  const took = performance.now() - start;
  if (content.kind !== 'read') throw new Error(`${file}: ${content.kind}`);
  return { ...content, took };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
