/**
 * What runs in the thread that reads ahead. It is its own entry: whoever starts it imports this file for its place, so that
 * it is found in the sources and in a bundle alike.
 */
import { isMainThread, workerData } from 'node:worker_threads';
import { checksumAhead, readUsesAhead } from '../shared/status-text/ahead.ts';
import { ASKED, BEGUN, type FromThread, type ThreadStart, TOLD, type ToThread } from './ahead-messages.ts';

export const THREAD_URL = new URL(import.meta.url);

if (!isMainThread && isStart(workerData)) serve(workerData);

function isStart(data: unknown): data is ThreadStart {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === 'reading ahead';
}

function serve({ port, progress }: ThreadStart): void {
  const wake = (): void => {
    Atomics.add(progress, TOLD, 1);
    Atomics.notify(progress, TOLD);
  };
  const tell = (answer: FromThread, columns: readonly ArrayBufferView[] = []): void => {
    // They are handed over and not copied.
    port.postMessage(
      answer,
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
    wake();
  };
  port.on('message', ({ request, bytes }: ToThread) => {
    const isLast = (): boolean => Atomics.load(progress, ASKED) === request;
    if (!isLast()) return;
    Atomics.store(progress, BEGUN, request);
    try {
      const uses = readUsesAhead(bytes);
      tell({ request, uses }, uses ? [...Object.values(uses.runs), uses.frames] : []);
      if (isLast()) tell({ request, checksum: checksumAhead(bytes) });
    } catch (error) {
      // The bytes of an earlier request may have been written over meanwhile.
      if (isLast()) throw error;
    }
  });
  // Nobody waits for what will not come.
  process.once('exit', () => {
    Atomics.store(progress, BEGUN, 0);
    wake();
  });
}
