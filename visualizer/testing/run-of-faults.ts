/** A run that goes on for as long as a test likes, of which the file soon has forgotten the beginning. */
import { MAX_EVENTS, type Status, type StatusEvent } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';

/** Its status at a revision: each is a fault that evicts, two events, but the 20th, which is a hit. The file keeps the last 32. */
export function run(revision: number): Status {
  const events = Array.from({ length: revision }, (_, index): StatusEvent[] => {
    const [page, frame] = [index + 8, index % 8];
    const happened = { revision: index + 1, time: index + 1, frame, candidates: [] };
    if (index === 19) return [{ ...happened, kind: 'hit', text: 'a hit' }];
    const candidates = [{ pid: 'P1', page: index, frame, number: `used at ${index}` }];
    return [
      { ...happened, kind: 'evict', text: `P1 page ${index} left`, candidates },
      { ...happened, kind: 'fault', text: `P1 page ${page} came` },
    ];
  });
  const { paging } = exampleStatus();
  return exampleStatus({
    revision,
    events: events.flat().slice(-MAX_EVENTS),
    paging: { ...paging, time: 11 + revision },
  });
}
