/**
 * The constants people edit. TOTAL_FRAMES and PAGE_SIZE count when the tracker is run again: a status file whose
 * `Config …` lines disagree is put aside as FILE.bak and a fresh memory begins. Those of segments count from the next `init`.
 */

/** Frames of physical memory, 1 … 4,194,304. */
export const TOTAL_FRAMES = 64;

/** Bytes in a page and in a frame: a power of two. */
export const PAGE_SIZE = 4096;

/** How many segments the segment table holds. */
export const MAX_SEGMENTS = 5;

/** The lowest address a segment may use. */
export const SEGMENT_BASE = 1000;

/** Bytes of the segment space, counted from SEGMENT_BASE. */
export const SEGMENT_SPACE = 64 * 1024;

/** How often the visualizer looks at the file even when nobody told it to, in milliseconds: 100 … 3,600,000. */
export const REFRESH_MS = 1000;
