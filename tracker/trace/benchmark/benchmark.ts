/**
 * How fast traces are read, analysed and replayed: `npm run bench:traces`, or with names for some of it. Each
 * measurement has a process of its own, in which it takes turns with `grep -c` and `wc -l` on the same 10 million lines. What is
 * printed are medians, beside the goals; these are for a machine whose `grep -c` reads 1,480 MB/s, and are scaled to how
 * fast it was here in the same turns.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EXAMPLE } from '../testing/slow-trace.ts';
import { COPIES, MEASUREMENTS, REFERENCES } from './measurements.ts';
import { GOALS_GREP_RATE, grepCount, has, median, timed, wcLines } from './yardsticks.ts';

const TURNS = 7;

/** Milliseconds. */
interface Times {
  readonly work: number;
  readonly grep: number;
  readonly wc: number;
}

interface Row {
  readonly name: string;
  readonly what: string;
  readonly found: (times: Times) => string;
  /** `slow`: how much slower than the goals' machine this one is. */
  readonly goal: (slow: number) => string;
}

const seconds = (name: string, what: string, goal: number): Row => ({
  name,
  what,
  found: ({ work }) => `${(work / 1000).toFixed(2)} s`,
  goal: (slow) => `at most ${(goal * slow).toFixed(2)} s (${goal} s)`,
});

const rate = (name: string, what: string, goal: number): Row => ({
  name,
  what,
  found: ({ work }) => `${(REFERENCES / 1e3 / work).toFixed(1)} M/s`,
  goal: (slow) => `at least ${(goal / slow).toFixed(1)} M/s (${goal} M/s)`,
});

const ROWS: readonly Row[] = [
  {
    name: 'read',
    what: '10 M lines of lackey text, validated, kinds kept',
    found: ({ work, grep, wc }) =>
      `${(grep / work).toFixed(2)} of grep -c's rate, ${(wc / work).toFixed(2)} of wc -l's`,
    goal: () => 'at least 0.33',
  },
  {
    name: 'read to curve',
    what: '10 M lines to the LRU curve of all frame counts',
    found: ({ work, grep, wc }) =>
      `${(work / grep).toFixed(2)} times grep -c, ${(work / wc).toFixed(1)} times wc -l`,
    goal: () => 'at most 4',
  },
  seconds('fifo', '20 M references in memory, 16 frame counts, FIFO', 0.35),
  seconds('clock', '20 M references, 16 frame counts, clock', 0.35),
  seconds('lru curve', '20 M references, the LRU curve', 0.4),
  rate('opt', 'OPT, one frame count, next uses included', 50),
  rate('replay lru', 'replay with everything on, LRU', 60),
  rate('replay clock', 'replay with everything on, clock', 60),
];

const [, self = '', ...names] = process.argv;
if (process.send) await measure();
else if (has('grep') && has('wc')) await report();
else process.stdout.write('There is no grep or no wc on this machine to compare with.\n');

/** In a process of its own: takes turns with grep, and sends the times. */
async function measure(): Promise<void> {
  const [name = '', directory = ''] = names;
  const file = join(directory, 'ls.lackey');
  const work = await MEASUREMENTS[name]?.(directory);
  if (!work) throw new Error(`there is no measurement ${name}`);
  await work();
  const times: Times[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    times.push({
      wc: await timed(() => wcLines(file)),
      grep: await timed(() => grepCount(file)),
      work: await timed(work),
    });
  }
  process.send?.(times);
  process.disconnect();
}

async function report(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'trace-benchmark-'));
  try {
    const file = join(directory, 'ls.lackey');
    const example = gunzipSync(readFileSync(EXAMPLE));
    for (let copy = 0; copy < COPIES; copy++) appendFileSync(file, example);
    const bytes = statSync(file).size;
    const rows = ROWS.filter(({ name }) => names.length === 0 || names.includes(name));
    for (const row of rows) process.stdout.write(`${await lineOf(row, directory, bytes)}\n`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function lineOf({ name, what, found, goal }: Row, directory: string, bytes: number): Promise<string> {
  const child = fork(self, [name, directory]);
  const [times] = (await once(child, 'message')) as [Times[]];
  const middle = {
    work: median(times.map(({ work }) => work)),
    grep: median(times.map(({ grep }) => grep)),
    wc: median(times.map(({ wc }) => wc)),
  };
  const grepRate = bytes / 1e3 / middle.grep;
  const slow = GOALS_GREP_RATE / 1e6 / grepRate;
  const told = `${what.padEnd(50)}${found(middle).padEnd(48)}goal: ${goal(slow)}`;
  return `${told.padEnd(132)}grep -c: ${grepRate.toFixed(0)} MB/s, wc -l: ${(bytes / 1e3 / middle.wc).toFixed(0)} MB/s`;
}
