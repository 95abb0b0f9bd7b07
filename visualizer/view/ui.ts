/** What the person at the keyboard has chosen, and how each action changes it. Pure. */
import { unreachable } from '../../shared/unreachable.ts';
import type { EventMark } from './chosen-event.ts';
import { type EventFilter, nextFilter } from './event-filter.ts';
import type { Explanation } from './explanation.ts';
import type { Address, Destination } from './go-to.ts';
import { moved, opened } from './moves.ts';
import { noticeOf } from './notice.ts';
import { PANEL_NAMES, type PanelName } from './panel-names.ts';

export interface Ui {
  readonly focus: PanelName;
  readonly zoomed: boolean;
  /** What lies over the panels: the help, or the chosen event in full, as it was known when it was opened. */
  readonly overlay: 'help' | Explanation | null;
  /** Rows scrolled in it. */
  readonly overlayScroll: number;
  /** The frame under the cursor; null: whichever was touched last. */
  readonly cursor: number | null;
  /** The address that `g` led the cursor to; null: it led to none, or the cursor has moved since. */
  readonly address: Address | null;
  /** The process that is followed: the others are dimmed, its page table is shown. */
  readonly process: string | null;
  /** The first row shown in the panel that has the focus, since it was scrolled; null: it was not. */
  readonly scroll: number | null;
  /** The event that is chosen; null: the newest, whichever that is. */
  readonly event: EventMark | null;
  readonly filter: EventFilter;
  /** What is being typed after `g`; null: nothing. */
  readonly prompt: Prompt | null;
  /** The revision shown, as a position in the history, which may keep it no longer; null: live. */
  readonly position: number | null;
  /** What is said for a moment of the last key; null: nothing. */
  readonly notice: string | null;
}

export interface Prompt {
  readonly text: string;
  /** Why the text leads nowhere, once that was tried, in several lengths, the longest first. */
  readonly problem: readonly string[] | null;
}

export const FIRST_UI: Ui = {
  focus: 'frames',
  zoomed: false,
  overlay: null,
  overlayScroll: 0,
  cursor: null,
  address: null,
  process: null,
  scroll: null,
  event: null,
  filter: 'all',
  prompt: null,
  position: null,
  notice: null,
};

export type Action =
  | 'help'
  | 'back'
  | 'next-panel'
  | 'previous-panel'
  | 'zoom'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'next-process'
  | 'enter'
  | 'filter'
  | 'go-to'
  | 'pause'
  | 'step-back'
  | 'step-forward'
  | 'leap-back'
  | 'leap-forward'
  | 'oldest'
  | 'live'
  | 'previous-happening'
  | 'next-happening'
  | { readonly panel: PanelName };

/** What the actions need to know of what is on the screen. */
export interface Surroundings {
  readonly totalFrames: number;
  readonly framesPerCell: number;
  readonly columns: number;
  /** The frame that is inspected now. */
  readonly inspected: number;
  readonly processes: readonly string[];
  /** Positions in the history; newest is −1 when it is empty. */
  readonly oldest: number;
  readonly newest: number;
  /** How far the focused panel can be scrolled, and what lies over it. */
  readonly scrollable: number;
  readonly overlayScrollable: number;
  /** The row at which the focused panel begins now. */
  readonly firstRow: number;
  /** Rows that page up and page down scroll, or events: those that are shown. */
  readonly page: number;
  /** Which of what was chosen can be seen: a listed event, a frame of the map, a living process, other rows than the first. */
  readonly inSight: Readonly<Record<'event' | 'cursor' | 'process' | 'scroll', boolean>>;
  /** The event that is chosen, or else the newest; null: none is shown. */
  readonly chosenEvent: EventMark | null;
  /** The event that many steps from the chosen one; null: the newest, and those to come. */
  readonly neighbourEvent: (step: number) => EventMark | null;
  readonly explained: (mark: EventMark) => Explanation | null;
  readonly destination: (text: string) => Destination;
  /** The nearest revision before or after in which something notable happened. */
  readonly happening: (from: number, step: 1 | -1) => number | null;
}

/** Rows of the frame map that page up and page down walk. */
const ROWS_WALKED = 10;

export function act(ui: Ui, action: Action, around: Surroundings): Ui {
  const before = { ...ui, notice: null };
  const after =
    around.newest >= 0 || worksWithoutMemory(before, action) ? done(before, action, around) : before;
  return { ...after, notice: noticeOf(before, after, action, around) };
}

/** The help opens, scrolls and closes. */
function worksWithoutMemory({ overlay }: Ui, action: Action): boolean {
  if (overlay !== 'help') return action === 'help';
  return ['help', 'back', 'up', 'down', 'page-up', 'page-down'].some((possible) => possible === action);
}

function done(ui: Ui, action: Action, around: Surroundings): Ui {
  if (typeof action === 'object') return { ...ui, focus: action.panel, scroll: null, overlay: null };
  const at = ui.position ?? around.newest;
  switch (action) {
    case 'help':
      return { ...ui, overlay: ui.overlay === 'help' ? null : 'help', overlayScroll: 0 };
    case 'enter':
      return enter(ui, around);
    case 'filter':
      return { ...ui, filter: nextFilter(ui.filter) };
    case 'go-to':
      return { ...ui, overlay: null, prompt: { text: '', problem: null } };
    case 'back':
      return back(ui, around);
    case 'next-panel':
      return { ...ui, focus: neighbour(ui.focus, 1), scroll: null };
    case 'previous-panel':
      return { ...ui, focus: neighbour(ui.focus, -1), scroll: null };
    case 'zoom':
      return { ...ui, zoomed: !ui.zoomed };
    case 'up':
      return moved(ui, around, -around.columns, -1);
    case 'down':
      return moved(ui, around, around.columns, 1);
    case 'left':
      return moved(ui, around, -1, -1, true);
    case 'right':
      return moved(ui, around, 1, 1, true);
    case 'page-up':
      return moved(ui, around, -around.columns * ROWS_WALKED, -around.page);
    case 'page-down':
      return moved(ui, around, around.columns * ROWS_WALKED, around.page);
    case 'next-process':
      return {
        ...ui,
        process: nextProcess(ui.process, around.processes),
        cursor: null,
        address: null,
        scroll: null,
      };
    case 'pause':
      return goTo(ui, around, ui.position === null ? around.newest : null);
    case 'step-back':
      return backTo(ui, around, at - 1);
    case 'step-forward':
      return ui.position === null ? ui : goTo(ui, around, at + 1);
    case 'leap-back':
      return backTo(ui, around, at - 10);
    case 'leap-forward':
      return ui.position === null ? ui : goTo(ui, around, at < around.oldest ? around.oldest : at + 10);
    case 'oldest':
      return backTo(ui, around, Math.min(at, around.oldest));
    case 'live':
      return goTo(ui, around, null);
    case 'previous-happening':
      return goTo(ui, around, around.happening(at, -1) ?? ui.position);
    case 'next-happening':
      return ui.position === null ? ui : goTo(ui, around, around.happening(at, 1) ?? ui.position);
    default:
      return unreachable(action);
  }
}

/** Esc undoes one thing that can be seen at a time, the last first; what is out of sight goes with the next of them. */
function back(ui: Ui, { inSight }: Surroundings): Ui {
  if (ui.overlay !== null) return { ...ui, overlay: null };
  if (ui.zoomed) return { ...ui, zoomed: false };
  if (inSight.event) return { ...ui, event: null };
  if (inSight.cursor) return { ...ui, event: null, cursor: null, address: null };
  if (inSight.process) return { ...ui, event: null, cursor: null, address: null, process: null };
  if (ui.position === null && !inSight.scroll) return ui;
  // Frames and processes that the past did not have may be there now.
  return { ...ui, event: null, position: null, scroll: null };
}

/** An event is told in full; anywhere else the frame under the cursor is inspected. */
function enter(ui: Ui, around: Surroundings): Ui {
  if (ui.overlay !== null && ui.overlay !== 'help') return { ...ui, overlay: null };
  if (ui.focus !== 'events') return { ...ui, overlay: null, focus: 'inspector', scroll: null };
  return opened(ui, around, around.chosenEvent);
}

function neighbour(name: PanelName, step: 1 | -1): PanelName {
  const index = PANEL_NAMES.indexOf(name) + step + PANEL_NAMES.length;
  return PANEL_NAMES[index % PANEL_NAMES.length] ?? name;
}

function nextProcess(pid: string | null, processes: readonly string[]): string | null {
  const index = pid === null ? -1 : processes.indexOf(pid);
  return processes[index + 1] ?? null;
}

/** What is live stays so where nothing is older. */
function backTo(ui: Ui, around: Surroundings, position: number): Ui {
  return ui.position === null && around.newest <= around.oldest ? ui : goTo(ui, around, position);
}

/**
 * Shows a position; one beyond the newest is live, one before the oldest is the oldest. The one that is shown may be
 * older than those that are kept: then there is no way back from it. Whose events are looked at is then another
 * revision: the one that was chosen is let go.
 */
function goTo(ui: Ui, { oldest, newest }: Surroundings, position: number | null): Ui {
  const isLive = position === null || newest < 0 || position > newest;
  if (!isLive && ui.position !== null && ui.position < oldest && position <= ui.position) return ui;
  const to = isLive ? newest : Math.max(oldest, position);
  const event = to === (ui.position ?? newest) ? ui.event : null;
  return { ...ui, position: isLive ? null : to, event };
}
