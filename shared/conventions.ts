/**
 * The replacement policy, the TLB and the placement of segments in words. Textbooks differ: each convention that is not
 * the default is named with them, and each parameter, so that nobody compares numbers that were counted by different
 * rules.
 */
import { traitsOf } from './policy-traits.ts';
import type { HoleOrder, PolicyName, ReplacementStatus, SegmentationStatus, TlbStatus } from './status.ts';

/** A policy and what it was told; where it was not, the default is meant. */
export interface ToldPolicy
  extends Partial<Pick<ReplacementStatus, 'refOnLoad' | 'period' | 'keepCounts' | 'seed'>> {
  readonly policy: PolicyName;
}

/** `a load does not set R`, `R cleared every 1000 references`; those that the policy does not take are left aside. */
export function conventionsOf(told: ToldPolicy): string[] {
  const takes = traitsOf(told.policy);
  const conventions: string[] = [];
  if (takes.refOnLoad && told.refOnLoad === false) conventions.push('a load does not set R');
  if (takes.period !== undefined) {
    const period = told.period ?? takes.period;
    conventions.push(`R cleared ${period === 1 ? 'at each reference' : `every ${period} references`}`);
  }
  if (takes.keepCounts && told.keepCounts) conventions.push('counts kept at eviction');
  if (takes.seed !== undefined) conventions.push(`seed ${told.seed ?? takes.seed}`);
  return conventions;
}

/** `fifo`, `clock (a load does not set R)`. */
export function policyInWords(told: ToldPolicy): string {
  return named(told.policy, conventionsOf(told));
}

/** What a TLB does that is not the default. */
export function tlbConventionsOf({ flush }: Pick<TlbStatus, 'flush'>): string[] {
  return flush ? ['emptied when the process changes'] : [];
}

/** How the entries of a TLB are replaced: `lru`, `fifo (emptied when the process changes)`. */
export function tlbInWords(tlb: Pick<TlbStatus, 'policy' | 'flush'>): string {
  return named(tlb.policy, tlbConventionsOf(tlb));
}

/** How the list of holes is kept; `holes` stands before it. */
export const HOLE_ORDER_WORDS: Readonly<Record<HoleOrder, string>> = {
  address: 'by address',
  'size-ascending': 'smallest first',
  'size-descending': 'largest first',
  front: 'new ones first',
  back: 'new ones last',
};

export type Placement = Pick<SegmentationStatus, 'fit' | 'holeOrder' | 'coalesce' | 'header' | 'align'>;

export function placementOf({ fit, holeOrder, coalesce, header, align }: Placement): Placement {
  return { fit, holeOrder, coalesce, header, align };
}

/** How holes are chosen and kept: `first fit, holes by address`; then what else is not the default. */
export function placementInWords(placement: Placement): string[] {
  const { fit, holeOrder } = placement;
  return [`${fit} fit, holes ${HOLE_ORDER_WORDS[holeOrder]}`, ...blockConventionsOf(placement)];
}

/** The same in one, where any of it is not the default; else null. */
export function unusualPlacementInWords(placement: Placement): string | null {
  const { fit, holeOrder } = placement;
  const usual = fit === 'first' && holeOrder === 'address' && blockConventionsOf(placement).length === 0;
  return usual ? null : placementInWords(placement).join(', ');
}

/** How blocks are made and given back, where that is not the default. */
export function blockConventionsOf({ coalesce, header, align }: Placement): string[] {
  return [
    ...(coalesce ? [] : ['no coalescing']),
    ...(header === 0 ? [] : [`${header}-byte headers`]),
    ...(align === 1 ? [] : [`segments padded to ${align} bytes`]),
  ];
}

function named(policy: string, conventions: readonly string[]): string {
  return conventions.length === 0 ? policy : `${policy} (${conventions.join(', ')})`;
}
