/** The answer of `compare --steps`: the grid students hand in, of one policy with one frame count. */
import { policyInWords } from '../../shared/conventions.ts';
import { traitsOf } from '../../shared/policy-traits.ts';
import { POLICY_NAMES, type PolicyName } from '../../shared/status.ts';
import { type Step, stepsOf } from '../analysis/steps.ts';
import { toldPolicy } from '../memory/paging/paging-options.ts';
import type { Arguments } from './arguments.ts';
import { FEW_FRAMES, frameCountsAsked, policiesAsked } from './comparison-options.ts';
import { count, widest } from './phrases.ts';
import { policyOptions } from './policy-options.ts';
import type { Program } from './program.ts';
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
export async function stepsAnswer(
  refs: string,
  args: Arguments,
  { output, stdin }: Program,
): Promise<StepsAnswer> {
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
  const notes = [...signsOf(policy), `${count(faults, 'page fault')}, ${count(result.hits, 'hit')}`].join(
    '\n',
  );
  const fields = {
    ...result,
    references: steps.length,
    distinctPages: new Set(references.pages).size,
    policies: [told],
    results: [result],
    steps,
  };
  return {
    fields,
    text: `${policyInWords(told)}, ${count(frames, 'frame')}\n\n${grid(steps, output.columns)}\n\n${notes}`,
  };
}

/** Before the page at whose frame the clock hand points, as on the dashboard. */
const HAND = '▸';

/** What the signs beside the pages mean: one line, or none where the policy has no need of them. */
function signsOf(policy: PolicyName): string[] {
  const { refOnLoad, dirty, hand } = traitsOf(policy);
  const signs = [refOnLoad ? 'R referenced' : '', dirty ? 'D dirty' : '', hand ? `${HAND} the hand` : ''];
  const shown = signs.filter((sign) => sign !== '');
  return shown.length === 0 ? [] : [`${shown.join(', ')}: each after the reference`];
}

/**
 * A column a reference, the frames below it, F under each fault; on a terminal of `columns` that is too narrow, blocks of
 * columns one below the other.
 */
function grid(steps: readonly Step[], columns: number | undefined): string {
  const frames = steps[0]?.frames.length ?? 0;
  const letters = widest(steps.flatMap(({ bits }) => bits ?? []).map((bits) => bits ?? ''));
  const marked = (text: string | number, mark = '') => `${text}${mark.padEnd(letters)}`;
  const inFrame = ({ frames, bits, hand }: Step, frame: number) =>
    (hand === frame ? HAND : '') + marked(frames[frame] ?? '·', bits?.[frame] ?? '');
  const rows = [
    { label: '', cells: steps.map(({ page, write }) => marked(page, write ? 'w' : '')) },
    ...Array.from({ length: frames }, (_, frame) => ({
      label: `frame ${frame}`,
      cells: steps.map((step) => inFrame(step, frame)),
    })),
    { label: 'fault', cells: steps.map(({ fault }) => marked(fault ? 'F' : '')) },
    { label: 'victim', cells: steps.map(({ victim }) => marked(victim ?? '')) },
  ];
  const width = widest(rows.flatMap(({ cells }) => cells)) + 1;
  const margin = widest(rows.map(({ label }) => label)) + 1;
  const inBlock = columns ? Math.max(1, Math.floor((columns - margin) / width)) : steps.length;
  const block = (from: number) =>
    rows.map(({ label, cells }) => {
      const shown = cells.slice(from, from + inBlock).map((cell) => cell.padStart(width));
      return (label.padEnd(margin) + shown.join('')).trimEnd();
    });
  const blocks = Array.from({ length: Math.ceil(steps.length / inBlock) }, (_, i) =>
    block(i * inBlock).join('\n'),
  );
  return blocks.join('\n\n');
}
