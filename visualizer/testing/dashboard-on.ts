/** A dashboard on a terminal in memory, with a clock that only the test moves. */
import type { Status } from '../../shared/status.ts';
import { DEFAULT_FILE } from '../../shared/status-file/usual-file.ts';
import { formatStatus } from '../../shared/status-text/format.ts';
import type { Companion } from '../companion.ts';
import { Dashboard } from '../dashboard.ts';
import { firstCommand } from '../first-command.ts';
import type { Observation } from '../observation.ts';
import { openScreen } from '../screen.ts';
import { type Theme, themesFor } from '../theme.ts';
import { fakeTerminal } from './fake-terminal.ts';

export interface TestDashboardOptions {
  readonly theme?: Theme;
  readonly file?: string;
  readonly alive?: boolean;
  readonly companion?: Companion;
  readonly ascii?: boolean;
  /** Of the terminal. Default 256. */
  readonly colours?: number;
}

/** When the example status says it was written. */
export const WRITTEN = Date.parse('2026-11-23T00:21:07.123Z');

export function dashboardOn(columns: number, rows: number, options: TestDashboardOptions = {}) {
  const terminal = fakeTerminal(columns, rows);
  const { input, output } = terminal;
  const { ascii = false, colours = 256 } = options;
  const screen = openScreen({ input, output, terminal: 'xterm-256color', colours, ascii });
  const commands: string[] = [];
  let now = WRITTEN + 400;
  const dashboard = new Dashboard({
    screen,
    file: options.file ?? DEFAULT_FILE,
    firstCommand: () => firstCommand(options.file ?? DEFAULT_FILE),
    theme: options.theme ?? themesFor(colours).dark,
    companion: () => options.companion ?? null,
    now: () => now,
    isAlive: () => options.alive ?? true,
    command: (command) => commands.push(command),
  });
  const drawn = async (): Promise<void> => {
    await screen.ready;
    await terminal.settle();
    // Now, instead of waiting for the next picture's turn.
    dashboard.drawNow();
    await terminal.settle();
  };
  return {
    ...terminal,
    dashboard,
    screen,
    commands,
    /** Moves the clock; nothing is drawn by that. */
    wait(milliseconds: number): void {
      now += milliseconds;
    },
    drawn,
    async observe(observation: Observation): Promise<void> {
      dashboard.observe(observation);
      await drawn();
    },
    async show(...statuses: readonly Status[]): Promise<void> {
      for (const status of statuses) dashboard.observe({ kind: 'ok', status, bytes: formatStatus(status) });
      await drawn();
    },
    async press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) dashboard.press(key, key.length === 1 ? key : '');
      await drawn();
    },
    close(): void {
      dashboard.close();
      screen.close();
    },
  };
}
