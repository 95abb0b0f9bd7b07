/**
 * The key table: what is bound, what the key line says and what the help shows all come from here.
 * Keys are named as blessed names them.
 */
import { PANEL_NAMES } from './view/panel-names.ts';
import type { Action } from './view/ui.ts';

/** Beyond what changes the view. */
export type Command = 'quit' | 'interrupt' | 'suspend' | 'theme';

export interface Key {
  readonly keys: readonly string[];
  /** How the keys are written. */
  readonly label: string;
  readonly does: Action | Command;
  /** For the help. */
  readonly help: string;
  /** For the key line, in a word; null: not there. */
  readonly short: string | null;
}

export const KEY_TABLE: readonly Key[] = [
  { keys: ['?'], label: '?', does: 'help', help: 'this help', short: 'help' },
  { keys: ['q'], label: 'q', does: 'quit', help: 'quit', short: 'quit' },
  { keys: ['space'], label: 'Space', does: 'pause', help: 'pause, and go on', short: 'pause' },
  { keys: ['['], label: '[', does: 'step-back', help: 'one revision back', short: 'back' },
  { keys: [']'], label: ']', does: 'step-forward', help: 'one revision forward', short: 'forward' },
  { keys: ['tab'], label: 'Tab', does: 'next-panel', help: 'next panel (Shift-Tab: previous)', short: 'panel' },
  { keys: ['S-tab'], label: 'S-Tab', does: 'previous-panel', help: '', short: null },
  { keys: ['e'], label: 'e', does: 'zoom', help: 'the panel on the whole screen, and back', short: 'zoom' },
  { keys: ['p'], label: 'p', does: 'next-process', help: 'follow the next process', short: 'process' },
  { keys: ['up', 'k'], label: '↑ k', does: 'up', help: 'frame above, or scroll up', short: null },
  { keys: ['down', 'j'], label: '↓ j', does: 'down', help: 'frame below, or scroll down', short: null },
  { keys: ['left', 'h'], label: '← h', does: 'left', help: 'frame to the left', short: null },
  { keys: ['right', 'l'], label: '→ l', does: 'right', help: 'frame to the right', short: null },
  { keys: ['pageup'], label: 'PgUp', does: 'page-up', help: 'ten rows up', short: null },
  { keys: ['pagedown'], label: 'PgDn', does: 'page-down', help: 'ten rows down', short: null },
  { keys: ['{'], label: '{', does: 'leap-back', help: 'ten revisions back', short: null },
  { keys: ['}'], label: '}', does: 'leap-forward', help: 'ten revisions forward', short: null },
  { keys: ['home'], label: 'Home', does: 'oldest', help: 'the oldest revision kept', short: null },
  { keys: ['S-l', 'end'], label: 'L End', does: 'live', help: 'back to live', short: 'live' },
  { keys: ['n'], label: 'n', does: 'next-happening', help: 'next fault, eviction or release', short: null },
  { keys: ['S-n'], label: 'N', does: 'previous-happening', help: 'the one before', short: null },
  { keys: ['c'], label: 'c', does: 'theme', help: 'colours: dark, light, none', short: 'colours' },
  { keys: ['escape'], label: 'Esc', does: 'back', help: 'let go: help, zoom, cursor, process, pause', short: null },
  { keys: ['C-z'], label: '^Z', does: 'suspend', help: 'suspend (fg goes on)', short: null },
  { keys: ['C-c'], label: '^C', does: 'interrupt', help: 'stop, with exit code 130', short: null },
  ...PANEL_NAMES.map((panel, index) => ({
    keys: [String(index + 1)],
    label: String(index + 1),
    does: { panel },
    help: `panel: ${panel}`,
    short: null,
  })),
];

/** What a key does, by blessed's name for it. */
export function actionOf(key: string): Action | Command | null {
  return KEY_TABLE.find(({ keys }) => keys.includes(key))?.does ?? null;
}
