/** Every refusal of the memory as a sentence: what was asked, why not, and what to try. */
import type { Refusal } from '../memory/outcome.ts';
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
    `there is no process ${pid}; ${known.length === 0 ? `'alloc ${pid} 4' makes one` : `there are: ${listed(known)}`}`,
  'no-such-page': ({ pid, page, valid }) =>
    `${pid} has no page ${page}, so nothing was freed; its pages are ${valid === '' ? 'none' : valid}`,
  'invalid-page': ({ pid, page, valid }) =>
    `page ${page} of ${pid} is invalid: the program would be killed; its pages are ${valid === '' ? 'none' : valid}`,
  'page-fault': ({ pid, page }) =>
    `page fault: page ${page} of ${pid} is valid but not resident; 'access ${pid} --page ${page}' loads it`,
  'too-many-pages': ({ asked, limit }) =>
    `${asked} pages asked for, but all processes together may have ${limit}`,
  'page-out-of-range': ({ page, limit }) =>
    `page ${page} needs more bits than the levels have: they reach pages 0 to ${limit - 1}`,
  'policy-needs-future': ({ policy }) =>
    `a page would have to go, and ${policy} needs the future to choose it: 'compare' and 'replay' know the future, ` +
    `a live memory does not`,
  'no-hole': ({ block, free, largest, holes, slide }) => {
    const need = `${count(block, 'byte')} needed`;
    if (free < block) return `${need}, but only ${free} free; free a segment, or ask for less`;
    const why = `${need} and ${free} free, but scattered over ${count(holes, 'hole')} (the largest has ${largest}): external fragmentation`;
    if (slide === null) return `${why}; 'segment compact' brings the holes together`;
    const moved =
      slide.segments.length === 1 ? `segment ${slide.segments[0]}` : `segments ${listed(slide.segments)}`;
    return (
      `${why}. The cheapest slide moves ${moved} (${count(slide.bytes, 'byte')}) and joins ` +
      `${slide.holes.map(([base, size]) => `${base}:${size}`).join(' + ')} into a hole of ${slide.size}; 'segment compact' moves all`
    );
  },
  'segment-table-full': ({ maxSegments }) =>
    `the segment table is full: it holds ${count(maxSegments, 'segment')}; free one first ` +
    `(MAX_SEGMENTS in shared/config.ts, or init --max-segments, makes it larger)`,
  'no-such-segment': ({ id, known }) =>
    `there is no segment ${id}; ${known.length === 0 ? 'the segment table is empty' : `there are: ${listed(known)}`}`,
  'segments-overlap': ({ from, to, id, segmentFrom, segmentTo }) =>
    `bytes ${from} to ${to - 1} would overlap segment ${id}, which has ${segmentFrom} to ${segmentTo - 1}`,
  'out-of-space': ({ from, to, base, end }) =>
    `bytes ${from} to ${to - 1} leave the segment space, which goes from ${base} to ${end - 1}`,
  'segmentation-fault': ({ id, offset, limit, grows }) =>
    grows === 'up'
      ? `segmentation fault: offset ${offset} ≥ limit ${limit} of segment ${id}`
      : `segmentation fault: segment ${id} grows down, so its offsets are 1 to ${limit}; found ${offset}`,
};

/** The refusal as one sentence without a full stop. */
export function worded<Code extends Refusal['code']>(refusal: Extract<Refusal, { code: Code }>): string {
  return WORDING[refusal.code as Code](refusal);
}

function listed(names: readonly (string | number)[]): string {
  return names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');
}
