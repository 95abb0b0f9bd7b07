/** What one look at the status file found. */
import type { Status } from '../shared/status.ts';

export type Observation =
  /** The bytes of a large file only until another is observed: their memory is used again. */
  | { readonly kind: 'ok'; readonly status: Status; readonly bytes: Uint8Array }
  /** It can be read again, and is byte for byte what it was when that was so last. */
  | { readonly kind: 'back' }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'bad';
      readonly problem: { readonly line: number; readonly found: string; readonly expected: string };
    }
  /** It is there, and the system does not let us have it. */
  | { readonly kind: 'unreadable'; readonly reason: string };
