/**
 * What is wrong with a status file. While a file is being read the first problem is thrown, so that the reading of
 * a section need not hand failures up by hand; `parseStatus` catches it, and nothing else ever sees the error.
 */

export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  /** What stands there, printable, at most 80 characters. */
  readonly found: string;
  /** What would have been accepted, and where it helps, what to do. */
  readonly expected: string;
}

export class BadStatus extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`line ${problem.line}: found ${problem.found}, expected ${problem.expected}`);
    this.problem = problem;
  }
}
