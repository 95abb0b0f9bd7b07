/** What the key line says for a moment of a key that did nothing, or did what may be out of sight or not expected. */
import { filterInWords } from './event-filter.ts';
import { walksFrames } from './moves.ts';
import type { Action, Surroundings, Ui } from './ui.ts';

const AT_OLDEST = 'nothing older is kept';
const AT_NEWEST = 'this is live: nothing is newer';
const LIVE_AGAIN = 'live again: nothing is newer';
const AT_END = 'no further that way';

/** Why an action changes nothing, where that does not depend on anything else. */
const WHY: Partial<Record<Extract<Action, string>, string>> = {
  'step-back': AT_OLDEST,
  'leap-back': AT_OLDEST,
  oldest: AT_OLDEST,
  'step-forward': AT_NEWEST,
  'leap-forward': AT_NEWEST,
  live: AT_NEWEST,
  // Others may be forgotten, or have been before anybody looked.
  'previous-happening': 'no earlier fault, eviction or release is kept',
  'next-process': 'there is no process',
  back: 'nothing to let go of',
  enter: 'the inspector has the focus',
};

/** `before` and `after` an action; null when the screen shows what it did. */
export function noticeOf(before: Ui, after: Ui, action: Action, around: Surroundings): string | null {
  if (action === 'filter' && before.filter !== after.filter) {
    return `events ${filterInWords(after.filter) || 'of all kinds'}`;
  }
  const isForward = action === 'step-forward' || action === 'leap-forward';
  if (isForward && before.position !== null && after.position === null) return LIVE_AGAIN;
  if (JSON.stringify(before) !== JSON.stringify(after)) return null;
  if (around.newest < 0) return 'there is no memory yet';
  if (typeof action === 'object') return 'that panel has the focus';
  if (action === 'next-happening') {
    if (before.position === null) return AT_NEWEST;
    return before.position + 1 < around.oldest
      ? 'no later fault, eviction or release is kept'
      : 'no fault, eviction or release after this';
  }
  if (action === 'previous-happening' && (before.position ?? around.newest) <= around.oldest)
    return AT_OLDEST;
  if (action === 'enter' && before.focus === 'events') return 'no event is listed';
  const why = WHY[action];
  if (why !== undefined) return why;
  const walks = walksFrames(before, action === 'left' || action === 'right');
  const isPanelOfRows = !walks && before.focus !== 'events' && before.overlay === null;
  return isPanelOfRows && around.scrollable === 0 ? 'there are no more rows' : AT_END;
}
