/**
 * What traces are measured against: `grep -c` and `wc -l` on the same bytes, in turn with what is measured, because a
 * machine that does other things as well is slower at everything.
 */
import { spawnSync } from 'node:child_process';

/** Bytes a second that `grep -c` reads on the machine that the goals are for. */
export const GOALS_GREP_RATE = 1480e6;

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

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
