/**
 * One frame in full; below it, where there is room, the machinery that chooses among them, how segments are placed
 * where that is not as usual, and what happened to the frame lately.
 */
import { policyInWords, tlbInWords, unusualPlacementInWords } from '../../shared/conventions.ts';
import { eventInWords } from '../view/event-words.ts';
import { freeListInWords } from '../view/free-list.ts';
import { counterForms } from '../view/headline.ts';
import { type Fact, inspect, inspectCell } from '../view/inspection.ts';
import { grouped, plain, wrap } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';

/** Columns for the names. */
const NAME_WIDTH = 10;

export const inspector: Panel = {
  title: 'Inspector',
  short: 'Inspect',

  draw(surface, machine, theme) {
    const width = Math.max(8, surface.width - NAME_WIDTH - 2);
    const facts = inspect(machine.picture, machine.inspected, machine.past, machine.address);
    const groups = [[...cell(machine), ...facts], machinery(machine), lately(machine)].map((group) =>
      linesOf(group, width),
    );
    const apart = groups.flatMap((group, index) =>
      index > 0 && group.length > 0 ? [BLANK, ...group] : group,
    );
    // A blank line must not push out a fact.
    const lines = apart.length <= surface.height ? apart : groups.flat();
    for (const [y, { name, text }] of shownOf(lines, surface.height).entries()) {
      surface.put(1, y, name, theme.dim);
      surface.put(1 + NAME_WIDTH, y, text, theme.text);
    }
  },
};

interface Line {
  readonly name: string;
  readonly text: string;
}

const BLANK: Line = { name: '', text: '' };

/**
 * Each fact on one line, in the longest form that fits; what has no form as short as that goes on below, in one that
 * can be broken at its blanks.
 */
function linesOf(facts: readonly Fact[], width: number): Line[] {
  const lines: Line[] = [];
  for (const { name, values } of facts) {
    let first = name;
    for (const text of wrap(fittingOf(values, width), width)) {
      lines.push({ name: first, text });
      first = '';
    }
  }
  return lines;
}

function fittingOf(values: readonly string[], width: number): string {
  for (const value of values) if (value.length <= width) return value;
  for (const value of values) if (longestWord(value) <= width) return value;
  return values.at(-1) ?? '';
}

function longestWord(text: string): number {
  let longest = 0;
  for (const word of text.split(' ')) longest = Math.max(longest, word.length);
  return longest;
}

/** As many as there is room for; one that goes on where there is no more room says so. */
function shownOf(lines: readonly Line[], height: number): readonly Line[] {
  const shown = lines.slice(0, height);
  const next = lines[height];
  const last = shown.at(-1);
  if (!last || !next || next.name !== '' || next.text === '') return shown;
  return [...shown.slice(0, -1), { ...last, text: `${last.text} …` }];
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
    { name: 'counters', values: counterForms(picture) },
    { name: 'policy', values: [policyInWords(replacement)] },
    { name: 'free list', values: [freeListInWords(freeList)] },
  ];
  if (tlb.entries > 0) {
    const entries = tlb.content.map(({ pid, page, frame }) => `${plain(pid)} ${page}→${frame}`);
    const content = entries.length === 0 ? [] : [`${entries.join(', ')} (the first goes next)`];
    facts.push({ name: 'TLB', values: [[tlbInWords(tlb), ...content].join(': ')] });
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
