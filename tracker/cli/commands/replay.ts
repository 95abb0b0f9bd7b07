/** `replay`: a trace through demand paging, live in the status file. */
import { POLICY_NAMES } from '../../../shared/status.ts';
import type { MemoryOptions } from '../../memory/memory.ts';
import type { ReplayRange } from '../../trace/replay/live-replay.ts';
import type { Supply } from '../../trace/replay/supply.ts';
import { FORMAT_OPTIONS, formatOptions, TRACE_POSITIONAL } from '../../trace/trace-options.ts';
import type { Arguments } from '../arguments.ts';
import type { OptionSpec, ProgramCommand } from '../command.ts';
import { configuredOptions } from '../configured-options.ts';
import { usage } from '../trouble.ts';
import { parseNumber } from '../values.ts';
import { joinWords } from '../words.ts';
import { PAGING_OPTIONS, pagingOptions } from './init.ts';

const OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...PAGING_OPTIONS,
  policy: {
    describe: 'Which page goes when no frame is free. opt holds the trace in memory, 8 bytes a reference',
    value: 'P',
    choices: POLICY_NAMES,
  },
  speed: { describe: 'References a second (default: as fast as it goes)', value: 'N' },
  until: { describe: 'Stop after the first N references of the trace', value: 'N' },
  from: { describe: 'Go on with the memory there is, after the first N references of the trace', value: 'N' },
  ...FORMAT_OPTIONS,
};

export const replay: ProgramCommand = {
  kind: 'program',
  words: ['replay'],
  summary: 'Play the references of a real program, live in the status file; the old file is kept as FILE.bak',
  positionals: [TRACE_POSITIONAL],
  options: OPTIONS,
  examples: [
    ['replay ls.lackey.gz --policy lru --total-frames 64', 'a recorded program, as fast as it goes'],
    ['replay ls.lackey.gz --speed 20 --until 1000', 'at a pace that eyes can follow'],
    ['replay ls.lackey.gz --from 1000', 'the rest of it'],
    ['replay -', 'what valgrind --tool=lackey --trace-mem=yes PROGRAM 2>&1 >/dev/null writes into a pipe'],
  ],
  async run(args, program) {
    const [{ TraceSource }, { foreseen, streamed }, { LiveReplay }] = await Promise.all([
      import('../../trace/trace-source.ts'),
      import('../../trace/replay/supply.ts'),
      import('../../trace/replay/live-replay.ts'),
    ]);
    const range = rangeAsked(args);
    const fresh = freshMemory(args);
    const source = new TraceSource(args.get('trace'), program.stdin);
    const read = fresh?.paging.policy === 'opt' ? foreseen : streamed;
    const format = formatOptions(args, program.output);
    const supply = fresh && (await read(source, { pageSize: fresh.paging.pageSize, ...format }));
    const session = program.session('replay', false);
    return session.hold(fresh && withFuture(fresh, supply), asTyped(args), async (held) => {
      const { pageSize } = held.memory.paging;
      const references = supply ?? (await streamed(source, { pageSize, ...format }));
      return new LiveReplay(held, references, range, source, program).run();
    });
  },
};

function rangeAsked(args: Arguments): ReplayRange {
  const whole = (name: string, min: number) =>
    args.optional(name, (word, what) => parseNumber(word, what, { min }));
  const from = whole('from', 0) ?? 0;
  const until = whole('until', 1) ?? Number.POSITIVE_INFINITY;
  if (until <= from) throw usage(`--until: found ${until}, expected more than --from, which is ${from}`);
  return { from, until, speed: whole('speed', 1) };
}

/** What the memory is to be made of; null where the one in the file goes on. */
function freshMemory(args: Arguments): MemoryOptions | null {
  if (!args.flag('from')) return configuredOptions({ paging: pagingOptions(args) });
  const other = Object.keys(PAGING_OPTIONS).find((name) => args.flag(name));
  if (other) throw usage(`--from goes on with the memory in the file: --${other} is for a fresh one`);
  return null;
}

function withFuture(options: MemoryOptions, supply: Supply | null): MemoryOptions {
  return supply?.future ? { ...options, paging: { ...options.paging, future: supply.future } } : options;
}

/** What the status file keeps as its command. */
function asTyped(args: Arguments): string {
  const options = Object.keys(OPTIONS).flatMap((name) => {
    const value = args.option(name);
    if (value !== undefined) return [`--${name}`, value];
    return args.flag(name) ? [`--${name}`] : [];
  });
  return joinWords(['replay', args.get('trace'), ...options]);
}
