/** Where a memory comes from: which session it is, and what shared/config.ts said when it began. */
import { randomBytes } from 'node:crypto';
import { PAGE_SIZE, TOTAL_FRAMES } from '../shared/config.ts';
import type { Memory, Origin } from './memory/memory.ts';

/** Of a memory that begins now. */
export function newOrigin(): Origin {
  return { session: randomBytes(4).toString('hex'), configFrames: TOTAL_FRAMES, configPageSize: PAGE_SIZE };
}

/** Whether the config has been edited since this memory began. */
export function configChanged({ origin }: Memory): boolean {
  return origin.configFrames !== TOTAL_FRAMES || origin.configPageSize !== PAGE_SIZE;
}

export function configSentence({ origin }: Memory): string {
  return (
    `the config now says TOTAL_FRAMES ${TOTAL_FRAMES} and PAGE_SIZE ${PAGE_SIZE} ` +
    `(it was ${origin.configFrames} and ${origin.configPageSize})`
  );
}

/** To a process whose file, which had a memory begun under its config, has one begun under another config now. */
export function overtakenSentence({ origin }: Memory): string {
  return (
    `the memory in the file was begun under another config, TOTAL_FRAMES ${origin.configFrames} and PAGE_SIZE ` +
    `${origin.configPageSize}, than this was started with, ${TOTAL_FRAMES} and ${PAGE_SIZE}; leave, and start it again`
  );
}
