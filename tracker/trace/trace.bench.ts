/**
 * How fast traces are read, analysed and replayed: the example, repeated to 10 million lines and to 20 million
 * references. At the end the medians, as ratios to `grep -c` and `wc -l` on the same lines in the same run, beside the
 * goals; these are for a machine whose `grep -c` reads 1,480 MB/s, and are scaled to how fast it is here and now.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterAll, bench, describe } from 'vitest';
import type { PolicyName } from '../../shared/status.ts';
import { replaceStatusFile } from '../../shared/status-file/replace.ts';
import { formatStatus } from '../../shared/status-text/format.ts';
import { Memory } from '../memory/memory.ts';
import { show } from './analyses/analysis.ts';
import { nextUsesOf } from './analyses/next-uses.ts';
import { createAnalysis, type Specification } from './analyses/specification.ts';
import { surveyTrace } from './compare/survey.ts';
import { Replay } from './replay/replay.ts';
import { EXAMPLE } from './testing/slow-trace.ts';
import { grepCount, has, Stopwatch, wcLines } from './testing/yardsticks.ts';
import { TraceReader } from './trace-reader.ts';
import { TraceSource } from './trace-source.ts';

const PAGE_SIZE = 4096;
const FRAMES = 64;
const SIXTEEN_COUNTS = Array.from({ length: 16 }, (_, i) => 8 * (i + 1));
const SEVERAL_TIMES = { iterations: 7, time: 0, warmupIterations: 1, warmupTime: 0 };

const directory = mkdtempSync(join(tmpdir(), 'trace-bench-'));
const file = join(directory, 'ls.lackey');
const example = gunzipSync(readFileSync(EXAMPLE));
for (let i = 0; i < 50; i++) appendFileSync(file, example);
const bytes = statSync(file).size;

const { references, pages } = await inMemory(100);
const watch = new Stopwatch();

afterAll(() => {
  rmSync(directory, { recursive: true });
  process.stdout.write(`\n${report().join('\n')}\n`);
});

describe('10 million lines of lackey text', () => {
  bench.runIf(has('wc'))('wc -l', () => watch.time('wc -l', () => wcLines(file)), SEVERAL_TIMES);
  bench.runIf(has('grep'))('grep -c', () => watch.time('grep -c', () => grepCount(file)), SEVERAL_TIMES);
  bench('read, validated, kinds kept', () => watch.time('read', readAll), SEVERAL_TIMES);
  bench('LRU curve of all frame counts', () => watch.time('read to curve', readToCurve), SEVERAL_TIMES);
});

describe('20 million references in memory', () => {
  const analysis = (name: string, specification: Specification) =>
    bench(name, () => watch.time(name, () => analyse(specification)), SEVERAL_TIMES);
  const sixteen = { kind: 'several-sizes', frameCounts: SIXTEEN_COUNTS, refOnLoad: true } as const;
  analysis('fifo', { ...sixteen, policy: 'fifo' });
  analysis('clock', { ...sixteen, policy: 'clock' });
  analysis('lru curve', { kind: 'lru-curve', frameCounts: [] });
  analysis('opt', { kind: 'opt-faults', frames: FRAMES, references: references.length });
  for (const policy of ['lru', 'clock'] as const) {
    bench(
      `replay under ${policy}`,
      () => watch.time(`replay ${policy}`, () => replay(policy)),
      SEVERAL_TIMES,
    );
  }
});

/** The references of the example, over and over. */
async function inMemory(times: number): Promise<{ references: Int32Array; pages: Float64Array }> {
  const reader = new TraceReader(new TraceSource(EXAMPLE, Readable.from([])), { pageSize: PAGE_SIZE });
  const once: number[] = [];
  for await (const chunk of reader.chunks()) once.push(...chunk);
  const all = new Int32Array(times * once.length);
  for (let i = 0; i < times; i++) all.set(once, i * once.length);
  return { references: all, pages: reader.numbering.pages };
}

async function readAll(): Promise<void> {
  const reader = new TraceReader(new TraceSource(file, Readable.from([])), { pageSize: PAGE_SIZE });
  for await (const _ of reader.chunks()) {
    // Reading is all there is to do.
  }
}

async function readToCurve(): Promise<void> {
  await surveyTrace(new TraceSource(file, Readable.from([])), { pageSize: PAGE_SIZE }, 0);
}

function analyse(specification: Specification): void {
  const future = specification.kind === 'opt-faults';
  const shown = future ? nextUsesOf([references], pages.length) : references;
  const analysis = createAnalysis(specification);
  show([analysis], shown, pages.length);
  analysis.results();
}

/** With everything on: dirty bits, page table, counters, and the file rewritten 20 times a second. */
async function replay(policy: PolicyName): Promise<void> {
  const memory = Memory.create(
    {
      paging: { totalFrames: FRAMES, pageSize: PAGE_SIZE, policy },
      segmentation: { maxSegments: 5, base: 1000, space: 65_536 },
    },
    { session: '00000000', configFrames: FRAMES, configPageSize: PAGE_SIZE },
  );
  const written = new Date().toISOString();
  const writer = { written, tracker: process.pid, door: 'replay', command: 'replay' } as const;
  const status = join(directory, 'memory_status.txt');
  const player = new Replay({
    memory,
    save: (happenings, sync) => {
      memory.commit(happenings);
      replaceStatusFile(status, formatStatus(memory.snapshot(writer)), { sync });
    },
  });
  await player.play(references, pages);
  player.save(true);
}

function report(): string[] {
  const [grep, wc, slow] = [watch.median('grep -c'), watch.median('wc -l'), watch.slowness(bytes)];
  if (grep === undefined || slow === undefined) return ['There is no grep on this machine to compare with.'];
  const times = (name: string) => (watch.median(name) ?? Number.NaN) / grep;
  const seconds = (name: string) => (watch.median(name) ?? Number.NaN) / 1000;
  const rate = (name: string) => references.length / 1e6 / seconds(name);
  const row = (what: string, found: string, goal: string) => `${what.padEnd(46)}${found.padEnd(22)}${goal}`;
  const least = (goal: number) => `goal: at least ${(goal / slow).toFixed(1)} M/s (${goal})`;
  const most = (goal: number) => `goal: at most ${(goal * slow).toFixed(2)} s (${goal} s)`;
  return [
    `grep -c reads ${(bytes / 1e3 / grep).toFixed(0)} MB/s${wc === undefined ? '' : `, wc -l ${(bytes / 1e3 / wc).toFixed(0)} MB/s`}: goals in brackets × ${slow.toFixed(2)}`,
    row(
      'lackey text, validated, kinds kept',
      `${(1 / times('read')).toFixed(2)} of grep -c's rate`,
      'goal: at least 0.33',
    ),
    row(
      '10 M lines to the LRU curve',
      `${times('read to curve').toFixed(2)} times grep -c`,
      'goal: at most 4',
    ),
    row('20 M references, 16 frame counts, FIFO', `${seconds('fifo').toFixed(2)} s`, most(0.35)),
    row('20 M references, 16 frame counts, clock', `${seconds('clock').toFixed(2)} s`, most(0.35)),
    row('20 M references, the LRU curve', `${seconds('lru curve').toFixed(2)} s`, most(0.4)),
    row('OPT, one frame count, next uses included', `${rate('opt').toFixed(1)} M/s`, least(50)),
    row('replay with everything on, LRU', `${rate('replay lru').toFixed(1)} M/s`, least(60)),
    row('replay with everything on, clock', `${rate('replay clock').toFixed(1)} M/s`, least(60)),
  ];
}
