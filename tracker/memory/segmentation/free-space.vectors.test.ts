import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FitName, HoleOrder } from '../../../shared/status.ts';
import { SegmentSpace } from './segment-space.ts';

/** Answers of the OSTEP free-space simulator; see its homework for chapter 17. */
interface Case {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly input: {
    readonly heap_size: number;
    readonly base: number;
    readonly header_size: number;
    readonly align: number | null;
    readonly policy: 'BEST' | 'WORST' | 'FIRST';
    readonly list_order: keyof typeof ORDERS;
    readonly coalesce: boolean;
    readonly ops: readonly (readonly ['alloc' | 'free', number])[];
  };
  readonly expected: {
    readonly steps: readonly object[];
    readonly summary: Readonly<Record<string, number>>;
  };
}

const FITS = { BEST: 'best', WORST: 'worst', FIRST: 'first' } as const satisfies Record<string, FitName>;
const ORDERS = {
  ADDRSORT: 'address',
  'SIZESORT+': 'size-ascending',
  'SIZESORT-': 'size-descending',
  'INSERT-FRONT': 'front',
  'INSERT-BACK': 'back',
} as const satisfies Record<string, HoleOrder>;

// The file is ours and copied in: its shape is known.
const { cases } = JSON.parse(readFileSync(new URL('../vectors/freespace.json', import.meta.url), 'utf8')) as {
  cases: Case[];
};

/** There the second free of a handle takes the block from the address's new owner; here ids are refused instead. */
const freesAHandleTwice = ({ input }: Case) => {
  const frees = input.ops.filter(([verb]) => verb === 'free').map(([, handle]) => handle);
  return new Set(frees).size < frees.length;
};

function run({ input }: Case) {
  const space = new SegmentSpace({
    maxSegments: 1000,
    base: input.base,
    space: input.heap_size,
    fit: FITS[input.policy],
    holeOrder: ORDERS[input.list_order],
    coalesce: input.coalesce,
    header: input.header_size,
    align: input.align ?? 1,
  });
  /** The id of the k-th alloc; null where it was refused. */
  const handles: (number | null)[] = [];
  const steps = input.ops.map(([verb, argument]) => {
    if (verb === 'free') {
      const outcome = space.free(handles[argument] ?? -1);
      space.check();
      return { rc: outcome.ok ? 0 : -1, free_list: space.holes() };
    }
    const outcome = space.alloc({ limit: argument });
    space.check();
    handles.push(outcome.ok ? outcome.id : null);
    if (outcome.ok) {
      const { block, base, searched } = outcome;
      return { addr: block[0], payload: base, searched, free_list: space.holes() };
    }
    const searched = outcome.refusal.code === 'no-hole' ? outcome.refusal.holes : -1;
    return { addr: null, payload: null, searched, free_list: space.holes() };
  });
  return { steps, space, handles };
}

describe('the free-space vectors', () => {
  it('are 64, of which the two that free a handle twice are left out: there the new owner loses its block', () => {
    expect(cases).toHaveLength(64);
    const skipped = cases.filter(freesAHandleTwice).map(({ id }) => id);
    expect(skipped).toEqual(['freespace-v-032', 'freespace-v-033']);
    expect(skipped).toEqual(cases.filter(({ tags }) => tags.includes('double-free')).map(({ id }) => id));
  });

  for (const vector of cases.filter((candidate) => !freesAHandleTwice(candidate))) {
    it(`agree on ${vector.id}: ${vector.name}`, () => {
      const { steps, space, handles } = run(vector);
      expect(steps).toEqual(vector.expected.steps);
      const { freeBytes, holes, largestHole } = space.fragmentation();
      expect({
        allocs_ok: handles.filter((id) => id !== null).length,
        allocs_failed: handles.filter((id) => id === null).length,
        total_searched: steps.reduce((sum, step) => sum + ('searched' in step ? (step.searched ?? 0) : 0), 0),
        final_free_bytes: freeBytes,
        final_free_chunks: holes,
        final_largest_free: largestHole,
      }).toEqual(vector.expected.summary);
    });
  }

  it('have a second free refused here, where the first one made the id unknown', () => {
    const twice = cases.find(({ id }) => id === 'freespace-v-032');
    expect(twice && run(twice).steps).toEqual(twice?.expected.steps);
  });
});
