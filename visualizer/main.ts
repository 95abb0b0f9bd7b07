#!/usr/bin/env node
/**
 * Terminal in and out: arguments, keys that leave, signals. Whatever happens, the terminal is given back first,
 * then what there is to say is printed, then the process ends; this is the only file that ends it.
 */
import { closeSync, openSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReadStream } from 'node:tty';
import { helpText, type Options, parseCommandLine } from './command-line.ts';
import { type Companion, startCompanion } from './companion.ts';
import { isDefault, onePicture } from './once.ts';
import { plain } from './view/wording.ts';

const EX_USAGE = 64;
const EX_SOFTWARE = 70;
const EX_IOERR = 74;
const HANGUP = 128 + constants.signals.SIGHUP;

/** What ends the dashboard from outside. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** With --once, the command gets so long before the picture is made. */
const ONCE_PATIENCE_MS = 3000;

const line = parseCommandLine(process.argv.slice(2), process.env);
process.stderr.on('error', () => {
  // Nobody listens to the complaints; the exit code still tells.
});

if (line.kind === 'usage') {
  process.stderr.write(`visualizer: ${line.problem}\nTry visualizer --help.\n`);
  process.exitCode = EX_USAGE;
} else if (line.kind === 'help') {
  onStdoutGone((code) => process.exit(code));
  process.stdout.write(helpText());
} else if (line.kind === 'version') {
  process.stdout.write(`${version()}\n`);
} else if (line.options.once || !process.stdout.isTTY || process.env.TERM === 'dumb') {
  await once(line.options);
} else {
  await watch(line.options);
}

async function once({ file, command }: Options): Promise<void> {
  const companion = command.length > 0 ? startCompanion(command, path.resolve(file), () => {}) : null;
  const stopped = onSignals(async (code) => {
    await companion?.stop();
    process.exit(code);
  });
  onStdoutGone(async (code) => {
    await companion?.stop();
    process.exit(code);
  });
  const deadline = Date.now() + ONCE_PATIENCE_MS;
  while (companion && !companion.end && Date.now() < deadline) await sleep(20);
  const width = Math.min(500, Math.max(40, Number(process.env.COLUMNS) || process.stdout.columns || 80));
  const { code, stdout, stderr } = onePicture({ file, width, now: Date.now(), isAlive });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (companion) {
    await companion.stop();
    tellTrouble(companion);
  }
  stopped();
  process.exitCode = code;
}

async function watch({ file, command }: Options): Promise<void> {
  const [{ openScreen, terminalFor }, { Dashboard }, { watchStatus }, { DARK, MONOCHROME }] =
    await Promise.all([
      import('./screen.ts'),
      import('./dashboard.ts'),
      import('./status-source.ts'),
      import('./theme.ts'),
    ]);
  const screen = openScreen({
    input: keyboard(),
    output: process.stdout,
    terminal: terminalFor(process.env),
  });
  let companion: Companion | null = null;
  let source: { close(): void } | null = null;
  let ending = false;

  const end = async (code: number, lastWords = ''): Promise<void> => {
    if (ending) return;
    ending = true;
    try {
      source?.close();
      dashboard.close();
      screen.close();
      if (lastWords !== '') process.stderr.write(lastWords);
      await companion?.stop();
      if (companion) tellTrouble(companion);
      if (code === HANGUP) closeTerminal();
    } finally {
      process.exit(code);
    }
  };
  onSignals((code) => end(code));
  onStdoutGone((code) => end(code));
  for (const bug of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(bug, (error: unknown) => {
      const lines = String(error instanceof Error ? error.stack : error).split('\n');
      end(EX_SOFTWARE, `visualizer: a bug: ${lines.map((each) => plain(each)).join('\n')}\n`);
    });
  }

  const noColour = (process.env.NO_COLOR ?? '') !== '' || screen.colours < 8;
  const dashboard = new Dashboard({
    screen,
    file,
    theme: noColour ? MONOCHROME : DARK,
    companion: () => companion,
    isDefaultFile: isDefault(file),
    now: Date.now,
    isAlive,
    command: (name) => {
      if (name === 'quit') end(0);
      else if (name === 'interrupt') end(128 + constants.signals.SIGINT);
      else suspend();
    },
  });
  const suspend = async (): Promise<void> => {
    await screen.suspended(async () => {
      const resumed = new Promise((resolve) => process.once('SIGCONT', resolve));
      // The whole foreground group, as the terminal itself would: npm, for one, waits for us otherwise.
      process.kill(0, 'SIGTSTP');
      await resumed;
    });
    dashboard.redraw();
  };

  if (command.length > 0) companion = startCompanion(command, path.resolve(file), () => dashboard.redraw());
  source = watchStatus(file, (observation) => dashboard.observe(observation));
  const tick = setInterval(() => dashboard.redraw(), 1000);
  tick.unref();
}

/** Someone who has read enough closes the pipe: nothing to complain of. A terminal that is gone has hung up. */
function onStdoutGone(end: (code: number) => void): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    end(error.code === 'EPIPE' ? 0 : process.stdout.isTTY ? HANGUP : EX_IOERR);
  });
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

/** Calls `end` with 128 + signal, once for each signal; answers what takes the listeners off again. */
function onSignals(end: (code: number) => void): () => void {
  const listeners = SIGNALS.map((signal) => {
    const listener = (): void => end(128 + constants.signals[signal]);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const off of listeners) off();
  };
}

function tellTrouble({ command, end, lastLines }: Companion): void {
  if (!end || end.code === 0 || end.endedByUs) return;
  process.stderr.write(
    `visualizer: ${command} ${end.how}\n${lastLines.map((text) => `    ${text}\n`).join('')}`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and someone else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** From the package's own package.json, which is one folder up in the sources and two in what is built. */
function version(): string {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    try {
      const { name, version: found } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      if (name === 'memory-tracker') return String(found);
    } catch {
      // Not in this folder.
    }
  }
  return 'unknown';
}
