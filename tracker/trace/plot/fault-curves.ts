/** The page-fault curves of a comparison, ready to be drawn: faults over frames, a line for each policy. */
import type { ToldPolicy } from '../../../shared/conventions.ts';
import type { Comparison } from '../../analysis/compare.ts';
import { type Axis, axisOf } from './axis.ts';

export interface Curve {
  readonly told: ToldPolicy;
  /** Ascending frame counts. */
  readonly points: readonly { readonly frames: number; readonly faults: number }[];
}

export interface FaultCurves {
  readonly curves: readonly Curve[];
  readonly x: Axis;
  readonly y: Axis;
  readonly references: number;
  /** No policy has fewer. */
  readonly coldFaults: number;
}

/** `ticks`: about how many values are to be written along the two axes. */
export function faultCurves(
  comparison: Comparison,
  ticks: { readonly x: number; readonly y: number },
): FaultCurves {
  const { policies, results, references, distinctPages } = comparison;
  const curves = policies.map((told) => ({
    told,
    points: results.filter(({ policy }) => policy === told.policy).toSorted((a, b) => a.frames - b.frames),
  }));
  const x = axisOf(
    results.map(({ frames }) => frames),
    ticks.x,
    'least',
  );
  const y = axisOf([...results.map(({ faults }) => faults), distinctPages], ticks.y);
  return { curves, x, y, references, coldFaults: distinctPages };
}
