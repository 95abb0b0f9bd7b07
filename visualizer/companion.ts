/**
 * COMMAND of `visualizer -- COMMAND`: a program that runs for as long as we watch. It gets a process group of its
 * own, so that all it starts can be ended with it, and its output is kept off the screen; the last lines are
 * remembered, because they say why it failed.
 *
 * Only what was started here is ever signalled, by its own process group. Even when the visualizer is killed with
 * a signal that nobody can catch the command ends: a small shell waits at a pipe that closes when we are gone.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDead, signalled } from './process-group.ts';
import { plain } from './view/wording.ts';

/** Between SIGTERM and SIGKILL. */
const GRACE_MS = 2000;
/** What is killed is gone in no time; nobody waits longer for it. */
const KILLED_MS = 1000;
/** Between two looks at every process that there is. */
const DEAD_MS = 100;

const LAST_LINES = 12;
const LINE_LENGTH = 300;

export interface CompanionEnd {
  /** 0 … 255, 128 + signal; null when it could not be started. */
  readonly code: number | null;
  /** How it ended, in words: `exited with 1`, `was ended by SIGSEGV`, `could not be started: not found`. */
  readonly how: string;
  /** It ended because we told it to. */
  readonly endedByUs: boolean;
}

export interface Companion {
  readonly command: string;
  /** The last lines it printed, on whichever of its outputs. */
  readonly lastLines: readonly string[];
  /** Null while it runs. */
  readonly end: CompanionEnd | null;
  /** Ends it and all that it started; resolves when they are gone. */
  stop(): Promise<void>;
}

/** Starts `command`; `changed` is called when it has ended. */
export function startCompanion(
  command: readonly string[],
  statusFile: string,
  changed: () => void,
  graceMs = GRACE_MS,
): Companion {
  const name = plain(command.join(' '));
  const child = spawned(command, statusFile);
  if (child instanceof Error) {
    setImmediate(changed);
    const end = { code: null, how: notStarted(child), endedByUs: false };
    return { command: name, lastLines: [], end, stop: async () => {} };
  }
  const lines: string[] = [];
  let end: CompanionEnd | null = null;
  let groupAlive = false;
  let stopping = false;

  for (const stream of [child.stdout, child.stderr]) keepLines(stream, lines);
  groupAlive = child.pid !== undefined;
  const guard = child.pid === undefined ? null : startGuard(child.pid);

  const found = (alive: boolean): void => {
    groupAlive = alive;
    if (!alive) guard?.stdin?.end('done\n');
  };
  const signalGroup = (signal: NodeJS.Signals | 0): void => {
    if (groupAlive && child.pid !== undefined) found(signalled(child.pid, signal));
  };
  // Once the group is empty its number may go to a stranger: look often, and never signal it after that.
  const watch = setInterval(() => {
    if (end) signalGroup(0);
    if (!groupAlive) clearInterval(watch);
  }, 500);

  const ended = (code: number | null, how: string): void => {
    if (end) return;
    end = { code, how, endedByUs: stopping };
    signalGroup(0);
    changed();
  };
  child.on('error', (error) => ended(null, notStarted(error)));
  // Told at `close`, when its last words have been read; which a child of its own that lives on may put off for ever.
  child.on('exit', (code, signal) => {
    const tell = (): void =>
      signal === null
        ? ended(code ?? 0, `exited with ${code}`)
        : ended(128 + constants.signals[signal], `was ended by ${signal}`);
    const patience = setTimeout(tell, 200);
    child.once('close', () => {
      clearTimeout(patience);
      tell();
    });
  });

  return {
    command: name,
    lastLines: lines,
    get end() {
      return end;
    },
    async stop() {
      stopping = true;
      let lookedAt = Number.NEGATIVE_INFINITY;
      for (const [signal, patience] of [
        ['SIGTERM', graceMs],
        ['SIGKILL', KILLED_MS],
      ] as const) {
        signalGroup(signal);
        const deadline = Date.now() + patience;
        while (groupAlive && Date.now() < deadline) {
          await sleep(10);
          signalGroup(0);
          // Process 1 may take its time for the dead, or for ever.
          if (!groupAlive || child.pid === undefined || Date.now() - lookedAt < DEAD_MS) continue;
          lookedAt = Date.now();
          if (isDead(child.pid)) found(false);
        }
      }
      clearInterval(watch);
      guard?.stdin?.end('done\n');
    },
  };
}

/** Some of what keeps a program from being started Node tells later, some it throws at once. */
function spawned([program = '', ...args]: readonly string[], statusFile: string) {
  try {
    return spawn(program, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, MEMORY_STATUS_FILE: statusFile },
    });
  } catch (error) {
    return error as Error;
  }
}

function notStarted({ code, message }: NodeJS.ErrnoException): string {
  const why = code === 'ENOENT' ? 'not found' : code === 'EACCES' ? 'not allowed' : message;
  return `could not be started: ${plain(why)}`;
}

/** Waits for a word from us. Without one, its pipe having closed, we are gone: then it ends the group. */
const GUARD = 'read -r word && exit 0; kill -s TERM -- "-$1"; sleep 2; kill -s KILL -- "-$1"';

function startGuard(group: number): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', String(group)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {
    // No shell: then the command is ended in every case but a kill -9 of ours.
  });
  guard.stdin.on('error', () => {
    // It has gone before us, which leaves nothing to tell it.
  });
  guard.unref();
  return guard;
}

function keepLines(stream: NodeJS.ReadableStream, lines: string[]): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const keep = (line: string): void => {
    if (line.trim() === '') return;
    lines.push(plain(line.replaceAll('\t', ' ').trimEnd(), LINE_LENGTH));
    if (lines.length > LAST_LINES) lines.shift();
  };
  stream.on('data', (chunk: Buffer) => {
    const parts = (rest + decoder.write(chunk)).split(/\r?\n|\r/);
    rest = (parts.pop() ?? '').slice(-LINE_LENGTH);
    for (const line of parts) keep(line);
  });
  stream.on('end', () => keep(rest + decoder.end()));
  stream.on('error', () => {
    // Its words are lost; that it ended is told by its exit.
  });
}
