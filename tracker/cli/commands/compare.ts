/** `compare`: the page faults of one reference string under several policies and frame counts. Touches no memory. */
import { readFileSync } from 'node:fs';
import { printable } from '../../../shared/printable.ts';
import { MAX_TOTAL_FRAMES, POLICY_NAMES, type PolicyName } from '../../../shared/status.ts';
import { type CompareOptions, compareReferences } from '../../analysis/compare.ts';
import { parseReferenceString, type References } from '../../analysis/reference-string.ts';
import { stepsOf } from '../../analysis/steps.ts';
import type { Arguments } from '../arguments.ts';
import type { ProgramCommand } from '../command.ts';
import { comparisonCsv, comparisonReport, stepsReport } from '../comparison-report.ts';
import { count } from '../phrases.ts';
import type { Program } from '../program.ts';
import { EXIT, Trouble, usage } from '../trouble.ts';
import { parseChoice, parseNumber, parsePageList } from '../values.ts';

/** More runs than this are a slip of the finger. */
const MOST_FRAME_COUNTS = 4096;

export const compare: ProgramCommand = {
  kind: 'program',
  everywhere: true,
  words: ['compare'],
  summary: 'Count the page faults of a reference string under several policies and frame counts',
  options: {
    refs: { describe: 'Page numbers such as "7 0 1 2w", or @FILE, or - for standard input', value: 'REFS' },
    policies: { describe: 'Which, such as fifo,lru (default: all)', value: 'LIST' },
    frames: { describe: 'Frame counts such as 1-8 or 3,4,16 (default: 1-8)', value: 'LIST' },
    steps: { describe: 'The textbook grid of one policy and one frame count: a column a reference' },
    csv: { describe: 'Comma-separated values' },
    'ref-on-load': {
      describe: 'Whether a load sets the reference bit (default 1)',
      value: '0|1',
      choices: ['0', '1'],
    },
    period: { describe: 'nru, aging: references between two clearings of R', value: 'T' },
    'lfu-counts': {
      describe: 'lfu: what eviction does to a use count',
      value: 'WAY',
      choices: ['forget', 'keep'],
    },
    seed: { describe: 'random: where its generator starts', value: 'N' },
  },
  examples: [
    ['compare --refs "7 0 1 2 0 3 0 4" --frames 1-5', 'all policies with one to five frames'],
    ['compare --refs "1 2 3 4 1 2 5 1 2 3 4 5" --policies fifo,lru --frames 3-4', "Belady's anomaly"],
    ['compare --refs @string.txt --policies lru --frames 3 --steps', 'the grid that is handed in'],
  ],
  async run(args, program) {
    const references = readReferences(args.option('refs'));
    const policies = args.optional('policies', parsePolicies) ?? [...POLICY_NAMES];
    const frameCounts = args.optional('frames', parseFrameCounts) ?? [1, 2, 3, 4, 5, 6, 7, 8];
    const options = compareOptions(args);
    if (args.flag('steps')) return showSteps(program, references, policies, frameCounts, options);
    const comparison = compareReferences(references, policies, frameCounts, options);
    const text = args.flag('csv') ? comparisonCsv(comparison) : comparisonReport(comparison);
    program.output.done('compare', null, { ...comparison }, text);
    return EXIT.done;
  },
};

function showSteps(
  { output }: Program,
  references: References,
  policies: readonly PolicyName[],
  frameCounts: readonly number[],
  options: CompareOptions,
): number {
  const [policy, ...otherPolicies] = policies;
  const [frames, ...otherCounts] = frameCounts;
  if (policy === undefined || frames === undefined || otherPolicies.length > 0 || otherCounts.length > 0) {
    throw usage('--steps shows one policy with one frame count: --policies lru --frames 3 --steps');
  }
  const steps = stepsOf(references, policy, frames, options);
  const faults = steps.filter(({ fault }) => fault).length;
  const fields = { policy, frames, references: steps.length, faults, hits: steps.length - faults, steps };
  output.done('compare', null, fields, stepsReport(steps, `${policy}, ${count(frames, 'frame')}`));
  return EXIT.done;
}

/** The string itself, or what a file or standard input holds; `#` begins a comment there. */
function readReferences(word: string | undefined): References {
  if (word === undefined) throw usage('say what to compare: --refs "7 0 1 2", --refs @FILE or --refs -');
  const name = word === '-' ? 'stdin' : word.startsWith('@') ? word.slice(1) : null;
  if (name === null) {
    const parsed = parseReferenceString(word);
    if (parsed.ok) return parsed;
    throw usage(`--refs: ${parsed.message}`);
  }
  let text: string;
  try {
    text = readFileSync(word === '-' ? 0 : name, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Trouble(
      'no-input',
      `${printable(name)}: the references cannot be read: ${printable(reason)}`,
      error,
    );
  }
  const parsed = parseReferenceString(text.replace(/#.*/g, ''));
  if (parsed.ok) return parsed;
  const line = lineOfReference(text, parsed.position);
  throw new Trouble('bad-file', `${printable(name)}:${line}: ${parsed.message}`);
}

/** The line, counted from 1, that holds reference `position` of a text with comments; 1 where there is none. */
function lineOfReference(text: string, position: number): number {
  let seen = 0;
  for (const [index, line] of text.split('\n').entries()) {
    seen += line
      .replace(/#.*/, '')
      .split(/[\s,]+/)
      .filter((word) => word !== '').length;
    if (position > 0 && seen >= position) return index + 1;
  }
  return 1;
}

function parsePolicies(word: string, what: string): PolicyName[] {
  if (word === 'all') return [...POLICY_NAMES];
  return [...new Set(word.split(',').map((name) => parseChoice(name, what, POLICY_NAMES)))];
}

function parseFrameCounts(word: string, what: string): number[] {
  const ranges = parsePageList(word, `expected frame counts such as 1-8 or 3,4,16 for ${what}`);
  const total = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const [first = 0] = ranges[0] ?? [];
  const [, last = 0] = ranges.at(-1) ?? [];
  if (first < 1 || last > MAX_TOTAL_FRAMES)
    throw usage(`${what}: found ${printable(word, 60)}, expected counts from 1 to ${MAX_TOTAL_FRAMES}`);
  if (total > MOST_FRAME_COUNTS)
    throw usage(`${what}: found ${total} frame counts, expected ${MOST_FRAME_COUNTS} at most`);
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

function compareOptions(args: Arguments): CompareOptions {
  const refOnLoad = args.option('ref-on-load');
  const lfuCounts = args.option('lfu-counts');
  const period = args.optional('period', (word, what) => parseNumber(word, what, { min: 1, max: 1e9 }));
  const seed = args.optional('seed', (word, what) => parseNumber(word, what, { max: 2 ** 32 - 1 }));
  return {
    ...(refOnLoad === undefined ? {} : { refOnLoad: refOnLoad === '1' }),
    ...(lfuCounts === undefined ? {} : { keepCounts: lfuCounts === 'keep' }),
    ...(period === undefined ? {} : { period }),
    ...(seed === undefined ? {} : { seed }),
  };
}
