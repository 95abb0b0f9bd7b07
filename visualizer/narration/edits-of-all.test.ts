/** Whatever an edit makes another in a status is told of: each value is made another in turn, so that none is forgotten. */
import { describe, expect, it } from 'vitest';
import {
  DIRTY,
  DISK,
  FRESH,
  type PageRuns,
  type PolicyName,
  REFERENCED,
  type Status,
  SWAPPED,
} from '../../shared/status.ts';
import { exampleStatus, pageRuns, timedRuns } from '../../shared/testing/example-status.ts';
import { changeInWords } from './change.ts';

/** Together they have all that a policy can have. */
const POLICIES: readonly PolicyName[] = ['clock', 'nru', 'random', 'lfu', 'aging'];

/** With a TLB, next fit, and counts of everything, so that nothing is without a meaning. */
function memory(policy: PolicyName): Status {
  const { paging, segmentation, ...others } = exampleStatus();
  const [first, second] = paging.processes;
  if (!first || !second) throw new Error('no process');
  const apart = pageRuns([0, 0, 2, FRESH | REFERENCED], [3, 2, 2, REFERENCED]);
  const table = pageRuns([0, DISK, 1, SWAPPED, 3], [1, 5, 1, REFERENCED, 2], [2, 4, 1, DIRTY, 1]);
  const uses = timedRuns([2, 1, 7], [4, 2, 10]);
  return {
    ...others,
    paging: {
      ...paging,
      processes: [
        { ...first, table: apart },
        { ...second, table },
      ],
      replacement: { ...paging.replacement, policy, keepCounts: true },
      nextVictim: 2,
      uses,
      counters: { ...paging.counters, evictions: 1, writeBacks: 1, tlbHits: 1, tlbMisses: 4 },
      tlb: {
        entries: 4,
        policy: 'lru',
        flush: true,
        process: 'P1',
        content: [{ pid: 'P1', page: 2, frame: 2 }],
      },
    },
    segmentation: { ...segmentation, fit: 'next' },
  };
}

type Edit = readonly [path: string, edited: unknown];

/** The value with one of all that is in it made another, for each in turn. */
function editsOf(value: unknown, path = ''): Edit[] {
  if (Array.isArray(value)) {
    const without = value.map((_, index): Edit => [`${path}[${index}]`, value.toSpliced(index, 1)]);
    const within = value.flatMap((each, index) =>
      editsOf(each, `${path}[${index}]`).map(([where, edited]): Edit => [where, value.with(index, edited)]),
    );
    return [...without, ...within];
  }
  if (value instanceof Int32Array || value instanceof Float64Array) {
    return Array.from(value, (each, index): Edit => [`${path}[${index}]`, value.with(index, each + 1)]);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => {
      const where = path === '' ? key : `${path}.${key}`;
      const edits = each instanceof Uint8Array ? bitsOf(each, value, where) : editsOf(each, where);
      return edits.map(([place, edited]): Edit => [place, { ...value, [key]: edited }]);
    });
  }
  // A count that is 0 is said in other words than one that is not.
  if (typeof value === 'number') {
    return [[path, value + 1], ...(value === 0 ? [] : [[`${path} 0`, 0] satisfies Edit])];
  }
  if (typeof value === 'boolean') return [[path, !value]];
  return [[path, 'another']];
}

/** Each bit that the pages of a run may have, set or cleared. */
function bitsOf(bits: Uint8Array, { frames }: Partial<PageRuns>, path: string): Edit[] {
  return Array.from(bits).flatMap((each, run) => {
    const possible = frames?.[run] === DISK ? [SWAPPED] : [REFERENCED, DIRTY, FRESH];
    return possible.map((bit): Edit => [`${path}[${run}] ${bit}`, bits.with(run, each ^ bit)]);
  });
}

describe('an edit by hand', () => {
  it('of anything that a status has is told of, under one policy at least', () => {
    const silent = POLICIES.map((policy) => {
      const before = memory(policy);
      const unsaid = editsOf(before).filter(([, edited]) =>
        changeInWords(before, edited as Status)[0]?.includes('in nothing that is told'),
      );
      return new Set(unsaid.map(([path]) => path));
    });
    const [first = new Set<string>(), ...others] = silent;
    const forgotten = [...first].filter((path) => others.every((paths) => paths.has(path)));
    expect(forgotten).toEqual([]);
  });
});
