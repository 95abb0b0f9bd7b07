/**
 * Random commands to the tracker by several writers of one status file, each compared with the naive machine: what is
 * answered, what is in the file, and that no invariant is broken.
 */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readStatusFile } from '../../../shared/status-file/read.ts';
import { Dialogue } from '../../cli/dialogue.ts';
import { Output } from '../../cli/output.ts';
import { Program } from '../../cli/program.ts';
import { Memory } from '../../memory/memory.ts';
import { expectEqual } from '../../memory/paging/testing/expect-equal.ts';
import { naiveState, stateOf } from '../../memory/paging/testing/state.ts';
import { Place } from '../../testing/run-tracker.ts';
import { initLine, type ModelCommand, modelCommand, modelOptions, typed } from './commands.ts';
import { NaiveMemory } from './naive-memory.ts';

/** A tracker that answers in JSON. It keeps its session as a menu does, so it may find that others changed the file. */
class Writer {
  readonly file: string;
  readonly #said: string[] = [];
  readonly #program: Program;
  #dialogue: Dialogue;

  constructor(file: string) {
    this.file = file;
    const sink = { write: (text: string) => this.#said.push(text) };
    this.#program = new Program(file, new Output(true, sink, { write: () => 0 }), Readable.from(['']));
    this.#dialogue = this.#anew();
  }

  /** What a line is answered with. */
  async tell(line: string): Promise<Record<string, unknown>> {
    await this.#dialogue.line(line);
    const [answer = '', ...more] = this.#said.splice(0);
    expect(more, line).toEqual([]);
    return JSON.parse(answer) as Record<string, unknown>;
  }

  /** Forgets all it knows: the next command has only the file, as a one-shot has. */
  restart(): this {
    this.#dialogue = this.#anew();
    return this;
  }

  #anew(): Dialogue {
    return new Dialogue(this.#program.session('menu', false), this.#program);
  }
}

/** Who executes a command: one of two that keep their sessions, or one that begins for it. */
const turns = fc.constantFrom('first', 'second', 'one-shot' as const);
/** Most begin with pages on disk, so that there is something to refer to. */
const beginnings = fc.nat(3).map((lonely) => (lonely === 0 ? [] : [reserved('P1', 8), reserved('P2', 5)]));
const conversation = fc.tuple(
  modelOptions,
  fc
    .tuple(beginnings, fc.array(fc.tuple(turns, modelCommand), { minLength: 1, maxLength: 58, size: 'max' }))
    .map(([first, all]) => [...first.map((command) => ['first', command] as const), ...all]),
);

function reserved(pid: string, pages: number): ModelCommand {
  return { do: 'reserve', pid, pages, bytes: null };
}

/** Holds `numRuns` random conversations of up to 60 commands; answers how many commands were done and refused. */
export async function converse(numRuns: number): Promise<{ done: number; refused: number }> {
  const { file } = new Place();
  const writers = { first: new Writer(file), second: new Writer(file), 'one-shot': new Writer(file) };
  const counted = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(conversation, async ([options, commands]) => {
      const naive = new NaiveMemory(options);
      await writers.first.tell(initLine(options));
      for (const [turn, command] of commands) {
        const writer = turn === 'one-shot' ? writers[turn].restart() : writers[turn];
        const ok = await compare(writer, naive, command);
        counted[ok ? 'done' : 'refused']++;
      }
    }),
    { numRuns },
  );
  return counted;
}

/** One command, by the tracker and naively. */
async function compare(writer: Writer, naive: NaiveMemory, command: ModelCommand): Promise<boolean> {
  const before = readFileSync(writer.file);
  const line = typed(command);
  const answer = await writer.tell(line);
  const expected = naive.execute(command);
  if (typeof expected === 'string') {
    expectEqual(answer.error && { line, ...pick(answer.error, ['code']) }, { line, code: expected });
    expect(Buffer.compare(readFileSync(writer.file), before), `refused, and the file changed: ${line}`).toBe(
      0,
    );
    expectSlide(naive, command, answer.error);
  } else {
    const wanted = { ok: true, revision: naive.revision, ...expected };
    expectEqual({ line, ...pick(answer, Object.keys(wanted)) }, { line, ...wanted });
  }
  expectState(writer.file, naive);
  return typeof expected !== 'string';
}

/** The file says what the naive machine holds. */
function expectState(file: string, naive: NaiveMemory): void {
  const read = readStatusFile(file);
  if (read.kind !== 'ok') throw new Error(`the file is ${JSON.stringify(read)}`);
  const { paging, segmentation, revision } = read.status;
  expectEqual(stateOf(paging), naiveState(naive.paging));
  const status = naive.segments.status();
  expectEqual(pick(segmentation, Object.keys(status)), status);
  const waste = paging.processes.flatMap(({ pid, waste: all }) =>
    all.map(({ page, bytes }) => [`${pid} ${page}`, bytes] as const),
  );
  expectEqual(Object.entries(Object.fromEntries(waste)).sort(), [...naive.waste].sort());
  expect(revision).toBe(naive.revision);
  Memory.restore(read.status).check();
}

/** A request for which the free bytes would do is told the cheapest slide. */
function expectSlide({ segments }: NaiveMemory, command: ModelCommand, error: unknown): void {
  if (command.do !== 'segment alloc' || command.request.base !== null) return;
  const { code, slide } = error as { code: string; slide?: { bytes: number } | null };
  if (code !== 'no-hole') return;
  expect(slide?.bytes ?? null).toBe(segments.cheapestSlide(segments.blockOf(command.request.limit)));
}

function pick(object: object, names: readonly string[]): Record<string, unknown> {
  const all = new Map(Object.entries(object));
  return Object.fromEntries(names.map((name) => [name, all.get(name)]));
}
