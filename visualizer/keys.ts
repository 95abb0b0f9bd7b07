/**
 * The key table: what is bound, what the key line says and what the help shows all come from here.
 * Keys are named as blessed names them.
 */
import { filterInWords } from './view/event-filter.ts';
import { walksFrames } from './view/moves.ts';
import { PANEL_NAMES } from './view/panel-names.ts';
import type { Action, Ui } from './view/ui.ts';

/** Beyond what changes the view. */
export type Command = 'quit' | 'interrupt' | 'suspend' | 'redraw' | 'theme';

export interface Key {
  readonly keys: readonly string[];
  /** How the key is written; where one row speaks for several, all of them. */
  readonly label: string;
  readonly does: Action | Command;
  /** For the help; null: another row speaks for it. */
  readonly help: string | null;
  /** For the key line, in a word that may depend on what is shown; null: not there. */
  readonly short: string | null | ((ui: Ui) => string | null);
}

function enterInAWord({ overlay, focus }: Ui): string | null {
  if (overlay !== null && overlay !== 'help') return 'close';
  if (focus === 'events') return 'why';
  return focus === 'inspector' ? null : 'inspect';
}

function arrowsInAWord(ui: Ui): string | null {
  if (ui.overlay === 'help') return 'scroll';
  if (ui.overlay !== null || ui.focus === 'events') return 'choose';
  // Alone on the screen it has neither rows nor frames.
  if (ui.zoomed && ui.focus === 'trend') return null;
  if (walksFrames(ui, false)) return 'walk';
  return walksFrames(ui, true) ? 'scroll, walk' : 'scroll';
}

/** Which events are left out is said as long as some are, wherever they are shown. */
function filterInAWord({ filter }: Ui): string | null {
  return filter === 'all' ? null : `events ${filterInWords(filter)}`;
}

export const KEY_TABLE: readonly Key[] = [
  { keys: ['?'], label: '?', does: 'help', help: 'this help', short: 'help' },
  { keys: ['q'], label: 'q', does: 'quit', help: 'quit', short: 'quit' },
  {
    keys: ['space'],
    label: 'Space',
    does: 'pause',
    help: 'pause, and go on',
    short: ({ position }) => (position === null ? 'pause' : 'go on'),
  },
  { keys: ['['], label: '[ ]', does: 'step-back', help: 'a revision back, forward', short: 'step' },
  { keys: [']'], label: ']', does: 'step-forward', help: null, short: null },
  { keys: ['{'], label: '{ }', does: 'leap-back', help: 'ten back, forward', short: null },
  { keys: ['}'], label: '}', does: 'leap-forward', help: null, short: null },
  { keys: ['tab'], label: 'Tab', does: 'next-panel', help: 'next panel; S-Tab previous', short: 'panel' },
  { keys: ['S-tab'], label: 'S-Tab', does: 'previous-panel', help: null, short: null },
  {
    keys: ['e'],
    label: 'e',
    does: 'zoom',
    help: 'the panel alone, and back',
    short: ({ zoomed }) => (zoomed ? 'unzoom' : 'zoom'),
  },
  { keys: ['up', 'k'], label: '↑↓←→', does: 'up', help: 'walk, choose, scroll (hjkl)', short: arrowsInAWord },
  { keys: ['down', 'j'], label: '↓', does: 'down', help: null, short: null },
  { keys: ['left', 'h'], label: '←', does: 'left', help: null, short: null },
  { keys: ['right', 'l'], label: '→', does: 'right', help: null, short: null },
  { keys: ['pageup'], label: 'PgUp Dn', does: 'page-up', help: 'a screenful; ten frame rows', short: null },
  { keys: ['pagedown'], label: 'PgDn', does: 'page-down', help: null, short: null },
  { keys: ['enter'], label: 'Enter', does: 'enter', help: 'inspect; explain an event', short: enterInAWord },
  { keys: ['f'], label: 'f', does: 'filter', help: 'filter the events', short: filterInAWord },
  { keys: ['g'], label: 'g', does: 'go-to', help: 'go to a frame or an address', short: 'go to' },
  { keys: ['p'], label: 'p', does: 'next-process', help: 'follow the next process', short: 'process' },
  { keys: ['n'], label: 'n N', does: 'next-happening', help: 'to faults, evictions, frees', short: null },
  { keys: ['S-n'], label: 'N', does: 'previous-happening', help: null, short: null },
  { keys: ['home'], label: 'Home', does: 'oldest', help: 'the oldest revision kept', short: null },
  {
    keys: ['S-l', 'end'],
    label: 'L End',
    does: 'live',
    help: 'back to live',
    short: ({ position }) => (position === null ? null : 'live'),
  },
  { keys: ['c'], label: 'c', does: 'theme', help: 'dark, light, no colours', short: 'colours' },
  { keys: ['escape'], label: 'Esc', does: 'back', help: 'let go of what was chosen', short: null },
  { keys: ['C-l'], label: '^L', does: 'redraw', help: 'draw the screen anew', short: null },
  { keys: ['C-z'], label: '^Z ^C', does: 'suspend', help: 'suspend; stop with code 130', short: null },
  { keys: ['C-c'], label: '^C', does: 'interrupt', help: null, short: null },
  ...PANEL_NAMES.map((panel, index) => ({
    keys: [String(index + 1)],
    label: index === 0 ? `1–${PANEL_NAMES.length}` : String(index + 1),
    does: { panel },
    help: index === 0 ? 'to a panel' : null,
    short: null,
  })),
];

/** Before there is a memory the key line has no others. */
const ALWAYS: readonly Key['does'][] = ['help', 'quit', 'theme'];

/** With a word only where they undo something that is easily forgotten. */
const FIRST: readonly Key['does'][] = ['filter', 'live'];

/** The key line, what matters most first: from the past, the way back. */
export function keyLine(
  ui: Ui,
  hasMemory: boolean,
): readonly { readonly label: string; readonly short: string }[] {
  const items: { label: string; short: string }[] = [];
  for (const { label, does, short } of KEY_TABLE) {
    const word = typeof short === 'function' ? short(ui) : short;
    if (word === null || !(hasMemory || ALWAYS.includes(does))) continue;
    if (FIRST.includes(does)) items.unshift({ label, short: word });
    else items.push({ label, short: word });
  }
  return items;
}

/** What a key does, by blessed's name for it. */
export function actionOf(key: string): Action | Command | null {
  return KEY_TABLE.find(({ keys }) => keys.includes(key))?.does ?? null;
}
