/**
 * What the dashboard costs, as a table of figures and aims: `npm run bench:dashboard`, or with the names of some of the
 * parts after `--`. All take ten minutes, and are only worth something on a machine that does nothing else.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { DIRTY, DISK, REFERENCED } from '../../shared/status.ts';
import { formatStatus } from '../../shared/status-text/format.ts';
import { type LargeStatus, largeStatus } from '../../shared/testing/large-status.ts';
import { HISTORY_BYTES } from '../history.ts';
import { madeStatus } from '../testing/statuses.ts';
import { type CpuTime, Run } from './pty.ts';
import { growth, median, REVISIONS, type RedrawTimes, redrawTimes, SETTLING_ROUNDS } from './redraws.ts';

const STARTS = 11;
const IDLE_SECONDS = 20;
/** As many as in an hour at 1 Hz: more than fill the history, and most of what V8 compiles it has compiled by then. */
const REVISIONS_BEFORE = 3600;
/** What comes more seldom at 25 Hz than at 1 Hz is compiled then. */
const SETTLING_SECONDS = 120;
const WATCHED_SECONDS = 60;
const SIZE = [120, 40] as const;

/** What needs a process of its own, as a dashboard is one: so that nothing else counts, and V8 sees nothing else. */
const ALONE: Readonly<Record<string, (word: string) => Promise<unknown>>> = {
  '--growth-alone': growth,
  '--redraw-alone': redrawTimes,
};

const PARTS: Readonly<Record<string, (file: string) => void | Promise<void>>> = {
  async start(file) {
    replace(file, 1, 64);
    const starts: number[] = [];
    for (let start = 0; start < STARTS; start++) starts.push(await firstPicture(file));
    const nodeAlone = median(Array.from({ length: STARTS }, bareNode));
    row('start to first picture', median(starts), 250, 'ms', `node alone ${Math.round(nodeAlone)} ms`);
  },
  async idle(file) {
    const idle = await idleOutput(file);
    row('written a second, idle', idle.bytesASecond, 64, 'bytes', 'with the codes that place the age');
    row('of that, other than the age', idle.otherCharacters, 0, 'characters');
  },
  async hertz(file) {
    const { main, helpers, megabytes } = await watchedAtOneHertz(file);
    const note = `${main.toFixed(2)} the program, ${helpers.toFixed(2)} the threads of V8 and Node`;
    row('at 1 Hz, 4,096 frames, history full', main + helpers, 0.5, '% of a core', note);
    row('resident then', megabytes, 100, 'MB');
  },
  redraw(file) {
    const directory = dirname(file);
    for (const [kind, words] of [
      ['few runs', 'in 32 runs'],
      ['scattered', 'each a run'],
      ['used', 'each used'],
    ] as const) {
      writeRevisions(directory, kind);
      const { reading, withParsing, withoutParsing, atFirst } = alone(
        '--redraw-alone',
        directory,
      ) as RedrawTimes;
      row(`redraw, 1,048,576 frames ${words}`, withoutParsing, 5, 'ms');
      const note = `the first ${SETTLING_ROUNDS}: ${Math.round(atFirst)} ms; and ${Math.round(reading)} ms of reading`;
      row('the same with parsing', withParsing, 60, 'ms', note);
    }
  },
  growth() {
    row('growth over 10,000 redraws', alone('--growth-alone') as number, 5, 'MB');
  },
};

const [, self = '', visualizer = '', ...names] = process.argv;
const [first = '', word = ''] = names;
const measure = ALONE[first];
if (measure) {
  // The young generation that the program's own main.ts asks for.
  setFlagsFromString('--semi-space-growth-factor=1');
  process.stdout.write(JSON.stringify(await measure(word)));
} else await table(names.length > 0 ? names : Object.keys(PARTS));

/** What a measure answers in a process of its own. */
function alone(measure: string, word = ''): unknown {
  const { stdout, status } = spawnSync(process.execPath, [self, visualizer, measure, word], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${measure} ${word} ended with ${status}`);
  return JSON.parse(stdout);
}

async function table(parts: readonly string[]): Promise<void> {
  const unknown = parts.find((name) => !PARTS[name]);
  if (unknown) throw new Error(`no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}`);
  const directory = mkdtempSync(join(tmpdir(), 'visualizer-cost-'));
  try {
    for (const name of parts) await PARTS[name]?.(join(directory, 'memory_status.txt'));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function row(figure: string, measured: number, aim: number, unit: string, note = ''): void {
  const verdict = measured <= aim ? 'ok' : 'NOT MET';
  const number = measured.toFixed(measured < 10 ? 2 : 0);
  process.stdout.write(
    `${figure.padEnd(40)} ${number.padStart(8)}  aim ≤ ${String(aim).padEnd(4)} ${unit.padEnd(12)} ${verdict.padEnd(8)} ${note}\n`,
  );
  if (measured > aim) process.exitCode = 1;
}

/** Milliseconds from the start of the process to a picture with its panels. */
async function firstPicture(file: string): Promise<number> {
  const start = performance.now();
  const run = new Run(visualizer, file, ...SIZE);
  await run.shows('Segment space');
  const took = performance.now() - start;
  await run.quit();
  return took;
}

function bareNode(): number {
  const start = performance.now();
  execFileSync(process.execPath, ['-e', '0']);
  return performance.now() - start;
}

async function idleOutput(file: string): Promise<{ bytesASecond: number; otherCharacters: number }> {
  replace(file, 2, 64);
  const run = new Run(visualizer, file, ...SIZE);
  await run.shows('Segment space');
  await sleep(2000);
  run.taken();
  await sleep(IDLE_SECONDS * 1000);
  const written = run.taken();
  await run.quit();
  const characters = written.replace(/\u001b(?:\[[\d;?]*[A-Za-z]|[()].|[=>78])/g, '');
  return {
    bytesASecond: Buffer.byteLength(written) / IDLE_SECONDS,
    otherCharacters: characters.replace(/[\d.]|s|min|ago| /g, '').length,
  };
}

/** What it takes of a core, in percent, once a second for long. */
async function watchedAtOneHertz(file: string): Promise<CpuTime & { megabytes: number }> {
  replace(file, 2, 64);
  const run = new Run(visualizer, file, ...SIZE);
  await run.shows('Segment space');
  let bytes = 0;
  let revision = 3;
  for (; revision < REVISIONS_BEFORE; revision++) {
    bytes += replace(file, revision, 4096);
    await sleep(40);
  }
  if (bytes < HISTORY_BYTES) throw new Error('the history is not full');
  const seconds = async (count: number): Promise<void> => {
    for (const end = revision + count; revision < end; revision++) {
      replace(file, revision, 4096);
      await sleep(1000);
    }
  };
  await seconds(SETTLING_SECONDS);
  const before = run.cpuTime();
  const start = performance.now();
  await seconds(WATCHED_SECONDS);
  const after = run.cpuTime();
  const took = performance.now() - start;
  const share = (thread: keyof CpuTime): number => (100 * (after[thread] - before[thread])) / took;
  const megabytes = run.residentMegabytes();
  await run.quit();
  return { main: share('main'), helpers: share('helpers'), megabytes };
}

/** The first REVISIONS revisions of a memory of 1,048,576 frames: one file each, by its number. */
function writeRevisions(directory: string, kind: LargeStatus): void {
  const status = largeStatus(kind);
  for (let revision = 0; revision < REVISIONS; revision++)
    writeFileSync(join(directory, String(revision)), formatStatus({ ...status, revision }));
}

/** A new revision, in which one page was written to, as a tracker would have saved it so long ago; answers its size. */
function replace(file: string, revision: number, totalFrames: number): number {
  const references = 1284 + revision;
  const status = madeStatus({ totalFrames, processes: 9, run: 2, revision, references });
  const { table } = status.paging.processes[revision % 9] ?? {};
  const run = revision % (table?.bits.length ?? 1);
  if (table && table.frames[run] !== DISK) table.bits[run] = REFERENCED | DIRTY;
  const bytes = formatStatus(status);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return bytes.length;
}
