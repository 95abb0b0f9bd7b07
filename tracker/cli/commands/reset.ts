/** `reset counters`: the counters begin again; pages, frames and bits stay. */
import type { MemoryCommand } from '../command.ts';

export const resetCounters: MemoryCommand = {
  kind: 'memory',
  words: ['reset', 'counters'],
  summary: 'Count references, hits and faults from zero again; everything else stays',
  examples: [['reset counters', 'the next show counts from here']],
  changes: true,
  prepare() {
    return ({ paging }) => {
      paging.resetCounters();
      const happening = { kind: 'reset', frame: null, text: 'counters reset', candidates: [] } as const;
      return { ok: true, fields: {}, text: 'The counters begin at zero.', happenings: [happening] };
    };
  },
};
