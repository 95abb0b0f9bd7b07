/** Starts the built tracker as a person or a script would, in a temporary directory of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { given } from '../cli/given.ts';
import { trackerMain } from '../cli/tracker-main.ts';

const MAIN = fileURLToPath(new URL('../../dist/tracker/main.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A directory that is gone when the test is. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tracker-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** One place where trackers run one after another, on the same memory_status.txt. */
export class Place {
  readonly directory = temporaryDirectory();
  readonly file = join(this.directory, 'memory_status.txt');

  /** Runs to its end; `input` is its standard input, a pipe. */
  run(args: readonly string[], input = ''): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: this.directory,
      env: this.#environment(),
      input,
      encoding: 'utf8',
      timeout: 20_000,
    });
    return { code: status, stdout, stderr };
  }

  /** The same without a process of its own: what the arguments come to, quicker; with `columns`, on a terminal. */
  async tell(args: readonly string[], input: string | Readable = '', columns?: number): Promise<Ran> {
    const written = { stdout: '', stderr: '' };
    const code = await trackerMain(args, {
      stdin: typeof input === 'string' ? Readable.from([input]) : input,
      stdout: { write: (text) => (written.stdout += text), ...given({ columns }) },
      stderr: { write: (text) => (written.stderr += text) },
      env: { MEMORY_STATUS_FILE: this.file },
    });
    return { code, ...written };
  }

  /** The one JSON object that a command answers with. */
  async json(...args: readonly string[]): Promise<Record<string, unknown>> {
    const { stdout } = await this.tell([...args, '--json']);
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  /** Starts it and goes on; the caller sees to its end. */
  start(args: readonly string[]) {
    return spawn(process.execPath, [MAIN, ...args], { cwd: this.directory, env: this.#environment() });
  }

  /** The status file as text. */
  text(): string {
    return readFileSync(this.file, 'utf8');
  }

  #environment(): NodeJS.ProcessEnv {
    const { MEMORY_STATUS_FILE: _, ...environment } = process.env;
    return { ...environment, NO_COLOR: '1' };
  }
}
