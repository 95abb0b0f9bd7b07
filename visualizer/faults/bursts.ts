/** Bursts of changes, each of which ends with one that must be on the screen soon. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Place } from './place.ts';
import { type Kind, Watcher } from './watcher.ts';

/** From the last change of a burst until it is shown, at most. */
const SOON_MS = 1200;

/** How a burst goes: changes a second and how many of them, or two, so many milliseconds apart. */
export type Burst = { readonly hertz: number; readonly changes: number } | { readonly gapMs: number };

/** Bursts at one file, one after another; answers after how many milliseconds the last change of each was shown. */
export async function burstsAt(kind: Kind, bursts: readonly Burst[]): Promise<number[]> {
  const place = new Place();
  const watcher = await Watcher.start(kind, place.file);
  const shown: number[] = [];
  for (const burst of bursts) {
    if ('gapMs' in burst) await pair(place, burst.gapMs);
    else await row(place, burst.hertz, burst.changes);
    shown.push(await watcher.showsRevision(place.revision, SOON_MS));
    // So that the next begins at any moment between two looks.
    await sleep(Math.random() * 150);
  }
  return shown;
}

async function pair(place: Place, gapMs: number): Promise<void> {
  place.replace();
  if (gapMs > 0) await sleep(gapMs);
  place.replace();
}

/** Timers are late: whatever is due by then is done. */
async function row(place: Place, hertz: number, changes: number): Promise<void> {
  const start = performance.now();
  for (let done = 0; done < changes; ) {
    const due = Math.min(changes, 1 + Math.floor(((performance.now() - start) * hertz) / 1000));
    for (; done < due; done++) place.replace();
    if (done < changes) await sleep(Math.max(1, start + (done * 1000) / hertz - performance.now()));
  }
}
