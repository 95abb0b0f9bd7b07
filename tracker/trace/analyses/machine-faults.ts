/** Any policy with one number of frames, by the engine that serves `access`: for policies that know no shortcut. */
import type { PolicyName } from '../../../shared/status.ts';
import { Paging, type PolicyOptions } from '../../memory/paging/paging.ts';
import type { Analysis, Results } from './analysis.ts';

export class MachineFaults implements Analysis {
  readonly #policy: PolicyName;
  readonly #frames: number;
  readonly #paging: Paging;
  readonly #process: number;
  /** The page of each id. */
  #pages = new Float64Array(0);

  constructor(policy: PolicyName, frames: number, options: PolicyOptions) {
    this.#policy = policy;
    this.#frames = frames;
    this.#paging = new Paging({ ...options, policy, totalFrames: frames, pageSize: 1 });
    this.#process = this.#paging.openProcess('trace');
  }

  add(references: Int32Array, distinctPages: number): void {
    // The engine is told the ids for pages: that they are small makes page tables plain arrays.
    if (distinctPages > this.#pages.length) {
      this.#pages = Float64Array.from({ length: Math.ceil(distinctPages * 1.25) }, (_, id) => id);
    }
    this.#paging.touchAll(this.#process, references, this.#pages);
  }

  results(): Results {
    const { faults } = this.#paging.counters;
    return { faults: [{ policy: this.#policy, frames: this.#frames, faults }] };
  }
}
