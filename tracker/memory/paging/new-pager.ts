/** A pager at the beginning: no process, every frame free, the counters at zero. */
import { POLICIES } from '../replacement/registry.ts';
import { FrameTable } from './frame-table.ts';
import { FreeFrameList } from './free-frame-list.ts';
import { Pager } from './pager.ts';
import { type PagingOptions, settingsOf } from './paging-options.ts';
import { ProcessTable } from './process-table.ts';
import { Tally } from './tally.ts';
import { Tlb } from './tlb.ts';

/** Throws on a frame count or page size that cannot be. */
export function newPager(options: PagingOptions): Pager {
  const { totalFrames, future } = options;
  const settings = settingsOf(options);
  const { policy, period, keepCounts, seed } = settings;
  const frames = new FrameTable(totalFrames);
  const state = { period, keepCounts, hand: 0, sincePeriod: 0, randomState: seed };
  return new Pager({
    settings,
    frames,
    free: FreeFrameList.ofAll(totalFrames),
    processes: new ProcessTable(),
    policy: POLICIES[policy].create(frames, future === undefined ? state : { ...state, future }),
    tlb: settings.tlb.entries === 0 ? null : new Tlb(totalFrames, settings.tlb),
    tally: new Tally(),
    now: 0,
  });
}
