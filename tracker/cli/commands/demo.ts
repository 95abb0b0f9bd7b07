/**
 * `demo`: the original's automatic run, paging and then segmentation: allocate, display, free. Its answers are the
 * original's; the numbers in them come out of the memory.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { DISK } from '../../../shared/status.ts';
import type { Memory } from '../../memory/memory.ts';
import type { Session } from '../../session.ts';
import type { Done, Refused } from '../../step.ts';
import type { ProgramCommand } from '../command.ts';
import { configuredOptions } from '../configured-options.ts';
import { parseWords } from '../parse.ts';
import { EXIT } from '../trouble.ts';
import { parseMilliseconds } from '../values.ts';

const EARLIER = [
  'alloc A 8',
  'alloc B 56',
  'free A 3',
  'free A 5',
  'free A 7',
  'free A 2',
  'free B',
  'free A',
];
const A_AND_B = 'A and B come and go before the demo begins, so that P1 gets the frames 3, 5, 7 and 2';
const P1_AFTER_A =
  'A gave these frames back first, one at a time, and the free-frame list is first in, first out';
const SEGMENTS = ['segment alloc 100', 'segment alloc 200', 'segment alloc 300'];

export const demo: ProgramCommand = {
  kind: 'program',
  everywhere: true,
  changes: true,
  words: ['demo'],
  summary: 'The automatic demonstration on a fresh memory: pages, then segments: allocate, display, free',
  options: {
    interval: {
      describe: 'Wait this long between two steps, so that a visualizer can follow',
      value: 'TIME',
    },
  },
  examples: [
    ['demo', 'a fresh memory of 64 frames; the old file is kept as FILE.bak'],
    ['demo --interval 1s', 'a step a second'],
  ],
  notes:
    'P1 gets the frames 3, 5, 7 and 2, as in the original program. To that end two earlier processes come and go in the ' +
    'first eight revisions: A and B fill the memory, A frees its pages 3, 5, 7 and 2 one at a time, then B ends, then A. ' +
    'The free-frame list is first in, first out, so it then begins with 3, 5, 7 and 2.',
  async run(args, program, given) {
    const pauseMs = args.optional('interval', parseMilliseconds) ?? 0;
    const session = given ?? program.session(pauseMs > 0 ? 'script' : 'command', false);
    const say = (text: string) => program.output.json || program.output.print(text);
    const steps = new Steps(session, pauseMs);
    try {
      await session.begin(demoMachine(), 'demo');
      for (const [index, line] of EARLIER.entries()) await steps.takeAtOnce(line, index === 0 ? A_AND_B : '');
      let memory = await steps.takeAtOnce('alloc P1 4', P1_AFTER_A);
      say(`=== Paging Example ===\nPages allocated successfully.\n${pageTable(memory)}`);
      const pages = pageRows(memory);
      await steps.take('free P1');
      say('Memory freed successfully!\n\n');
      for (const line of SEGMENTS) memory = await steps.take(line);
      say(`=== Segmentation Example ===\nSegments allocated successfully.\n${segmentTable(memory)}`);
      const { segments } = memory.segments.snapshot();
      for (const { id } of segments) memory = await steps.take(`segment free ${id}`);
      say('Segments freed successfully!\n');
      if (program.output.json) {
        const rows = segments.map(({ id, base, limit }) => ({ id, base, limit }));
        program.output.done('demo', program.revision(session), { pages, segments: rows }, '');
      }
    } finally {
      session.settle();
    }
    return EXIT.done;
  },
};

/** The demo's memory is the original's, whatever the config says today. */
function demoMachine() {
  return configuredOptions({
    paging: { totalFrames: 64, pageSize: 4096 },
    segmentation: { maxSegments: 5, base: 1000, space: 64 * 1024 },
  });
}

/** Executes command lines that cannot be refused here. */
class Steps {
  readonly #session: Session;
  readonly #pauseMs: number;

  constructor(session: Session, pauseMs: number) {
    this.#session = session;
    this.#pauseMs = pauseMs;
  }

  /** After a pause, in which what was said before can be read. */
  async take(line: string): Promise<Memory> {
    if (this.#pauseMs > 0) await wait(this.#pauseMs);
    return this.takeAtOnce(line);
  }

  /** `why` is said in its event. */
  async takeAtOnce(line: string, why = ''): Promise<Memory> {
    const { command, args } = parseWords(line.split(' '));
    if (command.kind !== 'memory') throw new Error(`the demo's '${line}' does not work on a memory`);
    const step = command.prepare(args);
    const { result, memory } = await this.#session.change((memory) => explained(step(memory), why), line);
    if (!result.ok) throw new Error(`the demo's '${line}' was refused: ${result.refusal.code}`);
    return memory;
  }
}

function explained(result: Done | Refused, why: string): Done | Refused {
  if (!result.ok || why === '') return result;
  const happenings = result.happenings.map((each) => ({ ...each, text: `${each.text}; ${why}` }));
  return { ...result, happenings };
}

function pageRows(memory: Memory): [page: number, frame: number][] {
  const rows: [number, number][] = [];
  for (const { table } of memory.paging.snapshot().processes) {
    table.pages.forEach((page, k) => {
      const frame = table.frames[k] ?? DISK;
      for (let i = 0; i < (table.counts[k] ?? 0); i++) rows.push([page + i, frame + i]);
    });
  }
  return rows;
}

function pageTable(memory: Memory): string {
  const rows = pageRows(memory).map(([page, frame]) => `   ${page} -> ${frame}\n`);
  return `Page Table:\nPage Number -> Frame Number\n${rows.join('')}`;
}

function segmentTable(memory: Memory): string {
  const rows = memory.segments
    .snapshot()
    .segments.map(({ id, base, limit }) => `   ${id} -> ${base} -> ${limit}\n`);
  return `Segment Table:\nSegment ID -> Base Address -> Limit\n${rows.join('')}`;
}
