/**
 * Watching on a terminal: keys that leave, signals, bugs. Whatever happens, the terminal is given back first, then
 * what there is to say is printed, then the process ends.
 */
import { closeSync, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { isAlive } from '../shared/is-alive.ts';
import { wholePath } from '../shared/status-file/whole-path.ts';
import { stopForeground } from '../shared/stop-foreground.ts';
import { terminalFor } from './blessed-screen.ts';
import type { Options } from './command-line.ts';
import { type Companion, startCompanion } from './companion.ts';
import { Dashboard } from './dashboard.ts';
import {
  bugInWords,
  EXIT,
  type Exit,
  HANGUP,
  INTERRUPTED,
  onSignals,
  onStdoutGone,
  tellTrouble,
} from './ending.ts';
import { firstCommand } from './first-command.ts';
import { openScreen } from './screen.ts';
import { watchStatus } from './status-source.ts';
import { themesFor } from './theme.ts';

/** The age is drawn in whole seconds. */
const AGE_MS = 1000;
/** A revision that comes every second brings its age along: what is drawn for nothing else waits for it so long. */
const GRACE_MS = 50;

export function runDashboard({ file, command, theme, ascii }: Options, exit: Exit): void {
  const whole = wholePath(file);
  const input = keyboard();
  /** The screen is the first of them. */
  const opened: { close(): void }[] = [];
  let companion: Companion | null = null;
  let ending = false;

  const end = async (code: number, lastWords = ''): Promise<void> => {
    if (ending) return;
    ending = true;
    try {
      for (const each of opened) each.close();
    } finally {
      if (lastWords !== '') process.stderr.write(lastWords);
      try {
        await companion?.stop();
        if (companion) tellTrouble(companion);
        if (code === HANGUP) closeTerminal();
      } finally {
        exit(code);
      }
    }
  };
  onSignals((code) => end(code));
  onStdoutGone((code) => end(code));
  // A terminal in raw mode ends only by being closed; who leads no session hears of it no other way.
  if (input.isTTY) for (const gone of ['end', 'error'] as const) input.on(gone, () => end(HANGUP));
  for (const bug of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(bug, (error: unknown) => end(EXIT.software, bugInWords(error)));
  }

  const start = (): void => {
    const screen = openScreen({ input, output: process.stdout, terminal: terminalFor(process.env), ascii });
    opened.push(screen);
    const dashboard = new Dashboard({
      screen,
      file,
      theme: themesFor(screen.colours)[theme],
      companion: () => companion,
      firstCommand: () => firstCommand(whole),
      now: Date.now,
      isAlive,
      command: (name) => {
        if (name === 'quit') end(EXIT.done);
        else if (name === 'interrupt') end(INTERRUPTED);
        else suspend();
      },
    });
    opened.push(dashboard);
    const suspend = async (): Promise<void> => {
      // Whoever listens to it is not stopped by it.
      process.off('SIGTSTP', suspend);
      await screen.suspended(stopForeground);
      process.on('SIGTSTP', suspend);
      dashboard.redraw();
    };
    process.on('SIGTSTP', suspend);
    // After a SIGSTOP nothing of the terminal need be as it was.
    process.on('SIGCONT', async () => {
      await screen.suspended(async () => {});
      dashboard.redraw();
    });

    if (command.length > 0) companion = startCompanion(command, whole, () => dashboard.redraw());
    opened.push(watchStatus(file, (observation) => dashboard.observe(observation)));
    redrawEverySecond(dashboard);
  };
  try {
    start();
  } catch (error) {
    end(EXIT.software, bugInWords(error));
  }
}

/** A second after the last picture, whatever that was drawn for, the age in it is another. */
function redrawEverySecond(dashboard: Dashboard, patience = AGE_MS + GRACE_MS): void {
  const since = dashboard.sinceDrawn;
  // A timer may be early by a millisecond.
  if (since + 1 >= patience) {
    dashboard.tick();
    setTimeout(redrawEverySecond, AGE_MS, dashboard, AGE_MS).unref();
  } else setTimeout(redrawEverySecond, AGE_MS + GRACE_MS - since, dashboard).unref();
}

/** Node resets the terminal as it exits, and aborts with a stack trace where there is none any more (20.20). */
function closeTerminal(): void {
  for (const descriptor of [0, 1, 2]) {
    try {
      closeSync(descriptor);
    } catch {
      // Closed already, which is what we want.
    }
  }
}

/** The keys come from the terminal even when the input is something else, as in `something | visualizer`. */
function keyboard(): NodeJS.ReadStream {
  if (process.stdin.isTTY) return process.stdin;
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    // No such thing here: then there are no keys, and Ctrl-C is a signal.
    return process.stdin;
  }
}
