/** The holes below the segment table, in the order of their list, which is the order of the search; and its rules. */
import { blockConventionsOf, HOLE_ORDER_WORDS } from '../../shared/conventions.ts';
import type { SegmentationStatus } from '../../shared/status.ts';
import type { Surface } from '../surface.ts';
import type { Theme } from '../theme.ts';
import { bytes, grouped, wrapItems } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';

/** Lines for the holes: their heading, and one of them or how many there are. */
export const LEAST_HOLES = 2;
/** No panel has room for more. */
const MOST_HOLES = 100;

/** From the line `top` on, where there is room; after a blank line, if there is one to spare. */
export function drawHoles(surface: Surface, top: number, { picture }: Machine, theme: Theme): void {
  const { segmentation } = picture.status;
  const { holes, rover, fit } = segmentation;
  const room = surface.height - top;
  const width = surface.width - 2;
  if (room < 2) return;
  const heading = holesHeading(segmentation, width, room);
  const texts = holes
    .slice(0, MOST_HOLES)
    .map(({ base, size }) => `${fit === 'next' && base === rover ? '▸' : ''}${base}: ${bytes(size)}`);
  const linesOf = (shown: number): string[] => {
    const more = shown < holes.length ? [`… ${grouped(holes.length - shown)} more`] : [];
    return holes.length === 0 ? ['none'] : wrapItems([...texts.slice(0, shown), ...more], '  ', width);
  };
  let shown = texts.length;
  while (shown > 0 && heading.length + linesOf(shown).length > room) shown--;
  const lines = linesOf(shown);
  const y = top + (heading.length + lines.length < room ? 1 : 0);
  for (const [index, text] of heading.entries()) surface.put(1, y + index, text, theme.strong);
  for (const [index, text] of lines.entries()) surface.put(1, y + heading.length + index, text, theme.text);
}

/** How holes are kept and chosen, and each convention; as much as one line takes, where they would leave none for holes. */
function holesHeading(segmentation: SegmentationStatus, width: number, room: number): string[] {
  const { fit, holeOrder } = segmentation;
  const words = [
    `Holes ${HOLE_ORDER_WORDS[holeOrder]}`,
    `${fit} fit${fit === 'next' ? ' from ▸' : ''}`,
    ...blockConventionsOf(segmentation),
  ];
  const lines = wrapItems(words, ', ', width);
  const fits = (line: string): boolean => line.length <= width;
  if (lines.length < room && lines.every(fits)) return lines;
  return lines.slice(0, 1).map((line) => (fits(line) ? line : 'Holes'));
}
