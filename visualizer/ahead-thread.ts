/**
 * What runs in the thread that reads ahead. It is its own entry: whoever starts it imports this file for its place, so that
 * it is found in the sources and in a bundle alike.
 */
import { isMainThread, type MessagePort, workerData } from 'node:worker_threads';
import {
  type ChecksumAhead,
  checksumAhead,
  readUsesAhead,
  type UsesAhead,
} from '../shared/status-text/ahead.ts';

export const THREAD_URL = new URL(import.meta.url);

/** What the thread is started with. `role` tells it from threads that others start. */
export interface ThreadStart {
  readonly role: 'reading ahead';
  /** Brings requests, and takes the answers. */
  readonly port: MessagePort;
  readonly progress: Int32Array;
}

/** Where in `progress` stands the number of the request that was begun last, and where how many answers were given. */
export const BEGUN = 0;
export const TOLD = 1;

export interface ToThread {
  readonly request: number;
  /** In shared memory. */
  readonly bytes: Uint8Array;
}

/** To a request come two, one with each. */
export interface FromThread {
  readonly request: number;
  readonly uses?: UsesAhead | null;
  readonly checksum?: ChecksumAhead | null;
}

if (!isMainThread && isStart(workerData)) serve(workerData);

function isStart(data: unknown): data is ThreadStart {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === 'reading ahead';
}

function serve({ port, progress }: ThreadStart): void {
  const tell = (answer: FromThread, columns: readonly ArrayBufferView[] = []): void => {
    // They are handed over and not copied.
    port.postMessage(
      answer,
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
    Atomics.add(progress, TOLD, 1);
    Atomics.notify(progress, TOLD);
  };
  port.on('message', ({ request, bytes }: ToThread) => {
    Atomics.store(progress, BEGUN, request);
    const uses = readUsesAhead(bytes);
    const { starts, counts, times } = uses?.runs ?? {};
    tell(
      { request, uses },
      [starts, counts, times, uses?.frames].filter((column) => column !== undefined),
    );
    tell({ request, checksum: checksumAhead(bytes) });
  });
}
