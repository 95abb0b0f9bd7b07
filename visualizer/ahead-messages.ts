/** What a thread that reads ahead and the one that it works for say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { ChecksumAhead, UsesAhead } from '../shared/status-text/ahead.ts';

/** What the thread is started with. `role` tells it from threads that others start. */
export interface ThreadStart {
  readonly role: 'reading ahead';
  /** Brings requests, and takes the answers. */
  readonly port: MessagePort;
  readonly progress: Int32Array;
}

/** Where in `progress` stand the number of the last request, of the one that was begun last, and how often answers were given. */
export const [ASKED, BEGUN, TOLD] = [0, 1, 2];

export interface ToThread {
  readonly request: number;
  /** In shared memory. */
  readonly bytes: Uint8Array;
}

/** To each request one of both. */
export type FromThread =
  | { readonly request: number; readonly uses: UsesAhead | null }
  | { readonly request: number; readonly checksum: ChecksumAhead | null };
