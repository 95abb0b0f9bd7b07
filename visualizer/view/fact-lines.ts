/**
 * Facts in lines of a width and a height: each in its longest form that fits, two on a line where there is no room for
 * one each, and what is left out counted.
 */
import type { Fact } from './inspection.ts';
import { goingOn, wrap } from './wording.ts';

export interface Line {
  readonly name: string;
  readonly text: string;
  /** A second fact on the line. */
  readonly beside?: { readonly name: string; readonly text: string };
  /** What separates the items of a list; absent where it is a sentence. */
  readonly between?: string;
}

export const BLANK: Line = { name: '', text: '' };

/** As many of the lines as fit, and of how many facts there is nothing or not all. */
export function fittingLines(
  blocks: readonly (readonly Line[])[],
  width: number,
  height: number,
): { lines: Line[]; hidden: number } {
  const lines: Line[] = [];
  let hidden = 0;
  for (const block of blocks) {
    const shown = block.slice(0, height - lines.length);
    const last = shown.at(-1);
    if (shown.length < block.length) hidden += block[0]?.beside ? 2 : 1;
    // One that goes on where there is no more room says so.
    if (last && shown.length < block.length) {
      shown[shown.length - 1] = { ...last, text: goingOn(last.text, width, last.between) };
    }
    lines.push(...shown);
  }
  return { lines, hidden };
}

/** The first few facts in lines, and how many characters are lost by that. */
interface Arrangement {
  readonly blocks: readonly Line[][];
  readonly loss: number;
}

/**
 * Where there is no room for a line each, neighbours share one: of all ways to do it, that which leaves room for most of
 * the facts, the first first, and of those that which loses least.
 */
export function sharing(facts: readonly Fact[], width: number, height: number): readonly Line[][] {
  const blocks = blocksOf(facts, width);
  if (blocks.flat().length <= height) return blocks;
  let best: { readonly facts: number; readonly of: Arrangement } = { facts: 0, of: { blocks: [], loss: 0 } };
  for (const [index, arrangements] of arrangementsOf(facts, blocks, width).entries()) {
    for (const [lines, of] of arrangements) {
      if (lines > height) continue;
      if (index > best.facts || of.loss < best.of.loss) best = { facts: index, of };
    }
  }
  return [...best.of.blocks, ...blocks.slice(best.facts)];
}

/** Of so many of the first facts each, by the number of lines: the one that loses least. */
function arrangementsOf(
  facts: readonly Fact[],
  blocks: readonly Line[][],
  width: number,
): readonly ReadonlyMap<number, Arrangement>[] {
  const before: Map<number, Arrangement>[] = [new Map([[0, { blocks: [], loss: 0 }]])];
  for (const [index, alone] of blocks.entries()) {
    const best = new Map<number, Arrangement>();
    add(best, before[index] ?? new Map(), alone, 0);
    const pair = pairOf(facts[index - 1], facts[index], width);
    const apart = charactersIn(blocks[index - 1]) + charactersIn(alone);
    if (pair) add(best, before[index - 1] ?? new Map(), [pair], apart - charactersIn([pair]));
    before.push(best);
  }
  return before;
}

/** Adds what each arrangement becomes with the block after it, where that is better than what was known. */
function add(
  best: Map<number, Arrangement>,
  before: ReadonlyMap<number, Arrangement>,
  block: Line[],
  loss: number,
): void {
  for (const [lines, { blocks, loss: lost }] of before) {
    const known = best.get(lines + block.length);
    if (known && known.loss <= lost + loss) continue;
    best.set(lines + block.length, { blocks: [...blocks, block], loss: lost + loss });
  }
}

/** Both on one line, in the longest forms that fit; null: none do. */
function pairOf(one: Fact | undefined, other: Fact | undefined, width: number): Line | null {
  if (!one || !other) return null;
  for (const text of one.values) {
    const room = width - text.length - 2 - other.name.length - 1;
    for (const value of other.values) {
      if (value.length <= room) return { name: one.name, text, beside: { name: other.name, text: value } };
    }
  }
  return null;
}

function charactersIn(lines: readonly Line[] = []): number {
  let characters = 0;
  for (const { text, beside } of lines) characters += text.length + (beside?.text.length ?? 0);
  return characters;
}

/**
 * The lines of each fact: one, in the longest form that fits; what has no form as short as that goes on below, in the
 * shortest that can be broken at its blanks.
 */
export function blocksOf(facts: readonly Fact[], width: number): Line[][] {
  const blocks: Line[][] = [];
  for (const { name, values, between = ' ' } of facts) {
    const lines: Line[] = [];
    for (const text of wrap(fittingOf(values, width), width)) {
      lines.push({ name: lines.length === 0 ? name : '', text, between });
    }
    blocks.push(lines);
  }
  return blocks;
}

function fittingOf(values: readonly string[], width: number): string {
  for (const value of values) if (value.length <= width) return value;
  const breakable = values.findLast((value) => longestWord(value) <= width);
  return breakable ?? values.at(-1) ?? '';
}

function longestWord(text: string): number {
  let longest = 0;
  for (const word of text.split(' ')) longest = Math.max(longest, word.length);
  return longest;
}
