/** The built visualizer at work beside the test: `--plain` on a pipe, or the dashboard on a terminal of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { grouped } from '../view/wording.ts';

export const MAIN = fileURLToPath(new URL('../../dist/visualizer/main.js', import.meta.url));

/** Between two looks at what it shows. */
const LOOK_MS = 5;
/** For the first picture. */
const START_MS = 20_000;
const SIZE = [100, 30] as const;

export type Kind = 'plain' | 'dashboard';

export interface WatcherOptions {
  /** Words before the program: `sh -c '…; exec "$@"' sh`. */
  readonly under?: readonly string[];
  /** Whose process it is, where not ours. */
  readonly uid?: number | undefined;
}

export class Watcher {
  readonly kind: Kind;
  readonly #text: () => string;
  /** Of `--plain`; the dashboard's is another's child. */
  readonly pid: number | undefined;
  /** What was said before is not what is waited for. */
  #heard = 0;
  /** `exit 0`, `SIGKILL`; null while it runs. */
  ended: string | null = null;

  private constructor(kind: Kind, process: ChildProcess, text: () => string) {
    this.kind = kind;
    this.#text = text;
    this.pid = process.pid;
    process.once('exit', (code, signal) => {
      this.ended = signal ?? `exit ${code}`;
    });
    onTestFinished(() => {
      process.kill('SIGKILL');
    });
  }

  /** Watches `file`, and has shown what is there. */
  static async start(kind: Kind, file: string, options: WatcherOptions = {}): Promise<Watcher> {
    const watcher = kind === 'plain' ? narration(file, options) : dashboard(file, options);
    await watcher.shows(/LIVE/, START_MS);
    return watcher;
  }

  static of(kind: Kind, process: ChildProcess, text: () => string): Watcher {
    return new Watcher(kind, process, text);
  }

  /** The most that it had resident, in megabytes. Of `--plain` on Linux only. */
  get mostMegabytes(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024;
  }

  /** What the screen shows, or what was said since the last that was waited for. */
  get text(): string {
    return this.kind === 'plain' ? this.#text().slice(this.#heard) : this.#text();
  }

  /** Answers after how many milliseconds `wanted` was there. */
  async shows(wanted: RegExp, patienceMs: number): Promise<number> {
    const start = performance.now();
    for (;;) {
      const match = wanted.exec(this.text);
      const waited = performance.now() - start;
      if (match) {
        this.#heard += match.index + match[0].length;
        return waited;
      }
      if (this.ended !== null) throw new Error(`${this.kind} ended (${this.ended}): ${this.text}`);
      if (waited > patienceMs)
        throw new Error(`${this.kind}: ${wanted} not shown within ${patienceMs} ms:\n${this.text}`);
      await sleep(LOOK_MS);
    }
  }

  /** The same, for a revision that has been read. */
  showsRevision(revision: number, patienceMs: number): Promise<number> {
    const wanted =
      this.kind === 'plain' ? `revision ${grouped(revision)}: ` : `LIVE +rev ${grouped(revision)} `;
    return this.shows(new RegExp(wanted), patienceMs);
  }
}

function narration(file: string, { under = [], uid }: WatcherOptions): Watcher {
  const [program = '', ...words] = [...under, process.execPath, MAIN, '--plain', '--file', file];
  const child = spawn(program, words, {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return Watcher.of('plain', child, () => said);
}

/** On the terminal that `script` of util-linux lends; what is written there goes through an emulator. */
function dashboard(file: string, { under = [], uid }: WatcherOptions): Watcher {
  const [columns, rows] = SIZE;
  const words = [...under, process.execPath, MAIN, '--file', file].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qefc', `stty cols ${columns} rows ${rows}; exec ${words}`, '/dev/null'], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8' },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
  child.stdout.on('data', (bytes: Uint8Array) => terminal.write(bytes));
  return Watcher.of('dashboard', child, () =>
    Array.from(
      { length: rows },
      (_, y) => terminal.buffer.active.getLine(y)?.translateToString(true) ?? '',
    ).join('\n'),
  );
}
