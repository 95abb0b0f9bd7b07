/**
 * A crew of analyses: all of them are shown the same references, and answer in the end. A solo crew does the work right
 * here; one in threads (thread-crew.ts) reads the references where they are.
 */
import { type Results, show } from './analysis.ts';
import { createAnalysis, type Specification } from './specification.ts';

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

export class SoloCrew implements Crew {
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
