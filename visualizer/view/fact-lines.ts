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

/** Where there is no room for a line each, neighbours share one, those first that lose least by it. */
export function sharing(facts: readonly Fact[], width: number, height: number): Line[][] {
  const blocks = blocksOf(facts, width);
  const alone: (Fact | null)[] = [...facts];
  let excess = blocks.flat().length - height;
  while (excess > 0) {
    let best: Line | null = null;
    let at = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0; index + 1 < blocks.length; index++) {
      const pair = pairOf(alone[index] ?? null, alone[index + 1] ?? null, width);
      const loss =
        charactersIn(blocks[index]) + charactersIn(blocks[index + 1]) - charactersIn([pair ?? BLANK]);
      if (pair && loss < least) [best, at, least] = [pair, index, loss];
    }
    if (!best) break;
    excess -= (blocks[at]?.length ?? 0) + (blocks[at + 1]?.length ?? 0) - 1;
    blocks.splice(at, 2, [best]);
    alone.splice(at, 2, null);
  }
  return blocks;
}

/** Both on one line, in the longest forms that fit; null: none do. */
function pairOf(one: Fact | null, other: Fact | null, width: number): Line | null {
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
