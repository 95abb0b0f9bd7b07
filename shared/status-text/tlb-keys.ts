/** The TLB's settings and counts: the keys from TLB Entries to TLB Misses. None of them where there is no TLB. */
import {
  type Counters,
  MAX_TLB_ENTRIES,
  NAME_PATTERN,
  type PagingStatus,
  type TlbStatus,
} from '../status.ts';
import { type KeyLines, keyLine, yesOrNo } from './keys.ts';

type TlbCounters = Pick<Counters, 'tlbHits' | 'tlbMisses'>;

/** Policy and flush are settings, and may be chosen for a TLB that is not there. */
export function tlbLines({ tlb, counters }: PagingStatus): string[] {
  const present = tlb.entries > 0;
  return [
    ...(present ? [keyLine('TLB Entries', tlb.entries)] : []),
    ...(present || tlb.policy !== 'lru' ? [keyLine('TLB Policy', tlb.policy)] : []),
    ...(present || tlb.flush ? [keyLine('TLB Flush', yesOrNo(tlb.flush))] : []),
    ...(tlb.process === null ? [] : [keyLine('TLB Process', tlb.process)]),
    ...(present ? [keyLine('TLB Hits', counters.tlbHits), keyLine('TLB Misses', counters.tlbMisses)] : []),
  ];
}

export function readTlb(keys: KeyLines): Omit<TlbStatus, 'content'> {
  const entries = keys.integer('TLB Entries', { max: MAX_TLB_ENTRIES, missing: 0 });
  const flush = keys.yes('TLB Flush', false);
  return {
    entries,
    flush,
    policy: keys.choice('TLB Policy', ['lru', 'fifo'], 'lru'),
    process: readProcess(keys, flush),
  };
}

/** Whose entries are in the TLB: only where another process's references empty it. */
function readProcess(keys: KeyLines, flush: boolean): string | null {
  if (!flush || !keys.has('TLB Process')) return null;
  const process = keys.text('TLB Process');
  return NAME_PATTERN.test(process)
    ? process
    : keys.refuse('TLB Process', '"TLB Process: " and the name of a process');
}

/** Every reference is a hit or a miss of the TLB, and a page whose translation it holds is resident. */
export function readTlbCounters(
  keys: KeyLines,
  entries: number,
  references: number,
  hits: number,
): TlbCounters {
  if (entries === 0) return { tlbHits: 0, tlbMisses: 0 };
  const tlbHits = keys.integer('TLB Hits', { max: hits, missing: 0 });
  const tlbMisses = keys.integer('TLB Misses', { missing: references - tlbHits });
  if (tlbHits + tlbMisses !== references) {
    keys.refuse('TLB Misses', `"TLB Misses: ${references - tlbHits}": References less TLB Hits`);
  }
  return { tlbHits, tlbMisses };
}
