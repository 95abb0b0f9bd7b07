import { describe, expect, it } from 'vitest';
import { ProgressBar, progressInWords } from './progress-bar.ts';

describe('the progress of long work', () => {
  it('says how much is done, how fast, and how long it still takes', () => {
    const line = progressInWords({ references: 7_612_416, faults: 12_877, share: 0.375 }, 30_000);
    expect(line).toBe('███████▌             37 %  7,612,416 references  253,747/s  12,877 faults  0:50 left');
  });

  it('makes no promise where nobody knows how much there is', () => {
    const line = progressInWords({ references: 90_000_000, faults: 1, share: null }, 1500);
    expect(line).toBe('90,000,000 references  60.0 M/s  1 fault');
  });

  it('speaks of one reference as such', () => {
    expect(progressInWords({ references: 1, share: null }, 0)).toBe('1 reference');
  });

  it('counts hours where there are any', () => {
    expect(progressInWords({ references: 1, faults: 0, share: 0.01 }, 60_000)).toContain('1:39:00 left');
  });

  it('is drawn ten times a second on one line, cut to the terminal, and leaves nothing', () => {
    const written: string[] = [];
    const bar = new ProgressBar({ columns: 10, write: (text) => written.push(text) }, 0);
    const progress = () => ({ references: 1, faults: 1, share: 0.5 });
    for (const now of [0, 99, 100, 150, 210]) bar.update(now, progress);
    bar.clear();
    bar.clear();
    expect(written).toEqual(['\r\u001b[K█████████', '\r\u001b[K█████████', '\r\u001b[K']);
  });

  it('is drawn whole on a terminal that does not know its width', () => {
    const written: string[] = [];
    const bar = new ProgressBar({ columns: 0, write: (text) => written.push(text) }, 0);
    bar.update(100, () => ({ references: 1, share: null }));
    expect(written).toEqual(['\r\u001b[K1 reference  10/s']);
  });

  it('times each part by itself', () => {
    const written: string[] = [];
    const bar = new ProgressBar({ columns: 99, write: (text) => written.push(text) }, 0);
    const at = (now: number, part: string) => bar.update(now, () => ({ part, references: 1000, share: 0.5 }));
    at(1000, 'reading');
    at(2000, 'reading');
    at(3000, 'clock');
    expect(written.map((line) => line.split('%  ')[1])).toEqual([
      'reading: 1,000 references',
      'reading: 1,000 references  1,000/s  0:01 left',
      'clock: 1,000 references',
    ]);
  });
});
