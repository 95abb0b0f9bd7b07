/** What an analysis is to do, as plain data that can be sent to a thread, and what that costs. */
import type { PolicyName } from '../../../shared/status.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { PolicyOptions } from '../../memory/paging/paging.ts';
import type { Analysis } from './analysis.ts';
import { LruCurve } from './lru-curve.ts';
import { MachineFaults } from './machine-faults.ts';
import { OptCurve } from './opt-curve.ts';
import { OptFaults } from './opt-faults.ts';
import { SeveralSizes } from './several-sizes.ts';

export type Specification =
  | { readonly kind: 'lru-curve'; readonly frameCounts: readonly number[] }
  | {
      readonly kind: 'several-sizes';
      readonly policy: 'fifo' | 'clock';
      readonly frameCounts: readonly number[];
      readonly refOnLoad: boolean;
    }
  | { readonly kind: 'opt-curve'; readonly frameCounts: readonly number[] }
  | { readonly kind: 'opt-faults'; readonly frames: number; readonly references: number }
  | {
      readonly kind: 'machine';
      readonly policy: PolicyName;
      readonly frames: number;
      readonly options: PolicyOptions;
    };

export function createAnalysis(specification: Specification): Analysis {
  switch (specification.kind) {
    case 'lru-curve':
      return new LruCurve(specification.frameCounts);
    case 'several-sizes':
      return new SeveralSizes(specification.policy, specification.frameCounts, specification.refOnLoad);
    case 'opt-curve':
      return new OptCurve(specification.frameCounts);
    case 'opt-faults':
      return new OptFaults(specification.frames, specification.references);
    case 'machine':
      return new MachineFaults(specification.policy, specification.frames, specification.options);
    default:
      return unreachable(specification);
  }
}

/** About how long one reference takes, in nanoseconds: for sharing work out, not for promises. */
export function nanosecondsPerReference(specification: Specification): number {
  switch (specification.kind) {
    case 'lru-curve':
      return 8;
    case 'several-sizes':
      return 4 + specification.frameCounts.length;
    case 'opt-curve':
      return 20;
    case 'opt-faults':
      return 8;
    case 'machine':
      return 20;
    default:
      return unreachable(specification);
  }
}

/** About how much memory it takes, in bytes, for a trace of `distinctPages` pages. */
export function bytesOf(specification: Specification, distinctPages: number): number {
  const heldBy = (frames: number) => Math.min(frames, distinctPages);
  switch (specification.kind) {
    case 'lru-curve':
      return 32 * distinctPages;
    case 'several-sizes':
      return (
        8 * distinctPages + specification.frameCounts.reduce((sum, frames) => sum + 4 * heldBy(frames), 0)
      );
    case 'opt-curve':
      return 12 * Math.max(...specification.frameCounts);
    case 'opt-faults':
      return specification.references / 7;
    case 'machine':
      return 18 * distinctPages + 80 * heldBy(specification.frames);
    default:
      return unreachable(specification);
  }
}
