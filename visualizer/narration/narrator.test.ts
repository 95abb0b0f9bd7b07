import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { narrator } from '../testing/narration.ts';

describe('the narration of the file and its tracker', () => {
  it('tells of a missing, a damaged and an unreadable file, once each, and when it is back', () => {
    const watch = narrator({ file: 'mine.txt' });
    const [waiting] = watch.observe({ kind: 'missing' });
    expect(waiting).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:00:00 WAITING: mine.txt is not there yet; to make it, type in the folder \S+: npm run -s tracker -- --file mine.txt alloc/,
    );
    expect(watch.wait(1000)).toEqual([]);
    expect(watch.seen(exampleStatus())[0]).toBe('LIVE: mine.txt');
    const problem = { line: 17, found: 'x\u0007', expected: 'a number' };
    expect(watch.observe({ kind: 'bad', problem })[0]).toMatch(
      /^\d\d:00:01 BAD FILE: mine.txt:17: found x.*, expected a number; revision 17 was the last/,
    );
    expect(watch.observe({ kind: 'unreadable', reason: 'permission denied' })[0]).toMatch(
      /UNREADABLE: mine.txt: permission denied; revision 17/,
    );
    expect(watch.observe({ kind: 'missing' })[0]).toMatch(/WAITING: mine.txt is gone; revision 17/);
    expect(watch.seen(exampleStatus({ revision: 18 }))).toEqual([
      'LIVE: mine.txt',
      expect.stringContaining('revision 18: '),
    ]);
  });

  it('says of a file that is back as it was only that it is there', () => {
    const watch = narrator();
    const status = exampleStatus({ door: 'script', written: '2026-11-23T12:00:00.000Z' });
    watch.seen(status);
    watch.observe({ kind: 'missing' });
    watch.wait(5000);
    expect(watch.observe({ kind: 'back' })).toEqual([expect.stringMatching(/ LIVE: memory_status.txt$/)]);
    // Its tracker has been silent all the time.
    expect(watch.wait(5000)[0]).toMatch(/STALE: the tracker, process 4242, has been silent for 10 s/);
    watch.observe({ kind: 'missing' });
    expect(watch.observe({ kind: 'back' })).toEqual([expect.stringMatching(/ STALE: .* for 10 s/)]);
  });

  it('tells of a tracker that falls silent in mid-run, goes on, and ends', () => {
    const watch = narrator();
    const status = exampleStatus({ door: 'script', written: '2026-11-23T12:00:00.000Z' });
    watch.seen(status);
    expect(watch.wait(9000)).toEqual([]);
    expect(watch.wait(1000)[0]).toMatch(/STALE: the tracker, process 4242, has been silent for 10 s/);
    expect(watch.wait(5000)).toEqual([]);
    expect(watch.seen({ ...status, revision: 18 })[0]).toBe('LIVE: memory_status.txt');
    watch.end();
    expect(watch.wait(1000)[0]).toMatch(/TRACKER GONE: process 4242/);
    expect(watch.wait(60_000)).toEqual([]);
  });

  it('tells what a tracker has left before it tells that it has gone', () => {
    const watch = narrator();
    const status = exampleStatus({ door: 'script' });
    watch.seen(status);
    watch.end();
    expect(watch.seen({ ...status, revision: 18 })).toEqual([
      expect.stringMatching(/^revision 18: /),
      expect.stringMatching(/^TRACKER GONE: process 4242/),
    ]);
    expect(watch.wait(1000)).toEqual([]);
  });

  it('says the date with the first line of a day', () => {
    const watch = narrator();
    expect(watch.observe({ kind: 'missing' })[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d WAITING/);
    watch.wait(24 * 3600 * 1000);
    expect(watch.observe({ kind: 'unreadable', reason: 'no' })[0]).toMatch(/^\d{4}-\d\d-\d\d /);
  });
});
