import { describe, expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';
import { slowCounts } from '../../trace/testing/slow-faults.ts';
import { EXAMPLE, slowReferences } from '../../trace/testing/slow-trace.ts';

describe('trace', () => {
  it('summarizes the example: kinds, pages, locality, the busiest pages', async () => {
    const slow = slowReferences(4096);
    const counts = new Map<number, number>();
    for (const { page } of slow) counts.set(page, (counts.get(page) ?? 0) + 1);
    const busiest = [...counts].sort(([, a], [, b]) => b - a).slice(0, 3);
    const share = (frames: number) => 1 - slowCounts('lru', slow, frames).faults / slow.length;
    expect(await new Place().json('trace', EXAMPLE, '--busiest', '3')).toEqual({
      ok: true,
      command: 'trace',
      revision: null,
      references: slow.length,
      kinds: { fetch: 152549, load: 34052, store: 12053, modify: 1482 },
      distinctPages: 127,
      pageSize: 4096,
      footprint: 127 * 4096,
      locality: [1, 2, 8, 64].map((pages) => ({ pages, share: expect.closeTo(share(pages), 10) })),
      busiest: busiest.map(([page, references]) => ({ page, references })),
      format: 'lackey',
      badLines: 0,
    });
  });

  it('says it in words', async () => {
    const { stdout } = await new Place().tell(['trace', '-'], '# two pages\n0 4096 W 4097 0x1002\n');
    expect(stdout).toBe(
      [
        'stdin: 4 references to 2 pages of 4096 bytes (8 KiB)',
        '',
        '   loads   3   75.0 %',
        '   stores  1   25.0 %',
        '',
        'References that go to one of the last',
        '   1 page     50.0 %',
        '   2 pages    50.0 %',
        '   8 pages    50.0 %',
        '   64 pages   50.0 %',
        '',
        'The busiest pages, and where they begin',
        '   page 1  0x1000  3   75.0 %',
        '   page 0  0x0     1   25.0 %',
        '',
      ].join('\n'),
    );
  });

  it('takes formats by name and pages of any size, and counts bad lines', async () => {
    const args = ['trace', '-', '--format', 'dinero', '--page-size', '16', '--skip-bad', '--json'];
    const { stdout, stderr } = await new Place().tell(args, '0 10\n1 1f\nbad\n2 20\n');
    expect(JSON.parse(stdout)).toMatchObject({
      kinds: { fetch: 1, load: 1, store: 1, modify: 0 },
      distinctPages: 2,
      badLines: 1,
    });
    expect(stderr).toBe('tracker: stdin: 1 bad line passed over\n');
  });

  it('says what to say of a trace that looks like dinero, and is not told by content', async () => {
    const read = async (text: string, ...args: string[]) =>
      (await new Place().tell(['trace', '-', ...args], text)).stderr;
    const notice =
      'tracker: stdin: read as numbers; if it is a dinero trace, which looks alike, say --format dinero\n';
    expect(await read('0 10\n1 20\n0 30\n')).toBe(notice);
    expect(await read('0 10\n1 20\n2 40000c\n')).toMatch(
      new RegExp(
        `^${notice}tracker: stdin:3: found '2 40000c', .*; other formats need --format dinero \\(--skip-bad`,
      ),
    );
    for (const numbers of ['0 10\n', '0 10\n3 20\n', '0 10 20\n1 20 30\n', '16\n32\n'])
      expect(await read(numbers)).toBe('');
    for (const format of ['dinero', 'numbers'])
      expect(await read('0 10\n1 20\n', '--format', format)).toBe('');
  });

  it.each([
    [['trace'], 64, 'TRACE is missing'],
    [['trace', 'nowhere'], 66, 'there is no file nowhere'],
    [['trace', '.'], 66, 'it is a directory'],
    [['trace', EXAMPLE, '--page-size', '100'], 64, 'expected a power of two'],
    [['trace', EXAMPLE, '--busiest', '0'], 64, '--busiest: found 0, expected a whole number from 1 to 1000'],
    [['trace', EXAMPLE, '--format', 'numbers'], 65, ':1: found'],
  ])('refuses %j with %i', async (args, exit, message) => {
    const { code, stderr } = await new Place().tell(args);
    expect(code).toBe(exit);
    expect(stderr).toContain(message);
  });
});
