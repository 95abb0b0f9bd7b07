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
    `(it was ${origin.configFrames} and ${origin.configPageSize}): a fresh memory begins`
  );
}

/** To a process that was started before the config was edited, and before this memory began. */
export function overtakenSentence({ origin }: Memory): string {
  return (
    `the config has been edited since this was started: the memory was begun with TOTAL_FRAMES ${origin.configFrames} ` +
    `and PAGE_SIZE ${origin.configPageSize}, not ${TOTAL_FRAMES} and ${PAGE_SIZE}; leave, and start it again`
  );
}
