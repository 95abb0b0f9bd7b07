/**
 * One frame in full; below it, where there is room, the machinery that chooses among them, how segments are placed
 * where that is not as usual, and what happened to the frame lately.
 */
import { policyInWords, tlbInWords, unusualPlacementInWords } from '../../shared/conventions.ts';
import { eventInWords } from '../view/event-words.ts';
import { freeListInWords } from '../view/free-list.ts';
import { counterForms } from '../view/headline.ts';
import { type Fact, inspect, inspectCell } from '../view/inspection.ts';
import { digitOf } from '../view/panel-names.ts';
import { goingOn, grouped, plain, wrap } from '../view/wording.ts';
import { firstRow, type Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';

/** Columns for the names. */
const NAME_WIDTH = 10;

export const inspector: Panel = {
  title: 'Inspector',
  short: 'Inspect',

  notes(machine, width, height) {
    if (!machine.zoomed) return [];
    const { lines, from } = shownOf(machine, width, height);
    const last = from + Math.min(height, lines.length - from);
    return lines.length > height ? [`lines ${from + 1}–${last} of ${lines.length}`] : [];
  },

  scrollable: (machine, width, height) => Math.max(0, shownOf(machine, width, height).lines.length - height),

  page: (_machine, _width, height) => height,

  legend(machine, theme, width, height) {
    if (machine.zoomed) return [];
    const { hidden } = shownOf(machine, width, height);
    if (hidden === 0) return [];
    const isFocused = machine.scroll.panel === 'inspector';
    const letter = isFocused ? 'e' : `${digitOf('inspector')} e`;
    return [{ letter, text: `shows ${hidden} more`, look: theme.key }];
  },

  draw(surface, machine, theme) {
    const { lines, from } = shownOf(machine, surface.width, surface.height);
    for (const [y, { name, text, beside }] of lines.slice(from, from + surface.height).entries()) {
      surface.put(1, y, name, theme.dim);
      const end = surface.put(1 + NAME_WIDTH, y, text, theme.text);
      if (!beside) continue;
      surface.put(surface.put(end + 2, y, beside.name, theme.dim) + 1, y, beside.text, theme.text);
    }
  },
};

interface Line {
  readonly name: string;
  readonly text: string;
  /** A second fact on the line. */
  readonly beside?: { readonly name: string; readonly text: string };
  /** Between the items of a list. */
  readonly between?: string;
}

const BLANK: Line = { name: '', text: '' };

interface Shown {
  /** All there are where the panel is alone on the screen and scrolls; otherwise those for which there is room. */
  readonly lines: readonly Line[];
  /** The first of them on the screen. */
  readonly from: number;
  /** How many facts are not there, or not all of one. */
  readonly hidden: number;
}

function shownOf(machine: Machine, surfaceWidth: number, height: number): Shown {
  const width = Math.max(8, surfaceWidth - NAME_WIDTH - 2);
  const facts = inspect(machine.picture, machine.inspected, machine.past, machine.address);
  const groups = [
    machine.zoomed ? blocksOf(facts, width) : sharing([...cell(machine), ...facts], width, height),
    blocksOf(machinery(machine), width),
    blocksOf(lately(machine), width),
  ];
  const apart = groups.flatMap((group, index) =>
    index > 0 && group.length > 0 ? [BLANK, ...group.flat()] : group.flat(),
  );
  if (machine.zoomed || apart.length <= height) {
    return { lines: apart, from: firstRow(machine, 'inspector', apart.length - height), hidden: 0 };
  }
  // A blank line must not push out a fact.
  const lines: Line[] = [];
  let hidden = 0;
  for (const block of groups.flat()) {
    const shown = block.slice(0, height - lines.length);
    const last = shown.at(-1);
    if (shown.length < block.length) hidden += block[0]?.beside ? 2 : 1;
    // One that goes on where there is no more room says so.
    if (last && shown.length < block.length) {
      shown[shown.length - 1] = { ...last, text: goingOn(last.text, width, last.between) };
    }
    lines.push(...shown);
  }
  return { lines, from: 0, hidden };
}

/** Where there is no room for a line each, neighbours share one, those first that lose least by it. */
function sharing(facts: readonly Fact[], width: number, height: number): Line[][] {
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
function blocksOf(facts: readonly Fact[], width: number): Line[][] {
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

/** Of the cell under the cursor, when the map on the screen has many frames in one. */
function cell({ picture, inspected, framesPerCell }: Machine): Fact[] {
  if (framesPerCell === 1) return [];
  const first = inspected - (inspected % framesPerCell);
  return inspectCell(picture, first, Math.min(first + framesPerCell, picture.status.paging.totalFrames) - 1);
}

function machinery({ picture }: Machine): Fact[] {
  const { paging, segmentation } = picture.status;
  const { replacement, tlb, freeList } = paging;
  const facts: Fact[] = [
    { name: 'counters', values: counterForms(picture), between: ', ' },
    { name: 'policy', values: [policyInWords(replacement)] },
    { name: 'free list', values: [freeListInWords(freeList)] },
  ];
  if (tlb.entries > 0) {
    const entries = tlb.content.map(({ pid, page, frame }) => `${plain(pid)} ${page}→${frame}`);
    const content = entries.length === 0 ? [] : [`${entries.join(', ')} (the first goes next)`];
    facts.push({ name: 'TLB', values: [[tlbInWords(tlb), ...content].join(': ')], between: ', ' });
  }
  const placement = unusualPlacementInWords(segmentation);
  if (placement !== null) facts.push({ name: 'placement', values: [placement] });
  return facts;
}

/** The newest first. */
function lately({ picture, inspected }: Machine): Fact[] {
  return picture.status.events
    .filter(({ frame }) => frame === inspected)
    .reverse()
    .map((event) => ({
      name: 'lately',
      values: [`rev ${grouped(event.revision)} ${eventInWords(event)}`],
    }));
}
