/**
 * What is measured, each by itself in a process of its own, as it is when a person asks for it: the example, repeated
 * to 10 million lines of text or to 20 million references in memory.
 */
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { PolicyName } from '../../../shared/status.ts';
import { replaceStatusFile } from '../../../shared/status-file/replace.ts';
import { formatStatus } from '../../../shared/status-text/format.ts';
import { Memory } from '../../memory/memory.ts';
import { show } from '../analyses/analysis.ts';
import { nextUsesOf } from '../analyses/next-uses.ts';
import { createAnalysis, type Specification } from '../analyses/specification.ts';
import { nothingKept } from '../compare/kept-references.ts';
import { surveyTrace } from '../compare/survey.ts';
import { Replay } from '../replay/replay.ts';
import { EXAMPLE } from '../testing/slow-trace.ts';
import { TraceReader } from '../trace-reader.ts';
import { TraceSource } from '../trace-source.ts';

/** Copies of the example's 200,000 lines. */
export const COPIES = 50;
export const REFERENCES = 20e6;
const PAGE_SIZE = 4096;
const FRAMES = 64;
const SIXTEEN_COUNTS = Array.from({ length: 16 }, (_, i) => 8 * (i + 1));

/** Makes ready, and answers the work that is to be timed. `directory` holds `ls.lackey`, and may be written to. */
export type Prepare = (directory: string) => Promise<() => unknown>;

const sixteen = { kind: 'several-sizes', frameCounts: SIXTEEN_COUNTS, refOnLoad: true } as const;

export const MEASUREMENTS: Readonly<Record<string, Prepare>> = {
  read: async (directory) => () => readAll(directory),
  'read to curve': async (directory) => () =>
    surveyTrace(sourceIn(directory), { pageSize: PAGE_SIZE }, nothingKept()),
  fifo: () => analysis({ ...sixteen, policy: 'fifo' }),
  clock: () => analysis({ ...sixteen, policy: 'clock' }),
  'lru curve': () => analysis({ kind: 'lru-curve', frameCounts: [] }),
  opt: () => analysis({ kind: 'opt-faults', frames: FRAMES, references: REFERENCES }),
  'replay lru': (directory) => replay('lru', directory),
  'replay clock': (directory) => replay('clock', directory),
};

function sourceIn(directory: string): TraceSource {
  return new TraceSource(join(directory, 'ls.lackey'), Readable.from([]));
}

async function readAll(directory: string): Promise<void> {
  const reader = new TraceReader(sourceIn(directory), { pageSize: PAGE_SIZE });
  for await (const _ of reader.chunks()) {
    // Reading is all there is to do.
  }
}

/** The references of the example, over and over. */
async function inMemory(): Promise<{ references: Int32Array; pages: Float64Array }> {
  const reader = new TraceReader(new TraceSource(EXAMPLE, Readable.from([])), { pageSize: PAGE_SIZE });
  const once: number[] = [];
  for await (const chunk of reader.chunks()) once.push(...chunk);
  const references = new Int32Array(REFERENCES);
  for (let at = 0; at < REFERENCES; at += once.length) references.set(once.slice(0, REFERENCES - at), at);
  return { references, pages: reader.numbering.pages };
}

/** For OPT, finding out the next uses is part of the work. */
async function analysis(specification: Specification): Promise<() => void> {
  const { references, pages } = await inMemory();
  return () => {
    const future = specification.kind === 'opt-faults';
    const shown = future ? nextUsesOf([references], pages.length) : references;
    const made = createAnalysis(specification);
    show([made], shown, pages.length);
    made.results();
  };
}

/** With everything on: dirty bits, page table, counters, and the file rewritten 20 times a second. */
async function replay(policy: PolicyName, directory: string): Promise<() => Promise<void>> {
  const { references, pages } = await inMemory();
  const status = join(directory, 'memory_status.txt');
  return async () => {
    const memory = Memory.create(
      {
        paging: { totalFrames: FRAMES, pageSize: PAGE_SIZE, policy },
        segmentation: { maxSegments: 5, base: 1000, space: 65_536 },
      },
      { session: '00000000', configFrames: FRAMES, configPageSize: PAGE_SIZE },
    );
    const written = new Date().toISOString();
    const writer = { written, tracker: process.pid, door: 'replay', command: 'replay' } as const;
    const player = new Replay({
      memory,
      save: (happenings, sync) => {
        memory.commit(happenings);
        replaceStatusFile(status, formatStatus(memory.snapshot(writer)), { sync });
      },
    });
    await player.play(references, pages);
    player.save(true);
  };
}
