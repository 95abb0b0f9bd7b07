/** The answer of `compare --steps`: the grid students hand in, of one policy with one frame count. */
import type { Readable } from 'node:stream';
import { policyInWords } from '../../shared/conventions.ts';
import { POLICY_NAMES } from '../../shared/status.ts';
import { type Step, stepsOf } from '../analysis/steps.ts';
import { toldPolicy } from '../memory/paging/paging-options.ts';
import type { Arguments } from './arguments.ts';
import { FEW_FRAMES, frameCountsAsked, policiesAsked } from './comparison-options.ts';
import { count, widest } from './phrases.ts';
import { policyOptions } from './policy-options.ts';
import { referencesAsked } from './references-asked.ts';
import { usage } from './trouble.ts';

/** A grid with more is none that anybody reads. */
const MOST_CELLS = 100_000;

export interface StepsAnswer {
  /** Of `--json`. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** `refs` as typed. */
export async function stepsAnswer(refs: string, args: Arguments, stdin: Readable): Promise<StepsAnswer> {
  const [policy, ...otherPolicies] = policiesAsked(args, POLICY_NAMES);
  const [frames, ...otherCounts] = frameCountsAsked(args) ?? FEW_FRAMES;
  if (policy === undefined || frames === undefined || otherPolicies.length > 0 || otherCounts.length > 0) {
    throw usage('--steps shows one policy with one frame count: --policies lru --frames 3 --steps');
  }
  const references = await referencesAsked(refs, stdin);
  const columns = references.pages.length;
  if (columns * frames > MOST_CELLS)
    throw usage(
      `--steps: found ${count(columns, 'reference')} in ${count(frames, 'frame')}, expected a grid of ${MOST_CELLS} cells at most`,
    );
  const options = policyOptions(args);
  const steps = stepsOf(references, policy, frames, options);
  const faults = steps.filter(({ fault }) => fault).length;
  const result = { policy, frames, faults, hits: steps.length - faults };
  const told = toldPolicy(policy, options);
  const fields = {
    ...result,
    references: steps.length,
    distinctPages: new Set(references.pages).size,
    policies: [told],
    results: [result],
    steps,
  };
  return { fields, text: grid(steps, `${policyInWords(told)}, ${count(frames, 'frame')}`) };
}

/** A column a reference, the frames below it, F under each fault. */
function grid(steps: readonly Step[], title: string): string {
  const frames = steps[0]?.frames.length ?? 0;
  const rows: string[][] = [steps.map(({ page, write }) => `${page}${write ? 'w' : ''}`)];
  for (let frame = 0; frame < frames; frame++) rows.push(steps.map((step) => `${step.frames[frame] ?? '·'}`));
  rows.push(steps.map(({ fault }) => (fault ? 'F' : '')));
  rows.push(steps.map(({ victim }) => (victim === null ? '' : `${victim}`)));
  const labels = ['', ...Array.from({ length: frames }, (_, frame) => `frame ${frame}`), 'fault', 'victim'];
  const width = widest(rows.flat()) + 1;
  const margin = widest(labels);
  const lines = rows.map((row, i) =>
    `${(labels[i] ?? '').padEnd(margin)} ${row.map((cell) => cell.padStart(width)).join('')}`.trimEnd(),
  );
  const faults = steps.filter(({ fault }) => fault).length;
  return [
    title,
    '',
    ...lines,
    '',
    `${count(faults, 'page fault')}, ${count(steps.length - faults, 'hit')}`,
  ].join('\n');
}
