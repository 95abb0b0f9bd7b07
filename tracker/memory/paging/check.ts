/** The invariants of the paging half, each checked the slow way: a broken one is a bug, and throws. */
import type { Pager } from './pager.ts';
import { leastRecentlyUsedFirst } from './use-order.ts';

export function check(pager: Pager): void {
  checkFrames(pager);
  checkTimes(pager);
  checkPageTables(pager);
  checkCounters(pager);
  checkTlb(pager);
}

/** Every frame is free exactly once or used exactly once, and a used one's page points back at it. */
function checkFrames({ frames, free, processes }: Pager): void {
  const inFreeList = new Uint8Array(frames.total);
  for (const frame of free.toArray()) inFreeList[frame] = (inFreeList[frame] ?? 0) + 1;
  for (let frame = 0; frame < frames.total; frame++) {
    const owner = frames.owner[frame] ?? -1;
    const used = owner >= 0;
    expect(
      inFreeList[frame] === (used ? 0 : 1),
      `frame ${frame} is free ${inFreeList[frame]} times, used: ${used}`,
    );
    expect(frames.loads.has(frame) === used, `frame ${frame} is not in the order of loads as it should be`);
    if (!used) continue;
    const page = frames.page[frame] ?? -1;
    const { pid, table } = processes.at(owner);
    expect(
      table.entry(page) === frame,
      `frame ${frame} says ${pid} page ${page}, whose entry is ${table.entry(page)}`,
    );
  }
  expect(free.length + frames.loads.length === frames.total, 'free and used frames do not add up');
}

/** Load and use times are unique, in the past, and in the order of their lists. */
function checkTimes({ frames, now }: Pager): void {
  let latest = -1;
  for (const frame of frames.loads.toArray()) {
    const loadedAt = frames.loadedAt[frame] ?? -1;
    expect(loadedAt > latest && loadedAt <= now, `frame ${frame} was loaded at ${loadedAt}, after ${latest}`);
    latest = loadedAt;
  }
  latest = -1;
  for (const frame of leastRecentlyUsedFirst(frames)) {
    const usedAt = frames.usedAt[frame] ?? -1;
    const loadedAt = frames.loadedAt[frame] ?? -1;
    expect(usedAt > latest && usedAt <= now && usedAt >= loadedAt, `frame ${frame} was used at ${usedAt}`);
    latest = usedAt;
  }
}

function checkPageTables({ processes, frames }: Pager): void {
  let pages = 0;
  let residentInAll = 0;
  for (const { pid, slot, table, resident, waste, open } of processes) {
    expect(processes.at(slot).pid === pid, `slot ${slot} is not ${pid}'s`);
    let valid = 0;
    let found = 0;
    let highest = -1;
    table.forEach((page, entry) => {
      valid++;
      expect(page > highest && table.entry(page) === entry, `${pid} page ${page} is out of order`);
      highest = page;
      if (entry < 0) return;
      found++;
      expect(
        frames.owner[entry] === slot && frames.page[entry] === page,
        `${pid} page ${page} is not in frame ${entry}`,
      );
    });
    expect(valid === table.valid && highest === table.highest, `${pid} has ${valid} pages up to ${highest}`);
    expect(found === resident, `${pid} has ${found} resident pages, not ${resident}`);
    expect(valid > 0 || open, `${pid} has no page and goes on`);
    for (const page of waste.keys())
      expect(table.anyValid(page, page), `${pid} page ${page} is gone, its waste is not`);
    pages += valid;
    residentInAll += found;
  }
  expect(pages === processes.pages, `${pages} pages, counted as ${processes.pages}`);
  expect(residentInAll === frames.loads.length, 'resident pages and used frames do not add up');
}

function checkCounters({ tally, now }: Pager): void {
  const { references, hits, faults, coldFaults, evictions, writeBacks } = tally.at(now);
  expect(hits >= 0 && references === hits + faults, `${references} references are not ${hits} + ${faults}`);
  expect(
    coldFaults <= faults && evictions <= faults && writeBacks <= evictions,
    'the counters contradict each other',
  );
}

function checkTlb({ tlb, settings, frames }: Pager): void {
  if (tlb === null) return;
  expect(tlb.length <= settings.tlb.entries, `${tlb.length} TLB entries`);
  for (const frame of tlb.toArray()) {
    const owner = frames.owner[frame] ?? -1;
    expect(owner >= 0, `the TLB has an entry for the free frame ${frame}`);
    expect(
      !settings.tlb.flush || owner === tlb.process,
      `frame ${frame} is another process's, and in the TLB`,
    );
  }
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`broken invariant: ${otherwise}`);
}
