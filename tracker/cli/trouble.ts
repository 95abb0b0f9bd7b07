/**
 * What goes wrong outside the simulated machine, and the exit code of everything that can go wrong.
 * `Trouble` is thrown where the world is met (an argument, a line, a file) and worded there; the doors catch it.
 */
import type { Refusal } from '../memory/outcome.ts';

export type TroubleCode = 'usage' | 'bad-file' | 'no-input' | 'io' | 'locked' | 'expectation-failed';
export type ErrorCode = TroubleCode | Refusal['code'] | 'bug';

/** After sysexits.h, so that a script can tell what failed. A refusal of the memory is 1. */
export const EXIT = {
  done: 0,
  refused: 1,
  usage: 64,
  badData: 65,
  noInput: 66,
  bug: 70,
  io: 74,
  locked: 75,
} as const;

const EXIT_OF_TROUBLE: Readonly<Record<TroubleCode, number>> = {
  usage: EXIT.usage,
  'bad-file': EXIT.badData,
  'no-input': EXIT.noInput,
  io: EXIT.io,
  locked: EXIT.locked,
  'expectation-failed': EXIT.refused,
};

export class Trouble extends Error {
  readonly code: TroubleCode;

  /** `message` says what was found, what was expected and what to try. */
  constructor(code: TroubleCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }

  get exitCode(): number {
    return EXIT_OF_TROUBLE[this.code];
  }
}

export function usage(message: string): Trouble {
  return new Trouble('usage', message);
}
