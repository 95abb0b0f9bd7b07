/** Real terminals for tests: a tmux server of its own, gone with the test. Everything is polled, nothing slept. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** How long the screen may take to show what is waited for: far longer than it should. */
const PATIENCE_MS = 15_000;

export class Terminals {
  readonly directory = mkdtempSync(join(tmpdir(), 'tracker-tmux-'));
  readonly #socket = join(this.directory, 'tmux.sock');

  /** One pane of this size that runs a plain shell in `directory`. */
  constructor(columns: number, rows: number, environment: Readonly<Record<string, string>> = {}) {
    const set = Object.entries(environment).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const start = [
      'new-session',
      '-d',
      '-x',
      `${columns}`,
      '-y',
      `${rows}`,
      '-c',
      this.directory,
      ...set,
      'PS1="$ " sh',
    ];
    this.#tmux('-f', '/dev/null', ...start);
    onTestFinished(() => this.#close());
    this.#waitForPrompt(0);
  }

  /** What is typed before it stands on the screen twice. */
  #waitForPrompt(pane: number): void {
    const deadline = Date.now() + PATIENCE_MS;
    while (this.screen(pane) !== '$') {
      if (Date.now() > deadline) throw new Error(`no prompt:\n${this.screen(pane)}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }

  /** A second pane beside the first; panes are counted from 0. */
  split(): void {
    this.#tmux('split-window', '-h', '-c', this.directory, 'PS1="$ " sh');
    this.#waitForPrompt(1);
  }

  /** Types a line and Enter. */
  type(pane: number, line: string): void {
    this.#tmux('send-keys', '-t', `:0.${pane}`, '-l', line);
    this.#tmux('send-keys', '-t', `:0.${pane}`, 'Enter');
  }

  /** Presses keys by their tmux names: `q`, `C-c`, `Space`. */
  press(pane: number, ...keys: string[]): void {
    this.#tmux('send-keys', '-t', `:0.${pane}`, ...keys);
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', `${columns}`, '-y', `${rows}`);
  }

  /** What the pane shows, without the blank lines below. */
  screen(pane: number): string {
    return this.#tmux('capture-pane', '-p', '-t', `:0.${pane}`).trimEnd();
  }

  /** Whether the pane shows the alternate screen, which a program gives back when it ends. */
  alternate(pane: number): boolean {
    return this.#tmux('display-message', '-p', '-t', `:0.${pane}`, '#{alternate_on}').trim() === '1';
  }

  /** What programs may set in a terminal, and should have set back: its screen, cursor, keys, mouse, margins, title. */
  modes(pane: number): Record<string, string> {
    const names = [
      ...['alternate_on', 'cursor_flag', 'keypad_flag', 'keypad_cursor_flag', 'insert_flag', 'origin_flag'],
      ...['wrap_flag', 'mouse_any_flag', 'scroll_region_upper', 'scroll_region_lower', 'pane_title'],
    ];
    const format = names.map((name) => `#{${name}}`).join('\t');
    const values = this.#tmux('display-message', '-p', '-t', `:0.${pane}`, format).trimEnd().split('\t');
    return Object.fromEntries(names.map((name, k) => [name, values[k] ?? '']));
  }

  /** The screen as soon as `wanted` is on it. */
  async shows(pane: number, wanted: RegExp): Promise<string> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const screen = this.screen(pane);
      if (wanted.test(screen)) return screen;
      if (Date.now() > deadline) throw new Error(`${wanted} is not on the screen:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  #tmux(...words: string[]): string {
    return execFileSync('tmux', ['-S', this.#socket, ...words], { encoding: 'utf8' });
  }

  #close(): void {
    this.#tmux('kill-server');
    rmSync(this.directory, { recursive: true, force: true });
  }
}
