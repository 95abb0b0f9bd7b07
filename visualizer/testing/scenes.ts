/** What several scenes begin with: the memories that are looked at, and ways to get them onto the screen. */
import type { EventKind, Status } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import type { Scene } from './looks.ts';
import { madeStatus } from './statuses.ts';

const { paging, segmentation } = exampleStatus();

/** A clock whose hand is at frame 1; limits are rounded, that of a segment by 80 bytes. */
export const MEMORY = exampleStatus({
  door: 'script',
  paging: {
    ...paging,
    replacement: { ...paging.replacement, policy: 'clock', hand: 1 },
    counters: { ...paging.counters, references: 12, hits: 9 },
  },
  segmentation: {
    ...segmentation,
    align: 100,
    segments: segmentation.segments.map((segment) =>
      segment.id === 1 ? { ...segment, limit: 120 } : segment,
    ),
  },
});

/** Of that kind, in frame 5. */
export const event = (kind: EventKind, revision = 18) => {
  return { revision, time: 12, kind, frame: 5, text: `${kind} it is`, candidates: [] };
};

/** The revision after `MEMORY`: three kinds of events, and one that is older. */
export const NEXT = {
  ...MEMORY,
  revision: 18,
  events: [event('free', 17), event('free'), event('hit'), event('fault')],
};

/** Without processes, segments and events. */
export const EMPTY = { ...madeStatus({ processes: 0, segments: [] }), events: [] };

/** `MEMORY`, and keys that are pressed then. */
export const memory =
  (...keys: readonly string[]): Scene['arrange'] =>
  async (screen) => {
    await screen.show(MEMORY);
    await screen.press(...keys);
  };

/** Each of them, the last stays; and keys that are pressed then. */
export const shows =
  (statuses: readonly Status[], ...keys: readonly string[]): Scene['arrange'] =>
  async (screen) => {
    await screen.show(...statuses);
    await screen.press(...keys);
  };
