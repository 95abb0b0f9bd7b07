/** What a fresh memory is made of when nobody says otherwise: the constants of shared/config.ts. */
import { MAX_SEGMENTS, PAGE_SIZE, SEGMENT_BASE, SEGMENT_SPACE, TOTAL_FRAMES } from '../../shared/config.ts';
import { configProblem } from '../../shared/config-problem.ts';
import type { MemoryOptions } from '../memory/memory.ts';
import { Trouble } from './trouble.ts';

/** `over` replaces single options. Throws as `checkConfig` does. */
export function configuredOptions(
  over: {
    readonly paging?: Partial<MemoryOptions['paging']>;
    readonly segmentation?: Partial<MemoryOptions['segmentation']>;
  } = {},
): MemoryOptions {
  checkConfig();
  return {
    paging: { totalFrames: TOTAL_FRAMES, pageSize: PAGE_SIZE, ...over.paging },
    segmentation: {
      maxSegments: MAX_SEGMENTS,
      base: SEGMENT_BASE,
      space: SEGMENT_SPACE,
      ...over.segmentation,
    },
  };
}

/** Throws a `bad-file` Trouble where the config has been given an impossible value. */
export function checkConfig(): void {
  const problem = configProblem([
    'TOTAL_FRAMES',
    'PAGE_SIZE',
    'MAX_SEGMENTS',
    'SEGMENT_BASE',
    'SEGMENT_SPACE',
  ]);
  if (problem !== null) throw new Trouble('bad-file', problem);
}
