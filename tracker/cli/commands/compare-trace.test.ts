import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';
import { slowCounts } from '../../trace/testing/slow-faults.ts';
import { EXAMPLE, slowReferences } from '../../trace/testing/slow-trace.ts';

describe('compare TRACE', () => {
  it('speaks of one byte, one page and one frame as such', async () => {
    const { stdout } = await new Place().tell(
      ['compare', '-', '--page-size', '1', '--policies', 'lru', '--frames', '2'],
      '5 5',
    );
    expect(stdout).toContain('pages of 1 byte\n');
    expect(stdout).toContain('Frames within 1 %, 5 %, 10 % of the 1 cold fault:\n   lru  1  1  1\n');
  });

  it("says at how many steps Belady's anomaly shows, where that is more than one", async () => {
    const compare = ['compare', EXAMPLE, '--policies', 'clock', '--frames', '1-128'];
    const { stdout } = await new Place().tell(compare);
    expect(stdout).toContain(
      'clock has 185 faults with 55 frames, and 189 with 56; its faults rise at 14 of the 127 steps to more frames.\n',
    );
  });

  it('compares the usual policies with powers of two, up to where the whole program fits', async () => {
    const answer = await new Place().json('compare', EXAMPLE);
    expect(answer).toMatchObject({
      ok: true,
      references: 200_136,
      distinctPages: 127,
      pageSize: 4096,
      format: 'lackey',
      coldFaults: 127,
      lruWithin: { '1%': 97, '5%': 82, '10%': 77 },
    });
    const policies = ['fifo', 'lru', 'clock', 'opt'];
    const counts = [1, 2, 4, 8, 16, 32, 64, 128];
    expect(answer.results).toMatchObject(
      policies.flatMap((policy) => counts.map((frames) => ({ policy, frames }))),
    );
  });

  it('finds the fewest frames near the cold faults for lru and opt, whatever is measured', async () => {
    const slow = slowReferences(4096);
    const args = ['compare', EXAMPLE, '--policies', 'clock,opt', '--frames', '16,128'];
    const [, ...lines] = (await new Place().tell(args)).stdout.split('Frames within');
    expect(lines.join('').replaceAll(/ +/g, ' ')).toBe(
      ' 1 %, 5 %, 10 % of the 127 cold faults:\n opt 66 61 56\n lru 97 82 77\nOf the frame counts measured:\n clock 128 128 128\n',
    );
    for (const [percent, frames] of [
      [1, 66],
      [5, 61],
      [10, 56],
    ] as const) {
      const most = (127 * (100 + percent)) / 100;
      expect(slowCounts('opt', slow, frames).faults).toBeLessThanOrEqual(most);
      expect(slowCounts('opt', slow, frames - 1).faults).toBeGreaterThan(most);
    }
  });

  it('draws the curves in the terminal and into a file', async () => {
    const place = new Place();
    const file = `${place.directory}/curves.svg`;
    const args = ['compare', EXAMPLE, '--policies', 'lru', '--frames', '1-64', '--plot', '--svg', file];
    const { stdout } = await place.tell(args);
    expect(stdout).toContain('L lru  ┄ cold faults');
    expect(stdout).toContain(`The curves are in ${file}.`);
    expect(readFileSync(file, 'utf8')).toContain('Page faults of ');
    expect(existsSync(place.file)).toBe(false);
  });

  it('draws over neither the status file nor the trace, by whatever name', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '1']);
    const trace = `${place.directory}/trace.txt`;
    writeFileSync(trace, '4096\n');
    symlinkSync(trace, `${place.directory}/link.svg`);
    const before = readFileSync(place.file);
    for (const [file, over] of [
      [place.file, 'memory_status.txt'],
      [`${place.directory}/link.svg`, 'trace.txt'],
    ] as const) {
      const { code, stderr } = await place.tell(['compare', trace, '--svg', file]);
      expect(code).toBe(64);
      expect(stderr).toMatch(new RegExp(`--svg would overwrite .*${over}`));
    }
    expect(readFileSync(place.file)).toEqual(before);
    expect(readFileSync(trace, 'utf8')).toBe('4096\n');
  });

  it.each([
    [['compare', EXAMPLE, '--refs', '1 2'], 64, 'say what to compare'],
    [['compare', EXAMPLE, '--steps'], 64, '--steps goes with --refs'],
    [['compare', '--refs', '1 2', '--page-size', '64'], 64, '--page-size goes with a TRACE'],
    [
      ['compare', EXAMPLE, '--lfu-counts', 'keep'],
      64,
      '--lfu-counts goes with --policies lfu, not with fifo',
    ],
    [['compare', 'nowhere'], 66, 'there is no file nowhere'],
    [['compare', '-'], 65, 'stdin:1: found no reference'],
    [
      ['compare', EXAMPLE, '--frames', '2', '--svg', '/nowhere/at/all.svg'],
      74,
      '--svg: cannot write /nowhere/at/all.svg',
    ],
  ])('refuses %j with %i', async (args, exit, message) => {
    const { code, stderr } = await new Place().tell(args);
    expect(code).toBe(exit);
    expect(stderr).toContain(message);
  });
});
