/**
 * blessed's own screen, its traps disarmed: it draws when it is told to and not by itself, and never on a terminal that
 * is lent to somebody else.
 */
import type { Readable, Writable } from 'node:stream';
import blessed from 'blessed';
import { drawInAscii } from './painter.ts';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Which terminfo to use; undefined: what TERM says. */
  readonly terminal: string | undefined;
  /** How many colours it has. Default: what its terminfo says. */
  readonly colours?: number;
  /** Draw with nothing but ASCII. Default false. */
  readonly ascii?: boolean;
}

/** The terminfo to ask for: blessed knows few names, and takes one that it does not know for eight colours. */
export function terminalFor({ TERM = '', COLORTERM = '' }: NodeJS.ProcessEnv): string | undefined {
  const promises = /256color|direct|kitty|alacritty|ghostty|foot|wezterm|iterm|rio|contour/i.test(TERM);
  return promises || COLORTERM !== '' ? 'xterm-256color' : undefined;
}

export interface BlessedScreen {
  readonly root: ReturnType<typeof blessed.screen>;
  /** How many colours the terminal has. */
  readonly colours: number;
  /** Draws all elements, and sends what is another than before. */
  render(): void;
  /** Sends what is another than before. */
  send(): void;
  clear(): void;
  /** The terminal is someone else's for now: whatever comes then does not draw on it. */
  readonly lent: boolean;
  lend(): void;
  takeBack(): void;
}

export function openBlessed({ input, output, terminal, colours, ascii = false }: Terminal): BlessedScreen {
  const root = blessed.screen({
    // The types have input and output the wrong way round.
    input: input as unknown as Writable,
    output: output as unknown as Readable,
    ...(terminal === undefined ? {} : { terminal }),
    smartCSR: true,
    // Without it braille becomes `?` where LANG does not say UTF-8.
    forceUnicode: true,
  });
  const inner = root as unknown as {
    // Borders are `lqqk` in tmux without it.
    tput: { brokenACS: boolean; colors?: number };
    enter(): void;
    leave(): void;
    alloc(dirty?: boolean): void;
    draw(first: number, last: number): void;
  };
  inner.tput.brokenACS = true;
  if (colours !== undefined) inner.tput.colors = colours;
  if (ascii) drawInAscii(root);
  const render = root.render.bind(root);
  // blessed would call it after a resize, with everything still where it was.
  root.render = () => {};

  let lent = false;
  // It clears the terminal, and is called at every resize.
  const alloc = inner.alloc.bind(root);
  inner.alloc = (dirty) => {
    if (!lent) alloc(dirty);
  };
  return {
    root,
    colours: inner.tput.colors ?? 0,
    render,
    send: () => inner.draw(0, Number(root.height) - 1),
    clear: () => inner.alloc(true),
    get lent() {
      return lent;
    },
    lend() {
      inner.leave();
      lent = true;
    },
    takeBack() {
      lent = false;
      inner.enter();
    },
  };
}
