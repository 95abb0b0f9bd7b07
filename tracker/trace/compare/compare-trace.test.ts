import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { POLICY_NAMES, type PolicyName } from '../../../shared/status.ts';
import { slowCounts } from '../testing/slow-faults.ts';
import { EXAMPLE, slowReferences } from '../testing/slow-trace.ts';
import { TraceSource } from '../trace-source.ts';
import { compareTrace } from './compare-trace.ts';

const FAST: readonly PolicyName[] = ['fifo', 'lru', 'clock', 'opt'];
const BY_MACHINE = POLICY_NAMES.filter((policy) => !FAST.includes(policy));

function compare(policies: readonly PolicyName[], frameCounts: readonly number[], pageSize: number) {
  const source = new TraceSource(EXAMPLE, Readable.from([]));
  return compareTrace(source, { policies, frameCounts, pageSize, policyOptions: {} });
}

describe.each([
  [4096, 127, [1, 2, 3, 4, 7, 16, 17, 31, 33, 64, 100, 126, 127, 128, 500]],
  [256, 938, [1, 2, 5, 16, 18, 63, 200, 400, 937, 938, 939]],
])('the example trace in pages of %i bytes', (pageSize, distinctPages, frameCounts) => {
  const slow = slowReferences(pageSize);

  it('has its references and pages', async () => {
    const comparison = await compare(['lru'], [1], pageSize);
    expect(comparison).toMatchObject({
      references: slow.length,
      distinctPages,
      format: 'lackey',
      badLines: 0,
    });
    expect(new Set(slow.map(({ page }) => page)).size).toBe(distinctPages);
  });

  it.each(FAST)(
    'has the page faults of the definition under %s, from one frame to more than there are pages',
    async (policy) => {
      const { results } = await compare([policy], frameCounts, pageSize);
      const counted = frameCounts.map((frames) => {
        const { faults } = slowCounts(policy, slow, frames);
        return { policy, frames, faults, hits: slow.length - faults };
      });
      expect(results).toEqual(counted);
    },
  );

  it.each(BY_MACHINE)('and under %s', async (policy) => {
    const some = [2, 33, distinctPages];
    const { results } = await compare([policy], some, pageSize);
    expect(results.map(({ faults }) => faults)).toEqual(
      some.map((frames) => slowCounts(policy, slow, frames).faults),
    );
  });
});

describe('a comparison', () => {
  const asked = {
    policies: ['fifo', 'lfu', 'opt'] as const,
    frameCounts: [2, 16],
    pageSize: 4096,
    policyOptions: {},
  };

  it('is the same from standard input, and of a trace that is too long to be held', async () => {
    const fromFile = await compareTrace(new TraceSource(EXAMPLE, Readable.from([])), asked);
    const stdin = createReadStream(EXAMPLE, { highWaterMark: 1000 });
    expect(await compareTrace(new TraceSource('-', stdin), asked)).toEqual(fromFile);
    const readAgain = { ...asked, policies: ['fifo', 'lfu'] as const, hold: 1000 };
    const { results } = await compareTrace(new TraceSource(EXAMPLE, Readable.from([])), readAgain);
    const withoutOpt = fromFile.results.filter(({ policy }) => policy !== 'opt');
    expect(results).toEqual(withoutOpt);
    const longPipe = new TraceSource('-', createReadStream(EXAMPLE, { highWaterMark: 1000 }));
    expect((await compareTrace(longPipe, readAgain)).results).toEqual(withoutOpt);
  });

  it('holds the conventions it is told', async () => {
    const source = new TraceSource(EXAMPLE, Readable.from([]));
    const told = {
      policies: ['clock'] as const,
      frameCounts: [16],
      pageSize: 4096,
      policyOptions: { refOnLoad: false },
    };
    const { results } = await compareTrace(source, told);
    const { faults } = slowCounts('clock', slowReferences(4096), 16, { refOnLoad: false });
    expect(results).toMatchObject([{ policy: 'clock', frames: 16, faults }]);
  });
});
