/** What the tests of this folder share: opening outcomes, and random machines with random commands. */
import fc from 'fast-check';
import { FIT_NAMES, HOLE_ORDERS } from '../../../../shared/status.ts';
import type { Outcome, Refusal } from '../../outcome.ts';
import type { SegmentRequest } from '../allocation.ts';
import { type SegmentationOptions, SegmentSpace } from '../segment-space.ts';

/** Bytes [1000, 2000), five segments, first fit, address order, coalescing, unless told otherwise. */
export function machine(options: SegmentationOptions = {}): SegmentSpace {
  return new SegmentSpace({ maxSegments: 5, base: 1000, space: 1000, ...options });
}

/** The answer of an operation that must succeed. */
export function done<Answer>(outcome: Outcome<Answer>) {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}

/** The refusal of an operation that must be refused. */
export function refused(outcome: Outcome<unknown>): Refusal {
  if (outcome.ok) throw new Error('it was not refused');
  return outcome.refusal;
}

/** What happened, as one line. */
export function text<Answer>(outcome: Outcome<Answer>): string {
  return done(outcome)
    .happenings.map((happening) => happening.text)
    .join(' | ');
}

export type Operation =
  | { readonly kind: 'alloc'; readonly request: SegmentRequest }
  | { readonly kind: 'free'; readonly id: number }
  | { readonly kind: 'resize'; readonly id: number; readonly limit: number }
  | { readonly kind: 'compact' };

const limits = fc.integer({ min: 1, max: 40 });
const ids = fc.nat({ max: 11 });

/** Bytes [1000, 1200), so that random bases often hit. */
export const SMALL_SPACE = { maxSegments: 10, base: 1000, space: 200 } as const;

/** Machines of every fit, order and layout. */
export const machines: fc.Arbitrary<SegmentationOptions> = fc.record({
  maxSegments: fc.constant(SMALL_SPACE.maxSegments),
  base: fc.constant(SMALL_SPACE.base),
  space: fc.constant(SMALL_SPACE.space),
  fit: fc.constantFrom(...FIT_NAMES),
  holeOrder: fc.constantFrom(...HOLE_ORDERS),
  coalesce: fc.boolean(),
  header: fc.constantFrom(0, 0, 4),
  align: fc.constantFrom(1, 1, 8),
});

const requests: fc.Arbitrary<SegmentRequest> = fc.record(
  {
    limit: limits,
    base: fc.integer({ min: 990, max: 1210 }),
    fit: fc.constantFrom(...FIT_NAMES),
    grows: fc.constantFrom('up' as const, 'down' as const),
  },
  { requiredKeys: ['limit'] },
);

export const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('alloc' as const), request: requests }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('alloc' as const), request: fc.record({ limit: limits }) }),
    },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('free' as const), id: ids }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('resize' as const), id: ids, limit: limits }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'compact' as const }) },
  ),
  { maxLength: 60, size: 'max' },
);

export function perform(space: SegmentSpace, operation: Operation): Outcome<object> {
  if (operation.kind === 'alloc') return space.alloc(operation.request);
  if (operation.kind === 'free') return space.free(operation.id);
  if (operation.kind === 'resize') return space.resize(operation.id, operation.limit);
  return space.compact();
}
