/** Every refusal of the memory as a sentence: what was asked, why not, and what to try. */
import type { Refusal } from '../memory/outcome.ts';
import type { Growth, Remedy, Slide } from '../memory/segmentation/refusals.ts';
import type { LogicalAddress } from '../memory/segmentation/translation.ts';
import { count } from './phrases.ts';

type Wording = { readonly [Code in Refusal['code']]: (refusal: Extract<Refusal, { code: Code }>) => string };

const WORDING: Wording = {
  'no-free-frames': ({ asked, free, total }) =>
    `${count(asked, 'frame')} asked for, but only ${free} of ${total} free: free some pages, ask for less, ` +
    `or reserve them (frames then come with the first access)`,
  'frame-taken': ({ frame, pid, page }) =>
    `frame ${frame} is taken: it holds page ${page} of ${pid}; 'show frames' tells which are free`,
  'no-such-frame': ({ frame, total }) => `there is no frame ${frame}: frames go from 0 to ${total - 1}`,
  'page-resident': ({ pid, page, frame }) =>
    `page ${page} of ${pid} is resident already, in frame ${frame}; free it first to put it elsewhere`,
  'no-such-process': ({ pid, known }) =>
    `there is no process ${pid}${known.length === 0 ? `, nor any other; 'alloc ${pid} 4' makes one` : `; ${thereAre(known)}`}`,
  'no-such-page': ({ pid, page, valid }) =>
    `${pid} has no page ${page}, so nothing was freed; ${validInWords(valid)}`,
  'invalid-page': ({ pid, page, valid }) =>
    `page ${page} of ${pid} is invalid: the program would be killed; ${validInWords(valid)}`,
  'page-fault': ({ pid, page }) =>
    `page fault: page ${page} of ${pid} is valid but not resident; 'access ${pid} --page ${page}' loads it`,
  'too-many-processes': ({ limit }) =>
    `there are ${limit} processes already, as many as a memory may have: free one first`,
  'too-many-pages': ({ asked, limit }) =>
    `${asked} pages asked for, but all processes together may have ${limit}`,
  'page-out-of-range': ({ page, limit, bits }) =>
    bits === undefined
      ? `there can be no page ${page}: pages go from 0 to ${limit - 1}, as addresses end below 2^53`
      : `page ${page} needs more than the ${count(bits, 'bit')} of the levels: they reach pages 0 to ${limit - 1}`,
  'policy-needs-future': ({ policy }) =>
    `a page would have to go, and ${policy} needs the future to choose it: 'compare' and 'replay' know the future, ` +
    `a live memory does not`,
  'no-hole': (refusal) => {
    const { block, free, largest, holes, slide, across, growth } = refusal;
    if (growth) return growthInWords(growth, slide);
    if (across) {
      return `bytes ${across[0]} to ${across[1] - 1} are free, but in holes that touch without being one: coalescing is off, or has not come to them yet`;
    }
    const need = `${count(block, 'byte')} needed`;
    if (slide === null) return `${need}, but only ${free} free; free a segment, or ask for less`;
    return `${need} and ${free} free, but scattered over ${count(holes, 'hole')} (the largest has ${largest}): external fragmentation. ${slideInWords(slide)}; ${COMPACTION}`;
  },
  'segment-table-full': ({ maxSegments }) =>
    `the segment table is full: it holds ${count(maxSegments, 'segment')}; free one first ` +
    `(MAX_SEGMENTS in shared/config.ts, then init, or init --max-segments, makes it larger)`,
  'no-such-segment': ({ id, known, logical }) =>
    `${selected(logical)}there is no segment ${id}; ` +
    (known.length === 0 ? 'the segment table is empty' : thereAre(known)),
  'segments-overlap': ({ from, to, id, segmentFrom, segmentTo }) =>
    `bytes ${from} to ${to - 1} would overlap segment ${id}, which has ${segmentFrom} to ${segmentTo - 1}`,
  'out-of-space': ({ from, to, base, end }) =>
    `bytes ${from} to ${to - 1} leave the segment space, which goes from ${base} to ${end - 1}`,
  'segmentation-fault': ({ id, offset, limit, grows, logical }) => {
    const violation = `${selected(logical)}segmentation fault: `;
    if (grows === 'up') return `${violation}offset ${offset} ≥ limit ${limit} of segment ${id}`;
    if (logical) {
      return `${violation}d = ${logical.span} − ${logical.rawOffset} = ${offset} > limit ${limit} of segment ${id}, which grows down`;
    }
    return `${violation}segment ${id} grows down, so its offsets are 1 to ${limit}; found ${offset}`;
  },
};

/** Every code that a refusal can have. */
export const REFUSAL_CODES: readonly string[] = Object.keys(WORDING);

/** The refusal as one sentence without a full stop. */
export function worded<Code extends Refusal['code']>(refusal: Extract<Refusal, { code: Code }>): string {
  return WORDING[refusal.code as Code](refusal);
}

/** How the top bits of a logical address came to select a segment; nothing where it was named outright. */
function selected(logical: LogicalAddress | undefined): string {
  if (!logical) return '';
  const { address, span, segment, rawOffset } = logical;
  return `address ${address} is segment ${address} div ${span} = ${segment}, offset ${rawOffset}; `;
}

const COMPACTION = "'segment compact' joins all holes";

function slideInWords({ holes, segments, bytes, size }: Slide): string {
  const joined = listed(
    holes.map(([base, length]) => `${base}:${length}`),
    ' + ',
  );
  if (segments.length === 0) return `The neighbours ${joined} only need coalescing to be a hole of ${size}`;
  const moves = `${named(segments)} (${count(bytes, 'byte')})`;
  const makes =
    holes.length === 1 ? `brings the hole ${joined} there` : `joins ${joined} into a hole of ${size}`;
  return `The cheapest slide moves ${moves} and ${makes}`;
}

function growthInWords({ id, edge, needed, hole, remedy }: Growth, slide: Slide | null): string {
  const there =
    hole === null ? 'no hole touches it there' : `the hole there, ${hole[0]}:${hole[1]}, is too small`;
  const lack = `segment ${id} would have to grow by ${count(needed, 'byte')} at ${edge}, but ${there}`;
  if (slide === null) return `${lack}; ${remedyInWords(remedy)}`;
  return `${lack}. ${slideInWords(slide)}; ${besidesSlide(remedy)}`;
}

/** There is no command that slides: what can be done instead. */
function besidesSlide(remedy: Remedy | null): string {
  if (remedy === null) return remedyInWords(remedy);
  if (remedy.free.length === 0) return COMPACTION;
  const compaction = `'segment compact' ${remedy.compact ? 'alone ' : ''}makes no room there`;
  return `${compaction}, so ${remedyInWords(remedy)}`;
}

function remedyInWords(remedy: Remedy | null): string {
  if (remedy === null)
    return 'neither freeing its neighbours nor compaction makes enough room there: ask for less';
  return `free ${named(remedy.free)}${remedy.compact ? ", then 'segment compact'" : ''} first`;
}

function named(segments: readonly number[]): string {
  return `${segments.length === 1 ? 'segment' : 'segments'} ${listed(segments)}`;
}

function thereAre(names: readonly (string | number)[]): string {
  return names.length === 1 ? `there is only ${names[0]}` : `there are: ${listed(names)}`;
}

/** `valid` is a list such as `0-3, 7`. */
function validInWords(valid: string): string {
  return /^\d+$/.test(valid) ? `its only page is ${valid}` : `its pages are ${valid === '' ? 'none' : valid}`;
}

function listed(names: readonly (string | number)[], separator = ', '): string {
  return names.slice(0, 10).join(separator) + (names.length > 10 ? ` and ${names.length - 10} more` : '');
}
