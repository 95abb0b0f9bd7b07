import { setTimeout as sleep } from 'node:timers/promises';

/** Long after a signal to oneself has come. */
const PATIENCE_MS = 100;

/**
 * Stops this process and all of its group, as the terminal itself would at Ctrl-Z: npm, for one, waits for us otherwise.
 * Resolves when they go on. Where there is no shell to let them go on nothing stops, and it resolves soon.
 */
export async function stopForeground(): Promise<void> {
  const waiting = new AbortController();
  const resume = () => waiting.abort();
  process.once('SIGCONT', resume);
  process.kill(0, 'SIGTSTP');
  await sleep(PATIENCE_MS, null, waiting).catch(() => {
    // Aborted, for it goes on.
  });
  process.off('SIGCONT', resume);
}
