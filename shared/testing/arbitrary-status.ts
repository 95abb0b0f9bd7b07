/** Any status that can be, consistent by construction: for tests of whatever takes one. */
import type fc from 'fast-check';
import { printable } from '../printable.ts';
import {
  type Candidate,
  DOORS,
  EVENT_KINDS,
  FIT_NAMES,
  HOLE_ORDERS,
  MAX_CANDIDATES,
  type PagingStatus,
  type SegmentationStatus,
  type SegmentStatus,
  type Status,
  type StatusEvent,
} from '../status.ts';
import { choosePaging } from './arbitrary-paging.ts';
import { built, type Choices } from './choices.ts';

/** Sentences that look like other parts of the file, or try to break out of their line. */
const TEXTS = [
  'P1 page 3: loaded into frame 5',
  '',
  ' ',
  ' -> 3 -> disk -> ',
  '=== End of status, revision 17 ===',
  'Checksum: 00000000',
  'Grüße, 日本語, 👍 and a\u00a0space',
  'up\u001b[31m and\r\naway\u202e\ufeff\u0000',
] as const;

/** A `Status` that `formatStatus` and `parseStatus` take there and back. */
export function arbitraryStatus(): fc.Arbitrary<Status> {
  return built(chooseStatus);
}

function chooseStatus(choices: Choices): Status {
  const revision = choices.oneIn(5) ? Number.MAX_SAFE_INTEGER : choices.upTo(1000);
  const paging = choosePaging(choices);
  return {
    revision,
    session: choices.upTo(0xffff_ffff).toString(16).padStart(8, '0'),
    written: new Date(choices.upTo(4_000_000_000_000)).toISOString(),
    tracker: choices.upTo(4_194_304),
    door: choices.oneOf(DOORS),
    command: chooseText(choices),
    configFrames: 1 + choices.upTo(4_194_303),
    configPageSize: 2 ** choices.upTo(20),
    paging,
    segmentation: chooseSegmentation(choices),
    events: chooseEvents(choices, revision, paging),
  };
}

/** As whoever makes a status has to do it. */
function chooseText(choices: Choices): string {
  return printable(choices.oneOf(TEXTS));
}

/** Blocks and holes one after the other; then ids, names and the order of the list. */
export function chooseSegmentation(choices: Choices): SegmentationStatus {
  const base = choices.oneOf([1000, 0, 4_000_000_000]);
  const header = choices.oneOf([0, 0, 8]);
  const align = choices.oneOf([1, 1, 16, 5]);
  const blocks: Omit<SegmentStatus, 'id'>[] = [];
  const holes: { base: number; size: number }[] = [];
  let end = base;
  for (let extents = 1 + choices.upTo(8); extents > 0; extents--) {
    const start = end;
    const size = 1 + choices.upTo(5000);
    if (choices.oneIn(2)) {
      end += size;
      holes.push({ base: start, size });
      continue;
    }
    end += header + Math.ceil(size / align) * align;
    const grows = choices.oneOf(['up', 'down']);
    const name = choices.oneOf([null, 'stack', '__proto__', 'up', 'none', '0']);
    blocks.push({ base: grows === 'up' ? start + header : end, limit: size, grows, name });
  }
  const listed = choices.shuffled(holes);
  const ids = choices.shuffled(blocks.map((_, index) => index * (1 + choices.upTo(2))));
  const distinct = new Set(ids).size === ids.length ? ids : blocks.map((_, index) => index);
  const segments = blocks
    .map((block, index) => ({ id: distinct[index] ?? 0, ...block }))
    .sort((a, b) => a.id - b.id);
  return {
    maxSegments: (segments.at(-1)?.id ?? 0) + 1 + choices.upTo(3),
    base,
    space: end - base,
    fit: choices.oneOf(FIT_NAMES),
    holeOrder: choices.oneOf(HOLE_ORDERS),
    coalesce: choices.oneIn(2),
    header,
    align,
    segments,
    holes: listed,
    rover: listed[choices.upTo(listed.length)]?.base ?? listed[0]?.base ?? null,
  };
}

function chooseEvents(
  choices: Choices,
  revision: number,
  { totalFrames, time }: PagingStatus,
): StatusEvent[] {
  let earliest = Math.max(0, revision - 20);
  return choices.several(32, (): StatusEvent => {
    const kind = choices.oneOf(EVENT_KINDS);
    const candidate = (): Candidate => {
      const frame = choices.upTo(totalFrames - 1);
      return { pid: 'P1', page: choices.upTo(100), frame, number: chooseText(choices) };
    };
    earliest = Math.min(revision, earliest + choices.upTo(2));
    return {
      revision: earliest,
      time: choices.upTo(time),
      kind,
      frame: choices.oneIn(2) ? null : choices.upTo(totalFrames - 1),
      text: chooseText(choices),
      candidates: kind === 'evict' ? choices.several(MAX_CANDIDATES, candidate) : [],
    };
  });
}
