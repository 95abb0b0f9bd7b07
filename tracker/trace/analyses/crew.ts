/**
 * A crew of analyses: all of them are shown the same references, and answer in the end. Small work is done right here;
 * large work in threads, each with a share of the analyses, which read the references where they are.
 */
import { availableParallelism } from 'node:os';
import { type Results, show } from './analysis.ts';
import { createAnalysis, nanosecondsPerReference, type Specification } from './specification.ts';

export interface Crew {
  /**
   * Shows `references` to all analyses. `shown` is called when nobody looks at them any more; resolves as soon as
   * there may be more. For threads they must lie in a SharedArrayBuffer.
   */
  add(references: Int32Array, distinctPages: number, shown: () => void): Promise<void>;
  /** What each analysis found, in the order of the specifications. */
  results(): Promise<readonly Results[]>;
  /** Ends it, finished or not. */
  close(): Promise<void>;
}

/** Work below this is done before threads have started. */
const WORTH_THREADS_NS = 150e6;
const MOST_THREADS = 8;

/** `references`: how many there will be, about. */
export async function crewOf(specifications: readonly Specification[], references: number): Promise<Crew> {
  const work = references * specifications.reduce((sum, each) => sum + nanosecondsPerReference(each), 0);
  if (work > WORTH_THREADS_NS) {
    const { ThreadCrew, threadsCanRun } = await import('./thread-crew.ts');
    const threads = Math.min(specifications.length, availableParallelism(), MOST_THREADS);
    if (await threadsCanRun()) return ThreadCrew.start(specifications, threads);
  }
  return new SoloCrew(specifications);
}

class SoloCrew implements Crew {
  readonly #analyses;

  constructor(specifications: readonly Specification[]) {
    this.#analyses = specifications.map(createAnalysis);
  }

  async add(references: Int32Array, distinctPages: number, shown: () => void): Promise<void> {
    show(this.#analyses, references, distinctPages);
    shown();
  }

  async results(): Promise<readonly Results[]> {
    return this.#analyses.map((analysis) => analysis.results());
  }

  async close(): Promise<void> {
    // There is nothing to end.
  }
}
