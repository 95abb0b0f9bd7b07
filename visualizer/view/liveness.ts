/**
 * What is to be said about the file and about the tracker behind it. Pure: the clock and whether a process is
 * alive come in as arguments.
 *
 * A tracker that was run for one command has ended by the time anyone looks: that is no news. One that came in
 * by any other door works on, so its silence is worth a word, and so is its end.
 */
import type { Status } from '../../shared/status.ts';
import type { Observation } from '../observation.ts';

/** A tracker in mid-run that has been silent for so long is called stale. */
export const STALE_MS = 10_000;

export type Liveness =
  | { readonly state: 'waiting' }
  | { readonly state: 'live' }
  | { readonly state: 'stale'; readonly silentMs: number }
  | { readonly state: 'gone'; readonly pid: number }
  | {
      readonly state: 'bad';
      readonly line: number;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly state: 'unreadable'; readonly reason: string };

export interface Sighting {
  readonly observation: Observation;
  /** The last status that could be read, if any. */
  readonly status: Status | null;
  /** Milliseconds since it changed. */
  readonly silentMs: number;
  readonly isAlive: (pid: number) => boolean;
}

export function livenessOf({ observation, status, silentMs, isAlive }: Sighting): Liveness {
  if (observation.kind === 'missing') return { state: 'waiting' };
  if (observation.kind === 'bad') return { state: 'bad', ...observation.problem };
  if (observation.kind === 'unreadable') return { state: 'unreadable', reason: observation.reason };
  if (status === null || status.door === 'command') return { state: 'live' };
  if (!isAlive(status.tracker)) return { state: 'gone', pid: status.tracker };
  // A menu waits for a person, as long as that takes.
  return silentMs >= STALE_MS && status.door !== 'menu' ? { state: 'stale', silentMs } : { state: 'live' };
}
