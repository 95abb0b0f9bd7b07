/** Any policy with one number of frames, by the engine that serves `access`: for policies that know no shortcut. */
import type { PolicyName } from '../../../shared/status.ts';
import { Paging, type PagingOptions } from '../../memory/paging/paging.ts';
import { KIND_BITS, WRITES } from '../reference.ts';
import type { Analysis, Results } from './analysis.ts';

export type PolicyOptions = Pick<PagingOptions, 'refOnLoad' | 'period' | 'keepCounts' | 'seed'>;

export class MachineFaults implements Analysis {
  readonly #policy: PolicyName;
  readonly #frames: number;
  readonly #paging: Paging;
  readonly #process: number;

  constructor(policy: PolicyName, frames: number, options: PolicyOptions) {
    this.#policy = policy;
    this.#frames = frames;
    this.#paging = new Paging({ ...options, policy, totalFrames: frames, pageSize: 1 });
    this.#process = this.#paging.openProcess('trace');
  }

  add(references: Int32Array): void {
    const paging = this.#paging;
    const process = this.#process;
    for (let i = 0; i < references.length; i++) {
      const word = references[i] as number;
      paging.touch(process, word >> KIND_BITS, (word & WRITES) !== 0);
    }
  }

  results(): Results {
    const { faults } = this.#paging.counters;
    return { faults: [{ policy: this.#policy, frames: this.#frames, faults }] };
  }
}
