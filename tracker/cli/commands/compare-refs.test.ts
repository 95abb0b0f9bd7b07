import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

const SILBERSCHATZ = '7 0 1 2 0 3 0 4 2 3 0 3 2 1 2 0 1 7 0 1';

describe('compare --refs', () => {
  it('gives the published figures, and touches no memory', async () => {
    const place = new Place();
    const answer = await place.json(
      'compare',
      '--refs',
      SILBERSCHATZ,
      '--policies',
      'fifo,lru,opt,clock',
      '--frames',
      '3',
    );
    expect(answer).toMatchObject({
      ok: true,
      command: 'compare',
      revision: null,
      references: 20,
      distinctPages: 6,
      results: [
        { policy: 'fifo', frames: 3, faults: 15, hits: 5 },
        { policy: 'lru', frames: 3, faults: 12, hits: 8 },
        { policy: 'opt', frames: 3, faults: 9, hits: 11 },
        { policy: 'clock', frames: 3, faults: 14, hits: 6 },
      ],
    });
    expect((await place.json('show')).ok).toBe(false);
  });

  it('names --frames where a count is beyond all numbers', async () => {
    const args = ['compare', '--refs', '1', '--frames', '99999999999999999999'];
    expect((await new Place().tell(args)).stderr).toBe(
      "tracker: --frames: found '99999999999999999999', expected frame counts such as 1-8 or 3,4,16\n",
    );
  });

  it('draws over no file that it reads, by whatever name', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, '1 2 3\n');
    symlinkSync(path, `${place.directory}/link.svg`);
    const args = ['compare', '--refs', `@${path}`, '--svg', `${place.directory}/link.svg`];
    const { code, stderr } = await place.tell(args);
    expect(code).toBe(64);
    expect(stderr).toMatch(/--svg would overwrite .*string\.txt/);
    expect(readFileSync(path, 'utf8')).toBe('1 2 3\n');
  });

  it('prints comma-separated values alone where the curves go into a file', async () => {
    const place = new Place();
    const file = `${place.directory}/curves.svg`;
    const args = ['compare', '--refs', '1 2', '--policies', 'lru', '--frames', '1', '--csv', '--svg', file];
    expect((await place.tell(args)).stdout).toBe('policy,frames,faults,hits\nlru,1,2,0\n');
    expect(existsSync(file)).toBe(true);
  });

  it('prints the picture alone where it goes to standard output', async () => {
    const args = ['compare', '--refs', '1 2', '--policies', 'lru', '--frames', '1', '--svg', '-'];
    const { code, stdout, stderr } = await new Place().tell(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^<svg .*<\/svg>\n$/s);
    expect((await new Place().tell(['compare', '-', '--svg', '-'], '1 5000')).stdout).toMatch(/^<svg /);
    expect(existsSync('-')).toBe(false);
  });

  it.each([
    [['compare'], 64, 'say what to compare'],
    [['compare', '--refs', '1', '--svg', '-', '--csv'], 64, '--csv and --svg - do not go together'],
    [['compare', '--refs', '1', '--svg', '-', '--plot'], 64, '--plot and --svg - do not go together'],
    [['compare', '--refs', ''], 64, '--refs needs a value'],
    [['compare', '--refs', '1 -2'], 64, 'reference 2: found -2'],
    [['compare', '--refs', '1', '--policies', 'fifo,best'], 64, "found 'best', expected fifo"],
    [['compare', '--refs', '1', '--policies', 'LRU'], 64, "found 'LRU' (did you mean 'lru'?), expected fifo"],
    [['compare', '--refs', '1', '--policies', 'optimal'], 64, "(did you mean 'opt'?)"],
    [['compare', '--refs', '1', '--policies', 'second-chance'], 64, "(did you mean 'clock'?)"],
    [['compare', '--refs', '1', '--policy', 'lru'], 64, "no option --policy (did you mean '--policies'?)"],
    [['init', '--policy', 'Second-Chance'], 64, "(did you mean 'clock'?), expected fifo"],
    [['init', '--frames', '4'], 64, "(did you mean '--total-frames'?)"],
    [
      ['compare', '7 0 1 2', '--frames', '3'],
      66,
      'there is no file 7 0 1 2; page numbers are given as --refs "7 0 1 2"',
    ],
    [
      ['compare', '--refs', '7', '0', '1', '2'],
      64,
      `'1' is one word too many: a value of several words stands in quotes, as in --refs "7 0 1 2"`,
    ],
    [['compare', '--refs', '1', '--frames', '0-3'], 64, 'expected counts from 1'],
    [['compare', '--refs', '1', '--frames', '1-99999'], 64, '4096 at most'],
    [['compare', '--refs', '1', '--steps'], 64, '--steps shows one policy'],
    [['compare', '--refs', '1', '--csv', '--plot'], 64, '--csv and --plot do not go together'],
    [['compare', '--refs', '1', '--steps', '--csv'], 64, '--steps and --csv do not go together'],
    [['compare', '--refs', '1', '--steps', '--plot'], 64, '--steps and --plot do not go together'],
    [['compare', '--refs', '1', '--steps', '--svg', 'a.svg'], 64, '--steps and --svg do not go together'],
    [['compare', '--refs', '1', '--steps', '--skip-bad'], 64, '--skip-bad goes with a TRACE'],
    [
      ['compare', '--refs', '1', '--policies', 'fifo', '--seed', '5'],
      64,
      '--seed goes with --policies random',
    ],
    [
      ['compare', '--refs', '1', '--policies', 'lru,clock', '--frames', '1', '--steps', '--period', '7'],
      64,
      '--period goes with --policies nru or aging, not with lru or clock',
    ],
    [['compare', '--refs', '@nowhere'], 66, 'there is no file nowhere'],
  ])('refuses %j with %i', async (args, exit, message) => {
    const { code, stderr } = await new Place().tell(args);
    expect(code).toBe(exit);
    expect(stderr).toContain(message);
  });
});

it.each(['csv', 'plot', 'svg -'])('refuses --%s beside --json, as an object', async (form) => {
  const asked = `--${form}`.split(' ');
  const { code, stdout } = await new Place().tell(['compare', '--refs', '1', ...asked, '--json']);
  expect(code).toBe(64);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining(`--json and --${form} do not go together`) },
  });
});
