import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecencyTimeline } from './recency-timeline.ts';

describe('the recency timeline', () => {
  it('answers how many pages are later than the one taken out, through many compactions', () => {
    const pages = 700;
    fc.assert(
      fc.property(fc.array(fc.nat(pages - 1), { minLength: 5000, maxLength: 8000 }), (uses) => {
        const timeline = new RecencyTimeline();
        const list: number[] = [];
        timeline.admit(pages);
        for (const page of uses) {
          const place = list.indexOf(page);
          expect(timeline.remove(page)).toBe(place < 0 ? -1 : list.length - 1 - place);
          if (place >= 0) list.splice(place, 1);
          timeline.add(page);
          list.push(page);
        }
      }),
      { numRuns: 4 },
    );
  });

  it('has room for pages that are admitted later', () => {
    const timeline = new RecencyTimeline();
    timeline.admit(1);
    timeline.add(0);
    timeline.admit(5000);
    for (let page = 1; page < 5000; page++) timeline.add(page);
    expect(timeline.remove(0)).toBe(4999);
    expect(timeline.remove(4999)).toBe(0);
  });
});
