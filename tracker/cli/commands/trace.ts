/** `trace`: what is in a trace, before anything is simulated. Touches no memory. */
import { printable } from '../../../shared/printable.ts';
import type { TraceSummary } from '../../trace/summary/summarize-trace.ts';
import {
  FORMAT_OPTIONS,
  formatOptions,
  PAGE_SIZE_OPTION,
  pageSizeOption,
  TRACE_POSITIONAL,
} from '../../trace/trace-options.ts';
import type { ProgramCommand } from '../command.ts';
import { checkInput } from '../input-file.ts';
import { count, table } from '../phrases.ts';
import { EXIT } from '../trouble.ts';
import { parseNumber } from '../values.ts';

const USUAL_BUSIEST = 10;

export const trace: ProgramCommand = {
  kind: 'program',
  everywhere: true,
  words: ['trace'],
  summary: 'Summarize a trace: kinds of references, pages, locality, the busiest pages',
  positionals: [TRACE_POSITIONAL],
  options: {
    ...PAGE_SIZE_OPTION,
    busiest: { describe: `How many of the busiest pages to list (default ${USUAL_BUSIEST})`, value: 'N' },
    ...FORMAT_OPTIONS,
  },
  examples: [
    ['trace ls.lackey.gz', 'a program recorded by valgrind'],
    ['trace addresses.txt --page-size 64', 'plain addresses, by cache line'],
  ],
  async run(args, program, session) {
    checkInput(args.get('trace'), session);
    const [{ TraceSource }, { summarizeTrace }, { ProgressBar }] = await Promise.all([
      import('../../trace/trace-source.ts'),
      import('../../trace/summary/summarize-trace.ts'),
      import('../../trace/progress-bar.ts'),
    ]);
    const { output, stdin } = program;
    const source = new TraceSource(args.get('trace'), stdin);
    const pageSize = pageSizeOption(args);
    const busiest = args.optional('busiest', (word, what) => parseNumber(word, what, { min: 1, max: 1000 }));
    const options = { pageSize, ...formatOptions(args, output) };
    const summary = await ProgressBar.during((onProgress) =>
      summarizeTrace(source, { ...options, onProgress }, busiest ?? USUAL_BUSIEST),
    );
    if (summary.badLines > 0)
      output.notice(`${source.name}: ${count(summary.badLines, 'bad line')} passed over`);
    const text = inWords(printable(source.name), summary);
    output.done('trace', program.revision(session), { ...summary }, text);
    return EXIT.done;
  },
};

function inWords(name: string, summary: TraceSummary): string {
  const { references, kinds, distinctPages, pageSize, footprint, locality, busiest } = summary;
  const share = (number: number) => percent(number / references);
  const kindRows = Object.entries(kinds)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => [PLURALS[kind] ?? kind, number, share(number)]);
  const localityRows = locality.map((each) => [count(each.pages, 'page'), percent(each.share)]);
  const busyRows = busiest.map((each) => [
    `page ${each.page}`,
    `0x${(each.page * pageSize).toString(16)}`,
    each.references,
    share(each.references),
  ]);
  return [
    `${name}: ${count(references, 'reference')} to ${count(distinctPages, 'page')} of ${count(pageSize, 'byte')} (${sizeInWords(footprint)})`,
    '',
    table(kindRows),
    '',
    'References that go to one of the last',
    table(localityRows),
    '',
    'The busiest pages, and where they begin',
    table(busyRows),
  ].join('\n');
}

const PLURALS: Readonly<Record<string, string>> = {
  fetch: 'fetches',
  load: 'loads',
  store: 'stores',
  modify: 'modifies (load, then store)',
};

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)} %`;
}

/** `508 KiB`, `1.5 GiB`. */
function sizeInWords(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const unit = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${Number((bytes / 1024 ** unit).toPrecision(4))} ${units[unit]}`;
}
