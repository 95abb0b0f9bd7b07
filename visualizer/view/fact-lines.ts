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

/** Some of the facts, the last of them all, in lines; and how many characters are lost by that. */
interface Arrangement {
  readonly blocks: readonly Line[][];
  readonly loss: number;
}

/** Where there is no room for a line each, neighbours share one: of all ways to do it, that which loses least. */
export function sharing(facts: readonly Fact[], width: number, height: number): readonly Line[][] {
  const blocks = blocksOf(facts, width);
  if (blocks.flat().length <= height) return blocks;
  /** Of the facts from each on, by the number of lines: the best. */
  const from: ReadonlyMap<number, Arrangement>[] = [];
  const none: ReadonlyMap<number, Arrangement> = new Map([[0, { blocks: [], loss: 0 }]]);
  for (let index = facts.length - 1; index >= 0; index--) {
    const best = new Map<number, Arrangement>();
    const [alone = [], next = []] = [blocks[index], blocks[index + 1]];
    add(best, alone, 0, from[index + 1] ?? none);
    const pair = pairOf(facts[index], facts[index + 1], width);
    if (pair) {
      const loss = charactersIn(alone) + charactersIn(next) - charactersIn([pair]);
      add(best, [pair], loss, from[index + 2] ?? none);
    }
    from[index] = best;
  }
  let least = Number.POSITIVE_INFINITY;
  let chosen: readonly Line[][] = blocks;
  for (const [lines, arrangement] of from[0] ?? none) {
    // No loss comes to as many characters as a line that has no room.
    const cost = Math.max(0, lines - height) * 10_000 + arrangement.loss;
    if (cost < least) [least, chosen] = [cost, arrangement.blocks];
  }
  return chosen;
}

/** Adds what the block makes of each arrangement of the facts after it, where that is better than what was known. */
function add(
  best: Map<number, Arrangement>,
  block: Line[],
  loss: number,
  rest: ReadonlyMap<number, Arrangement>,
): void {
  for (const [lines, after] of rest) {
    const known = best.get(lines + block.length);
    if (known && known.loss <= loss + after.loss) continue;
    best.set(lines + block.length, { blocks: [block, ...after.blocks], loss: loss + after.loss });
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
