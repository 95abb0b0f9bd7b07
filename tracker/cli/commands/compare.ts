/**
 * `compare`: the page faults of a trace, or of a reference string, under several policies and frame counts. Touches no
 * memory. A string goes through the engine as it is; a trace takes the fast ways of tracker/trace.
 */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { isSameFile, pictureTrouble } from '../../../shared/picture-file.ts';
import { printable } from '../../../shared/printable.ts';
import { POLICY_NAMES, type PolicyName } from '../../../shared/status.ts';
import { type Comparison, compareReferences } from '../../analysis/compare.ts';
import { PERCENT } from '../../analysis/frames-within.ts';
import { parseReferenceString } from '../../analysis/reference-string.ts';
import { ProgressBar } from '../../trace/progress-bar.ts';
import { Pace, realClock } from '../../trace/replay/pace.ts';
import {
  FORMAT_OPTIONS,
  formatOptions,
  PAGE_SIZE_OPTION,
  pageSizeOption,
  TRACE_POSITIONAL,
} from '../../trace/trace-options.ts';
import type { Arguments } from '../arguments.ts';
import type { ProgramCommand } from '../command.ts';
import { FEW_FRAMES, frameCountsAsked, policiesAsked } from '../comparison-options.ts';
import { comparisonCsv, comparisonReport } from '../comparison-report.ts';
import { checkInput } from '../input-file.ts';
import { count } from '../phrases.ts';
import { POLICY_OPTIONS, policyOptions } from '../policy-options.ts';
import type { Program } from '../program.ts';
import { fileOfReferences, referencesAsked } from '../references-asked.ts';
import { stepsAnswer } from '../steps-answer.ts';
import { EXIT, Trouble, usage } from '../trouble.ts';

/** What a program is compared with. */
const POWERS_OF_TWO = Array.from({ length: 23 }, (_, power) => 2 ** power);
/** Where the picture goes if it has this name. */
const STDOUT = '-';
const USUAL_POLICIES: readonly PolicyName[] = ['fifo', 'lru', 'clock', 'opt'];

export const compare: ProgramCommand = {
  kind: 'program',
  everywhere: true,
  words: ['compare'],
  summary: 'Count the page faults of a trace or a reference string under several policies and frame counts',
  positionals: [{ ...TRACE_POSITIONAL, optional: true }],
  options: {
    refs: {
      describe: 'Instead of TRACE: page numbers such as "7 0 1 2w", or @FILE, or - for standard input',
      value: 'REFS',
      quoted: '--refs "7 0 1 2"',
    },
    policies: {
      describe:
        'Which, such as fifo,lru, or all (default: all for REFS; for TRACE fifo,lru,clock,opt). opt holds the trace in memory, 8 bytes a reference',
      value: 'LIST',
    },
    frames: {
      describe: 'Frame counts such as 1-8 or 3,4,16 (default: 1-8 for REFS; for TRACE 1, 2, 4, 8 …)',
      value: 'LIST',
    },
    ...PAGE_SIZE_OPTION,
    steps: {
      describe: 'With REFS, the textbook grid of one policy and one frame count: a column a reference',
    },
    csv: { describe: 'Comma-separated values' },
    plot: { describe: 'The page-fault curves, drawn in the terminal' },
    svg: {
      describe: 'The same as a picture; - is standard output, and nothing else is printed',
      value: 'FILE',
    },
    ...FORMAT_OPTIONS,
    ...POLICY_OPTIONS,
  },
  examples: [
    [
      'compare ls.lackey.gz --policies fifo,lru,clock,opt --frames 1-256 --plot',
      'the curves of a real program',
    ],
    ['compare ls.lackey.gz --policies lru --frames 1-256 --svg ls.svg', 'a picture for a report'],
    ['compare --refs "7 0 1 2 0 3 0 4" --frames 1-5', 'all policies with one to five frames'],
    ['compare --refs "1 2 3 4 1 2 5 1 2 3 4 5" --policies fifo,lru --frames 3-4', "Belady's anomaly"],
    ['compare --refs @string.txt --policies lru --frames 3 --steps', 'the grid that is handed in'],
  ],
  async run(args, program, session) {
    const trace = args.find('trace');
    const refs = args.option('refs');
    if ((trace === undefined) === (refs === undefined)) {
      throw usage('say what to compare: a TRACE, or --refs "7 0 1 2", --refs @FILE, --refs -');
    }
    checkOptions(args, program.output.json);
    const input = trace ?? fileOfReferences(refs ?? '');
    if (input !== null) checkInput(input, session);
    if (trace !== undefined) checkTrace(trace);
    if (refs !== undefined && args.flag('steps')) {
      const { fields, text } = await stepsAnswer(refs, args, program);
      program.output.done('compare', program.revision(session), fields, text);
      return EXIT.done;
    }
    const svg = args.option('svg');
    if (svg !== undefined && svg !== STDOUT)
      checkPicture(svg, input === null ? [program.path] : [program.path, input]);
    const answer =
      refs === undefined ? await ofTrace(args, program) : await ofReferences(refs, args, program);
    if (svg === STDOUT) {
      program.output.print(await picture(answer));
      return EXIT.done;
    }
    const { comparison, title, fields } = answer;
    const text = args.flag('csv')
      ? comparisonCsv(comparison)
      : [title, comparisonReport(comparison)].filter((part) => part !== '').join('\n');
    const pictures = await draw(answer, args, program.output.columns);
    const { policies, references, distinctPages, results } = comparison;
    const answered = { policies, references, distinctPages, ...fields, results };
    program.output.done('compare', program.revision(session), answered, text + pictures);
    return EXIT.done;
  },
};

/** Page numbers that were meant for --refs are no name of a file, unless there is one. */
function checkTrace(trace: string): void {
  if (existsSync(trace) || !parseReferenceString(trace).ok) return;
  const given = printable(trace, 60);
  throw new Trouble('no-input', `there is no file ${given}; page numbers are given as --refs "${given}"`);
}

/** Refuses options of which one would silently be left out. */
function checkOptions(args: Arguments, json: boolean): void {
  if (args.flag('refs')) {
    const ofTraces = ['page-size', 'format', 'skip-bad'].find((option) => args.flag(option));
    if (ofTraces !== undefined) throw usage(`--${ofTraces} goes with a TRACE; --refs are page numbers`);
  }
  const beside = ['csv', 'plot', 'svg'].find((form) => args.flag(form));
  if (args.flag('steps') && beside !== undefined)
    throw usage(`--steps and --${beside} do not go together: --steps prints the grid alone`);
  const [one, other] = [
    ...(json ? ['json'] : []),
    ...['csv', 'plot'].filter((form) => args.flag(form)),
    ...(args.option('svg') === STDOUT ? ['svg -'] : []),
  ];
  if (other !== undefined)
    throw usage(
      `--${one} and --${other} do not go together: give one of them; the curves may go into a file with --svg FILE`,
    );
}

interface Answer {
  readonly comparison: Comparison;
  /** Above the table. */
  readonly title: string;
  /** Of `--json`, besides those of the comparison. */
  readonly fields: Readonly<Record<string, unknown>>;
}

async function ofReferences(refs: string, args: Arguments, { stdin }: Program): Promise<Answer> {
  const policies = policiesAsked(args, POLICY_NAMES);
  const frameCounts = frameCountsAsked(args) ?? FEW_FRAMES;
  const references = await referencesAsked(refs, stdin);
  const pace = new Pace(null, realClock);
  const comparison = await ProgressBar.during((onProgress) =>
    compareReferences(references, policies, frameCounts, policyOptions(args), (made, progress) => {
      onProgress(progress);
      return pace.rest(made);
    }),
  );
  return { comparison, title: '', fields: {} };
}

async function ofTrace(args: Arguments, { output, stdin }: Program): Promise<Answer> {
  if (args.flag('steps'))
    throw usage('--steps goes with --refs: a trace has more columns than paper is wide');
  const [{ TraceSource }, { compareTrace }] = await Promise.all([
    import('../../trace/trace-source.ts'),
    import('../../trace/compare/compare-trace.ts'),
  ]);
  const policies = policiesAsked(args, USUAL_POLICIES);
  const asked = frameCountsAsked(args);
  const pageSize = pageSizeOption(args);
  const source = new TraceSource(args.get('trace'), stdin);
  const options = {
    policies,
    frameCounts: asked ?? POWERS_OF_TWO,
    policyOptions: policyOptions(args),
    pageSize,
    ...formatOptions(args, output),
  };
  const found = await ProgressBar.during((onProgress) => compareTrace(source, { ...options, onProgress }));
  const { distinctPages, badLines, format } = found;
  // Beyond the first power of two that the whole program fits into, nothing changes.
  const enough = POWERS_OF_TWO.find((frames) => frames >= distinctPages) ?? Number.POSITIVE_INFINITY;
  const results = asked ? found.results : found.results.filter(({ frames }) => frames <= enough);
  const lruWithin = found.within.find(({ policy }) => policy === 'lru')?.frames;
  if (badLines > 0) output.notice(`${source.name}: ${count(badLines, 'bad line')} passed over`);
  return {
    comparison: { ...found, results },
    title: `${basename(source.name)}, pages of ${count(pageSize, 'byte')}`,
    fields: {
      pageSize,
      format,
      badLines,
      coldFaults: distinctPages,
      lruWithin: Object.fromEntries(PERCENT.map((percent, i) => [`${percent}%`, lruWithin?.[i]])),
    },
  };
}

/** The curves as they were asked for: what is to be printed below the answer. */
async function draw(answer: Answer, args: Arguments, columns = 80): Promise<string> {
  const file = args.option('svg');
  let printed = '';
  if (args.flag('plot')) {
    const { terminalPlot } = await import('../../trace/plot/terminal-plot.ts');
    printed += `\n\n${terminalPlot(answer.comparison, Math.min(columns, 120))}`;
  }
  if (file !== undefined) {
    writePicture(file, await picture(answer));
    printed += `\n\nThe curves are in ${printable(file)}.`;
  }
  return args.flag('csv') ? '' : printed;
}

async function picture({ comparison, title }: Answer): Promise<string> {
  const { svgPlot } = await import('../../trace/plot/svg-plot.ts');
  return svgPlot(comparison, title === '' ? 'Page faults' : `Page faults of ${title}`);
}

/** Refuses a name under which the picture would lie over a file that is read. */
function checkPicture(file: string, read: readonly string[]): void {
  const over = read.find((other) => isSameFile(file, other));
  if (over !== undefined)
    throw usage(`--svg would overwrite ${printable(over)}: give the picture a name of its own`);
}

function writePicture(file: string, svg: string): void {
  const trouble = pictureTrouble(file, svg);
  if (trouble !== null) throw new Trouble('io', `--svg: ${trouble}`);
}
