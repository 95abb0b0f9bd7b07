/**
 * The built visualizer on a terminal of its own, which `script` of util-linux lends: what it writes, when, and what
 * the system says it took. Linux only, for /proc.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Long after the last thing a run waits for should have come. */
const PATIENCE_MS = 20_000;

export interface CpuTime {
  readonly main: number;
  readonly helpers: number;
}

export class Run {
  readonly #process: ChildProcess;
  #written = '';
  #takenTo = 0;

  constructor(program: string, file: string, columns: number, rows: number) {
    const command = `stty cols ${columns} rows ${rows}; echo pid $$; exec '${process.execPath}' '${program}' --file '${file}'`;
    this.#process = spawn('script', ['-qefc', command, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8', NO_COLOR: '' },
    });
    this.#process.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#written += chunk;
    });
  }

  /** What was written since the last call. */
  taken(): string {
    const taken = this.#written.slice(this.#takenTo);
    this.#takenTo = this.#written.length;
    return taken;
  }

  /** Resolves when `text` was written, since the start. */
  async shows(text: string): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!this.#written.includes(text)) {
      if (Date.now() > deadline) throw new Error(`${text} was never drawn`);
      await sleep(1);
    }
  }

  /** Milliseconds of processor time so far: of the thread that runs the program, and of V8's and Node's helpers. */
  cpuTime(): CpuTime {
    const pid = this.#pid();
    const time = { main: 0, helpers: 0 };
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [nanoseconds = ''] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
      time[thread === pid ? 'main' : 'helpers'] += Number(nanoseconds) / 1e6;
    }
    return time;
  }

  /** Resident, in MB of 1,048,576 bytes, as those of the history are. */
  residentMegabytes(): number {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${this.#pid()}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  }

  /** Presses `q`, and waits until it has gone. */
  async quit(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin?.write('q');
    await gone;
  }

  #pid(): string {
    return /pid (\d+)/.exec(this.#written)?.[1] ?? 'unknown';
  }
}
