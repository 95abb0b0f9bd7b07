/** A crew in threads. Chunks of references are sent ahead, as many as keep everybody busy. */
import { Worker } from 'node:worker_threads';
import { runsAsThread } from '../../../shared/runs-as-thread.ts';
import type { Results } from './analysis.ts';
import type { FromThread, ThreadOrder, ToThread } from './analysis-thread.ts';
import type { Crew } from './crew.ts';
import { nanosecondsPerReference, type Specification } from './specification.ts';

/** Chunks that somebody has not seen yet, at most. */
const MOST_AHEAD = 8;

/** Whether a thread can be started from the sources as they are. */
export async function threadsCanRun(): Promise<boolean> {
  const { THREAD_URL } = await import('./analysis-thread.ts');
  return runsAsThread(THREAD_URL);
}

interface Member {
  readonly thread: Worker;
  /** Which of all specifications are its. */
  readonly share: readonly number[];
  results: readonly Results[] | null;
}

export class ThreadCrew implements Crew {
  readonly #members: readonly Member[];
  /** By chunk: how many members have not seen it, and what to do when all have. */
  readonly #ahead = new Map<number, { unseen: number; shown: () => void }>();
  #chunks = 0;
  #failure: Error | null = null;
  #wake: () => void = () => {};

  private constructor(members: readonly Member[]) {
    this.#members = members;
    for (const member of members) {
      member.thread.on('message', (message: FromThread) => this.#hear(member, message));
      member.thread.on('error', (error) => {
        this.#failure = error;
        this.#wake();
      });
    }
  }

  static async start(specifications: readonly Specification[], threads: number): Promise<ThreadCrew> {
    const { THREAD_URL } = await import('./analysis-thread.ts');
    const members = sharesOf(specifications, threads).map((share) => {
      const order: ThreadOrder = {
        role: 'trace analysis',
        specifications: specifications.filter((_, i) => share.includes(i)),
      };
      return { thread: new Worker(THREAD_URL, { workerData: order }), share, results: null };
    });
    return new ThreadCrew(members);
  }

  async add(references: Int32Array, distinctPages: number, shown: () => void): Promise<void> {
    const chunk = this.#chunks++;
    this.#ahead.set(chunk, { unseen: this.#members.length, shown });
    this.#tell({ say: 'look', chunk, references, distinctPages });
    await this.#until(() => this.#ahead.size < MOST_AHEAD);
  }

  async results(): Promise<readonly Results[]> {
    this.#tell({ say: 'finish' });
    await this.#until(() => this.#members.every(({ results }) => results !== null));
    const found: Results[] = [];
    for (const { share, results } of this.#members) {
      for (const [k, each] of (results ?? []).entries()) found[share[k] ?? 0] = each;
    }
    return found;
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(({ thread }) => thread.terminate()));
  }

  #tell(message: ToThread): void {
    for (const { thread } of this.#members) thread.postMessage(message);
  }

  #hear(member: Member, message: FromThread): void {
    if (message.say === 'found') member.results = message.results;
    else {
      const chunk = this.#ahead.get(message.chunk);
      if (chunk && --chunk.unseen === 0) {
        this.#ahead.delete(message.chunk);
        chunk.shown();
      }
    }
    this.#wake();
  }

  /** Waits until it is so. Throws what a thread threw. */
  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !this.#failure) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure) throw this.#failure;
  }
}

/** Shares the work out: the longest first, each to whoever has least so far; ascending within a share. */
function sharesOf(specifications: readonly Specification[], threads: number): number[][] {
  const costs = specifications.map(nanosecondsPerReference);
  const longestFirst = costs.map((_, i) => i).sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0));
  const shares = Array.from({ length: threads }, () => ({ work: 0, share: [] as number[] }));
  for (const i of longestFirst) {
    const least = shares.reduce((a, b) => (b.work < a.work ? b : a));
    least.work += costs[i] ?? 0;
    least.share.push(i);
  }
  return shares.map(({ share }) => share.sort((a, b) => a - b));
}
