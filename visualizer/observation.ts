/** What one look at the status file found. */
import type { Status } from '../shared/status.ts';

export type Observation =
  | { readonly kind: 'ok'; readonly status: Status; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'bad';
      readonly problem: { readonly line: number; readonly found: string; readonly expected: string };
    }
  /** It is there, and the system does not let us have it. */
  | { readonly kind: 'unreadable'; readonly reason: string };
