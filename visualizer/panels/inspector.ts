/**
 * One frame in full; below it, where there is room, the machinery that chooses among them, how segments are placed
 * where that is not as usual, and what happened to the frame lately.
 */
import { policyInWords, tlbInWords, unusualPlacementInWords } from '../../shared/conventions.ts';
import { eventInWords } from '../view/event-words.ts';
import { BLANK, blocksOf, fittingLines, type Line, sharing } from '../view/fact-lines.ts';
import { freeListInWords } from '../view/free-list.ts';
import { counterForms } from '../view/headline.ts';
import { type Fact, inspect, inspectCell } from '../view/inspection.ts';
import { digitOf } from '../view/panel-names.ts';
import { grouped, plain } from '../view/wording.ts';
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
  const { lines, hidden } = fittingLines(groups.flat(), width, height);
  return { lines, from: 0, hidden };
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
