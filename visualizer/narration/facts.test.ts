import { describe, expect, it } from 'vitest';
import { exampleStatus, frameRuns } from '../../shared/testing/example-status.ts';
import { narrator, paging, told } from '../testing/narration.ts';

describe('the narration of a change', () => {
  const before = exampleStatus();

  it('says holes and fragmentation where they changed, and the next victim', () => {
    const watch = narrator();
    watch.seen(before);
    const segmentation = { ...before.segmentation, holes: [{ base: 1000, size: 50 }] };
    const [line] = watch.seen({
      ...before,
      revision: 18,
      segmentation,
      paging: { ...before.paging, nextVictim: 2 },
    });
    expect(line).toContain(
      '>99% of 64 KiB in segments; holes 1000:50; external fragmentation 1 − largest 50 B ÷ free 50 B = 0%',
    );
    expect(line).toContain('next victim: frame 2, P1 page 2');
  });

  it('says the next victim, and that there is none any more', () => {
    expect(told(paging({ nextVictim: 2 }), paging({ nextVictim: 2 }), before)).toEqual([
      'next victim: frame 2, P1 page 2.',
      '.',
      'no next victim.',
    ]);
  });

  it('counts evictions and write-backs, the free-frame list and internal fragmentation, as they change', () => {
    const counters = { ...before.paging.counters, evictions: 2, writeBacks: 1 };
    const [first] = before.paging.processes;
    if (!first) throw new Error('no process');
    const processes = [{ ...first, waste: [] }, ...before.paging.processes.slice(1)];
    expect(
      told(
        paging({ counters }),
        paging({ counters, processes }),
        paging({ counters, processes, freeList: frameRuns([7, 1]) }),
        paging({ counters, processes, freeList: frameRuns() }),
      ),
    ).toEqual([
      '2 evictions; 1 write-back.',
      'internal fragmentation 0 B in pages.',
      '7 of 8 frames used (88%); free-frame list: 7.',
      '8 of 8 frames used (100%); free-frame list: empty.',
    ]);
  });

  it('says that there is nothing in segments any more', () => {
    const holes = [{ base: 1000, size: 65_536 }];
    const [line] = told({ ...before, segmentation: { ...before.segmentation, segments: [], holes } });
    expect(line).toMatch(/^0% of 64 KiB in segments; holes 1000:65536; /);
  });
});
