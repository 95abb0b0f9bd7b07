/**
 * `--once`: one look at the file, one picture, and the end. With a command, the look comes when that has ended or has
 * had its time, and whoever draws the dashboard watches meanwhile, so that its curves and its log have a past. A command
 * that has failed by then fails the whole: a picture of what it left is made all the same.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../shared/is-alive.ts';
import { visualizerName } from '../shared/own-package.ts';
import { isSameFile, pictureTrouble } from '../shared/picture-file.ts';
import { wholePath } from '../shared/status-file/whole-path.ts';
import { ascii as inAscii } from './ascii.ts';
import type { Format, Options, Size } from './command-line.ts';
import { type Companion, startCompanion } from './companion.ts';
import { EXIT, type Exit, onSignals, onStdoutGone, tellTrouble } from './ending.ts';
import type { Offscreen } from './export/offscreen.ts';
import { firstCommand } from './first-command.ts';
import { MIN_HEIGHT, MIN_WIDTH } from './layout.ts';
import { lookAt, reportOf, titleOf } from './once.ts';
import { MONOCHROME, THEMES } from './theme.ts';

/** The command gets so long before the picture is made. */
const PATIENCE_MS = 3000;

/** A watcher that the system does not give by then it never gives; the file is looked at every second all the same. */
const WATCHER_MS = 500;

/** What shells exit with where there is no such command. */
const NOT_STARTED = 127;

/** Without a terminal. */
const USUAL_SIZE: Size = { width: 120, height: 40 };

/** Answers the exit code; `exit` is only for what comes in between. */
export async function runOnce(options: Options, exit: Exit): Promise<number> {
  const { file, command, mode } = options;
  const whole = wholePath(file);
  if (mode.kind === 'picture' && mode.format.kind === 'svg' && isSameFile(mode.format.file, file)) {
    return told(
      failed(EXIT.usage, '--svg would overwrite the status file: give the picture a name of its own'),
    );
  }
  let companion: Companion | null = null;
  let ending = false;
  const unlessEnding = (): Promise<void> => (ending ? new Promise(() => {}) : Promise.resolve());
  const play = async (): Promise<void> => {
    if (command.length === 0) return;
    companion = startCompanion(command, whole, () => {});
    await until(() => companion?.end != null, PATIENCE_MS);
    await unlessEnding();
  };
  const ended = async (code: number): Promise<void> => {
    ending = true;
    await companion?.stop();
    exit(code);
  };
  const stopped = onSignals(ended);
  onStdoutGone(ended);
  const outcome =
    mode.kind === 'picture'
      ? await picture(options, mode.format, mode.size ?? terminalSize(), {
          play,
          unlessEnding,
          companion: () => companion,
        })
      : await report(options, play);
  const failure = await finish(companion, unlessEnding);
  stopped();
  // A command that has failed has said itself why there is no file, or why the file is what it is.
  if (failure === EXIT.done) return told(outcome);
  if (outcome.code !== EXIT.noInput) told(outcome);
  return failure;
}

/** The exit code, and what there is to complain of. */
interface Outcome {
  readonly code: number;
  readonly complaint: string | null;
}

const DONE: Outcome = { code: EXIT.done, complaint: null };

function failed(code: number, complaint: string): Outcome {
  return { code, complaint };
}

/** Says what there is to complain of, and answers the exit code. */
function told({ code, complaint }: Outcome): number {
  if (complaint !== null) process.stderr.write(`${visualizerName()}: ${complaint}\n`);
  return code;
}

/**
 * Ends the command, and answers the exit code of one that has failed by itself, or 0. A function of its own: what was
 * assigned in a closure the compiler takes for null.
 */
async function finish(companion: Companion | null, unlessEnding: Show['unlessEnding']): Promise<number> {
  await companion?.stop();
  await unlessEnding();
  if (!companion?.end || companion.end.endedByUs) return EXIT.done;
  tellTrouble(companion);
  return companion.end.code ?? NOT_STARTED;
}

/** The command, not yet started; `play` resolves when it has ended or has had its time, at once without one. */
interface Show {
  readonly play: () => Promise<void>;
  /** Resolves at once, but never after a signal: nothing is written then, while the command is being ended. */
  readonly unlessEnding: () => Promise<void>;
  readonly companion: () => Companion | null;
}

async function report({ file, ascii }: Options, play: Show['play']): Promise<Outcome> {
  await play();
  const look = lookAt(file);
  if (look.kind === 'failed') return failed(look.code, look.message);
  const width = Math.min(500, Math.max(40, Number(process.env.COLUMNS) || process.stdout.columns || 80));
  const text = reportOf(look, { file, width, now: Date.now(), isAlive });
  process.stdout.write(ascii ? inAscii(text) : text);
  return DONE;
}

async function picture(
  { file, command, theme: themeName, ascii }: Options,
  format: Format,
  size: Size,
  { play, unlessEnding, companion }: Show,
): Promise<Outcome> {
  if (size.width < MIN_WIDTH || size.height < MIN_HEIGHT) {
    const has = `this terminal has room for ${size.width}x${size.height}`;
    return failed(EXIT.usage, `the dashboard needs ${MIN_WIDTH}x${MIN_HEIGHT}, ${has}: give --size 120x40`);
  }
  // What is not there need not wait for the terminal libraries, unless the command is about to make it.
  const before = lookAt(file);
  if (command.length === 0 && before.kind === 'failed') return failed(before.code, before.message);
  const [{ Offscreen: Dashboard }, { written }] = await Promise.all([
    import('./export/offscreen.ts'),
    import('./export/write-picture.ts'),
  ]);
  const theme = format.kind === 'text' ? MONOCHROME : THEMES[themeName];
  const dashboard = new Dashboard({
    size,
    ascii,
    file,
    firstCommand: () => firstCommand(file),
    theme,
    companion,
    now: Date.now,
    isAlive,
  });
  try {
    if (command.length > 0) await watchMeanwhile(file, dashboard, play);
    const look = lookAt(file);
    if (look.kind === 'failed') return failed(look.code, look.message);
    dashboard.observe(look);
    const cells = await dashboard.picture();
    await unlessEnding();
    const picture = written(cells, format, theme, titleOf(look.status));
    const text = ascii ? inAscii(picture) : picture;
    if (format.kind !== 'svg' || format.file === '-') {
      process.stdout.write(text);
      return DONE;
    }
    const trouble = pictureTrouble(format.file, text);
    return trouble === null ? DONE : failed(EXIT.disk, trouble);
  } finally {
    dashboard.close();
  }
}

/** The command begins when somebody watches: its first revisions are seen too. */
async function watchMeanwhile(file: string, dashboard: Offscreen, play: Show['play']): Promise<void> {
  const { watchStatus } = await import('./status-source.ts');
  const source = watchStatus(file, (observation) => dashboard.observe(observation));
  await until(() => source.watching, WATCHER_MS);
  await play();
  source.close();
}

async function until(done: () => boolean, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!done() && Date.now() < deadline) await sleep(20);
}

/** The terminal's, less the line that the next prompt needs. */
function terminalSize(): Size {
  const { isTTY, columns, rows } = process.stdout;
  return isTTY ? { width: columns, height: rows - 1 } : USUAL_SIZE;
}
