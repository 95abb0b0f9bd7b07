/** Which of the recent events are shown: in a long run of hits the few that matter are hard to find. */
import type { EventKind, StatusEvent } from '../../shared/status.ts';

interface Filter {
  /** After the word events, so short that there is always room for it; empty where nothing is left out. */
  readonly words: string;
  readonly keeps: (kind: EventKind) => boolean;
}

const FILTERS = {
  all: { words: '', keeps: () => true },
  'no hits': { words: 'without hits', keeps: (kind) => kind !== 'hit' },
  faults: { words: 'of faults', keeps: (kind) => kind === 'fault' || kind === 'evict' },
  segments: { words: 'of segments', keeps: (kind) => kind.startsWith('segment-') },
} as const satisfies Readonly<Record<string, Filter>>;

export type EventFilter = keyof typeof FILTERS;

const NEXT: Readonly<Record<EventFilter, EventFilter>> = {
  all: 'no hits',
  'no hits': 'faults',
  faults: 'segments',
  segments: 'all',
};

export function nextFilter(filter: EventFilter): EventFilter {
  return NEXT[filter];
}

export function filterInWords(filter: EventFilter): string {
  return FILTERS[filter].words;
}

export function filtered(events: readonly StatusEvent[], filter: EventFilter): readonly StatusEvent[] {
  if (filter === 'all') return events;
  return events.filter(({ kind }) => FILTERS[filter].keeps(kind));
}
