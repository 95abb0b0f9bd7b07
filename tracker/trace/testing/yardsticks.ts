/**
 * What benchmarks of traces are measured against: `grep -c` and `wc -l` on the same bytes in the same run, because a
 * machine that does other things as well is slower at everything. Figures are medians.
 */
import { spawnSync } from 'node:child_process';

/** Bytes a second that `grep -c` reads on the machine that the goals are for. */
const GOALS_GREP_RATE = 1480e6;

export class Stopwatch {
  /** Milliseconds, by what was measured. */
  readonly #times = new Map<string, number[]>();

  /** Does `work`, and keeps the time it takes under `name`. */
  async time(name: string, work: () => unknown): Promise<void> {
    const begun = performance.now();
    await work();
    this.#times.set(name, [...(this.#times.get(name) ?? []), performance.now() - begun]);
  }

  /** The median under `name`, in milliseconds; undefined where nothing was measured. */
  median(name: string): number | undefined {
    const ascending = this.#times.get(name)?.toSorted((a, b) => a - b) ?? [];
    return ascending[Math.floor(ascending.length / 2)];
  }

  /** How much slower than the machine of the goals this one is just now; `bytes` is what `grep -c` has read. */
  slowness(bytes: number): number | undefined {
    const grep = this.median('grep -c');
    return grep && (grep / 1000) * (GOALS_GREP_RATE / bytes);
  }
}

/** Whether the machine has this program. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Counts lines with an L. Through a pipe: where its output goes nowhere, grep stops at the first line that matches. */
export function grepCount(file: string): void {
  spawnSync('grep', ['-c', 'L', file], { stdio: 'pipe' });
}

export function wcLines(file: string): void {
  spawnSync('wc', ['-l', file], { stdio: 'pipe' });
}
