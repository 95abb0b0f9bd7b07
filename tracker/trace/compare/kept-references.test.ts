import { describe, expect, it } from 'vitest';
import { KeptReferences } from './kept-references.ts';

/** Chunks of these lengths, of references counted from 0. */
function chunksOf(...lengths: number[]): Int32Array[] {
  let next = 0;
  return lengths.map((length) => {
    const chunk = new Int32Array(new SharedArrayBuffer(4 * length));
    return chunk.map(() => next++);
  });
}

async function seenAgain(kept: KeptReferences): Promise<number[] | null> {
  const chunks = kept.chunks(7);
  if (chunks === null) return null;
  const seen: number[] = [];
  for await (const { references, distinctPages, release } of chunks) {
    expect(distinctPages).toBe(7);
    seen.push(...references);
    release();
  }
  return seen;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('kept references', () => {
  it('are in memory as far as they may be, in the very chunks that came', async () => {
    const kept = new KeptReferences({ inMemory: 10, beyond: 'forget' });
    const chunks = chunksOf(6, 4);
    expect(chunks.map((chunk) => kept.add(chunk))).toEqual([true, true]);
    expect(kept.inMemory).toEqual(chunks);
    expect(await seenAgain(kept)).toEqual(upTo(10));
  });

  it('are forgotten beyond that', async () => {
    const kept = new KeptReferences({ inMemory: 9, beyond: 'forget' });
    expect(chunksOf(6, 4, 2).map((chunk) => kept.add(chunk))).toEqual([true, false, false]);
    expect(kept.inMemory).toBeNull();
    expect(await seenAgain(kept)).toBeNull();
  });

  it('or are in a file, from which they come as often as they are wanted', async () => {
    const kept = new KeptReferences({ inMemory: 9, beyond: 'store' });
    for (const chunk of chunksOf(6, 70_000, 2, 70_000)) {
      // Whoever reads the trace writes over a chunk that is not needed.
      if (!kept.add(chunk)) chunk.fill(-1);
    }
    expect(await seenAgain(kept)).toEqual(upTo(140_008));
    expect(await seenAgain(kept)).toEqual(upTo(140_008));
    kept.close();
    expect(await seenAgain(kept)).toBeNull();
  });
});
