/** For tests: the answer of an operation that must not be refused, or the code of one that must be. */
import type { Outcome } from '../../outcome.ts';

/** Throws if the operation was refused. */
export function done<Answer>(outcome: Outcome<Answer>) {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}

/** What the operation was refused with; null if it was done. */
export function refusal(outcome: Outcome<unknown>) {
  return outcome.ok ? null : outcome.refusal;
}
