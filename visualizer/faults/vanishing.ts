/**
 * Does to a watched status file whatever can happen to one. The visualizer says what is the matter, goes on, and shows
 * the file again soon after it is there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from '../../shared/status-file/status-file-error.ts';
import { Place } from './place.ts';
import { type Kind, Watcher, type WatcherOptions } from './watcher.ts';
import { WAYS, type Way } from './ways-to-vanish.ts';

/** Until the state is said, or the file that is back is shown: at most. */
const SOON_MS = 2500;
/** Until a change of a file that is watched again is shown: at most. */
const AGAIN_MS = 1200;
/** More would wait for one another. */
const AT_ONCE = 6;

export interface Return {
  readonly saidMs: number;
  readonly backMs: number;
}

/** Tries all of them, several at a time; answers for each how long it took. */
export async function vanishAll(
  ways: readonly Way[],
  kind: Kind,
  options: WatcherOptions = {},
): Promise<Map<string, Return>> {
  const left = [...ways];
  const returns = new Map<string, Return>();
  const worker = async (): Promise<void> => {
    for (let way = left.shift(); way; way = left.shift()) {
      try {
        returns.set(way.happens, await vanish(way, kind, options));
      } catch (error) {
        throw new Error(`a file that ${way.happens}: ${(error as Error).message}`, { cause: error });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return returns;
}

/** Answers how long it took to say so, and until the file was shown again; fails where that was not soon. */
async function vanish(way: Way, kind: Kind, options: WatcherOptions): Promise<Return> {
  const { gone, said, back = (place) => place.restore(), target = ({ file }) => file } = way;
  const place = new Place();
  const watcher = await Watcher.start(kind, place.file, options);
  await gone(place);
  const saidMs = said
    ? await watcher.shows(said, SOON_MS)
    : await watcher.showsRevision(place.revision, SOON_MS);
  back(place);
  const backMs = said ? await watcher.shows(/LIVE/, SOON_MS) : 0;
  place.replace(target(place));
  await watcher.showsRevision(place.revision, SOON_MS);
  place.replace(target(place));
  await watcher.showsRevision(place.revision, AGAIN_MS);
  return { saidMs, backMs };
}

/** One thing after another happens to it, `steps` times, before it is there again; answers after how long it was shown. */
export async function vanishAtRandom(kind: Kind, steps: number): Promise<number[]> {
  const place = new Place();
  const watcher = await Watcher.start(kind, place.file);
  const backMs: number[] = [];
  for (let step = 0; step < steps; step++) {
    const happened: string[] = [];
    for (let more = 1 + Math.floor(Math.random() * 4); more > 0; more--) {
      const way = STAYING[Math.floor(Math.random() * STAYING.length)];
      if (!way) continue;
      happened.push(way.happens);
      try {
        await way.gone(place);
      } catch (error) {
        // What happened before has left nothing for this to happen to.
        happened.push(errnoOf(error));
      }
      await sleep(Math.random() * 300);
    }
    place.remake();
    try {
      backMs.push(await watcher.showsRevision(place.revision, SOON_MS));
      place.replace();
      await watcher.showsRevision(place.revision, AGAIN_MS);
    } catch (error) {
      throw new Error(`after ${happened.join(', ')}: ${(error as Error).message}`, { cause: error });
    }
  }
  return backMs;
}

/** Those that leave its root where it is. */
const STAYING = WAYS.filter(({ happens }) => !happens.includes('whose directory'));
