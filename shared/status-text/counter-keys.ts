/** What was counted since `init` or `reset counters`: the keys from References to Write-Backs, checked against each other. */
import type { Counters } from '../status.ts';
import { type KeyLines, keyLine } from './keys.ts';

type PagingCounters = Omit<Counters, 'tlbHits' | 'tlbMisses'>;

export function counterLines(counters: Counters): string[] {
  return [
    keyLine('References', counters.references),
    keyLine('Hits', counters.hits),
    keyLine('Faults', counters.faults),
    keyLine('Cold Faults', counters.coldFaults),
    keyLine('Evictions', counters.evictions),
    keyLine('Write-Backs', counters.writeBacks),
  ];
}

/** References = hits + faults; a cold fault and an eviction are part of a fault, a write-back of an eviction. */
export function readCounters(keys: KeyLines): PagingCounters {
  const hits = keys.integer('Hits', { missing: 0 });
  const faults = keys.integer('Faults', { max: Number.MAX_SAFE_INTEGER - hits, missing: 0 });
  const references = keys.integer('References', { missing: hits + faults });
  if (references !== hits + faults) {
    keys.refuse('References', `"References: ${hits + faults}": Hits and Faults together`);
  }
  const evictions = keys.integer('Evictions', { max: faults, missing: 0 });
  return {
    references,
    hits,
    faults,
    coldFaults: keys.integer('Cold Faults', { max: faults, missing: 0 }),
    evictions,
    writeBacks: keys.integer('Write-Backs', { max: evictions, missing: 0 }),
  };
}
