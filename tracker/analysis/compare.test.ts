import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_NAMES, type PolicyName } from '../../shared/status.ts';
import { Paging, type PolicyOptions } from '../memory/paging/paging.ts';
import { nextUses } from '../memory/replacement/next-use.ts';
import { beladyAnomaly } from './belady.ts';
import { compareReferences, type Result } from './compare.ts';
import type { References } from './reference-string.ts';

const BELADY = '1 2 3 4 1 2 5 1 2 3 4 5';

function references(pages: readonly number[], writes: readonly boolean[] = []): References {
  const marks = Uint8Array.from(pages, (_, i) => (writes[i] ? 1 : 0));
  return { pages: Float64Array.from(pages), writes: marks };
}

const someReferences = fc
  .array(fc.tuple(fc.nat(6), fc.boolean()), { minLength: 1, maxLength: 40, size: 'max' })
  .map((all) =>
    references(
      all.map(([page]) => page),
      all.map(([, write]) => write),
    ),
  );

/** The fewest faults any sequence of evictions could lead to, by trying them all. */
function fewestFaults({ pages }: References, frames: number): number {
  let best = new Map<string, number>([['', 0]]);
  for (const page of pages) {
    const next = new Map<string, number>();
    const reach = (resident: number[], faults: number) => {
      const key = resident.toSorted((a, b) => a - b).join(' ');
      next.set(key, Math.min(next.get(key) ?? Number.POSITIVE_INFINITY, faults));
    };
    for (const [key, faults] of best) {
      const resident = key === '' ? [] : key.split(' ').map(Number);
      if (resident.includes(page)) reach(resident, faults);
      else if (resident.length < frames) reach([...resident, page], faults + 1);
      else
        for (const victim of resident)
          reach([...resident.filter((each) => each !== victim), page], faults + 1);
    }
    best = next;
  }
  return Math.min(...best.values());
}

/** The same without a shortcut: every page under its own number, every frame there. */
function oneByOne(
  { pages, writes }: References,
  policy: PolicyName,
  frames: number,
  options: PolicyOptions,
): Pick<Result, 'faults' | 'hits'> {
  const paging = new Paging({
    ...options,
    totalFrames: frames,
    pageSize: 1,
    policy,
    future: nextUses(pages),
  });
  const process = paging.openProcess('P');
  pages.forEach((page, i) => {
    paging.touch(process, page, writes[i] === 1);
  });
  const { faults, hits } = paging.counters;
  return { faults, hits };
}

describe('comparing policies', () => {
  it('answers faults and hits, policy by policy and frame count by frame count', async () => {
    const string = references(BELADY.split(' ').map(Number));
    expect(await compareReferences(string, ['fifo', 'lru'], [3, 4])).toEqual({
      policies: [{ policy: 'fifo' }, { policy: 'lru' }],
      references: 12,
      distinctPages: 5,
      results: [
        { policy: 'fifo', frames: 3, faults: 9, hits: 3 },
        { policy: 'fifo', frames: 4, faults: 10, hits: 2 },
        { policy: 'lru', frames: 3, faults: 10, hits: 2 },
        { policy: 'lru', frames: 4, faults: 8, hits: 4 },
      ],
      within: [
        { policy: 'fifo', ofAll: false, frames: [null, null, null] },
        { policy: 'lru', ofAll: true, frames: [5, 5, 5] },
      ],
    });
  });

  it('finds the fewest frames within 10 % of the cold faults for lru and opt, whatever is measured', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(24), { minLength: 1, maxLength: 60 }), async (pages) => {
        const string = references(pages);
        const all = Array.from({ length: 25 }, (_, i) => i + 1);
        const { results, distinctPages, within } = await compareReferences(string, ['lru', 'opt'], all);
        for (const { policy, frames } of within) {
          const enough = results.find(
            (each) => each.policy === policy && 10 * each.faults <= 11 * distinctPages,
          );
          expect(frames[2]).toBe(enough?.frames);
        }
        expect((await compareReferences(string, ['lru', 'opt'], [3])).within).toEqual(within);
      }),
    );
  });

  it('faults once a page where there are frames for all of them', async () => {
    const string = references(BELADY.split(' ').map(Number));
    const { results } = await compareReferences(string, POLICY_NAMES, [5, 1_000_000]);
    expect(results.map(({ faults }) => faults)).toEqual(POLICY_NAMES.flatMap(() => [5, 5]));
  });

  it('begins each run with an empty machine', async () => {
    const string = references([0, 1, 2, 0, 3]);
    const { results } = await compareReferences(string, ['random', 'random'], [2, 2]);
    expect(new Set(results.map(({ faults }) => faults)).size).toBe(1);
  });

  it('has no results for no references', async () => {
    expect((await compareReferences(references([]), ['opt'], [3])).results).toEqual([
      { policy: 'opt', frames: 3, faults: 0, hits: 0 },
    ]);
  });

  it('takes page numbers as large as there are', async () => {
    const string = references([2 ** 52, 0, 2 ** 52]);
    expect((await compareReferences(string, ['lru'], [2])).results[0]).toMatchObject({ faults: 2, hits: 1 });
  });

  it('rests within a long run, says how far it is, and goes on from there', async () => {
    const string = references(Array.from({ length: 2500 }, (_, i) => (i * i) % 97));
    const shares: (number | null)[] = [];
    const rest = async (_: number, progress: { share: number | null }) => void shares.push(progress.share);
    const { results } = await compareReferences(string, POLICY_NAMES, [5], {}, rest);
    const expected = POLICY_NAMES.map((policy) => ({
      policy,
      frames: 5,
      ...oneByOne(string, policy, 5, {}),
    }));
    expect(results).toEqual(expected);
    expect(shares.slice(0, 3)).toEqual([1024 / 2500, 2048 / 2500, 1]);
    expect(shares).toContain(null);
  });

  it('counts what a machine counts that is told of one reference after the other', async () => {
    const frameCounts = [1, 2, 3, 5, 9];
    const options = fc.record({
      refOnLoad: fc.boolean(),
      period: fc.integer({ min: 1, max: 9 }),
      keepCounts: fc.boolean(),
      seed: fc.nat(),
    });
    const distances = fc.constantFrom(1, 1000, 2 ** 40);
    await fc.assert(
      fc.asyncProperty(someReferences, distances, options, async ({ pages, writes }, distance, told) => {
        const string = { pages: pages.map((page) => page * distance), writes };
        const { results } = await compareReferences(string, POLICY_NAMES, frameCounts, told);
        const expected = POLICY_NAMES.flatMap((policy) =>
          frameCounts.map((frames) => ({ policy, frames, ...oneByOne(string, policy, frames, told) })),
        );
        expect(results).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('OPT', () => {
  it('never faults more than any other policy', async () => {
    await fc.assert(
      fc.asyncProperty(someReferences, fc.integer({ min: 1, max: 7 }), async (string, frames) => {
        const { results } = await compareReferences(string, POLICY_NAMES, [frames], { period: 3 });
        const opt = results.find(({ policy }) => policy === 'opt')?.faults ?? 0;
        for (const { faults } of results) expect(opt).toBeLessThanOrEqual(faults);
      }),
      { numRuns: 300 },
    );
  });

  it('is as good as the best of all possible choices', async () => {
    await fc.assert(
      fc.asyncProperty(someReferences, fc.integer({ min: 1, max: 4 }), async (string, frames) => {
        const [opt] = (await compareReferences(string, ['opt'], [frames])).results;
        expect(opt?.faults).toBe(fewestFaults(string, frames));
      }),
      { numRuns: 100 },
    );
  });
});

describe.each(['lru', 'opt'] as const)('%s is a stack algorithm', (policy) => {
  it('and never faults more with more frames', async () => {
    await fc.assert(
      fc.asyncProperty(someReferences, async (string) => {
        const { results } = await compareReferences(string, [policy], [1, 2, 3, 4, 5, 6, 7]);
        results.forEach(({ faults }, i) => {
          expect(faults).toBeLessThanOrEqual(results[i - 1]?.faults ?? Number.POSITIVE_INFINITY);
        });
        expect(beladyAnomaly(policy, results)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
