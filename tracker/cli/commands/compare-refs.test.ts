import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

const SILBERSCHATZ = '7 0 1 2 0 3 0 4 2 3 0 3 2 1 2 0 1 7 0 1';
const BELADY = '1 2 3 4 1 2 5 1 2 3 4 5';

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

  it("points out Belady's anomaly where it is measured, and marks the best but not opt", async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      BELADY,
      '--policies',
      'fifo,lru,opt',
      '--frames',
      '3-4',
    ]);
    expect(stdout).toContain("Belady's anomaly: fifo has 9 faults with 3 frames, and 10 with 4.");
    expect(stdout).toMatch(/fifo +9\* +10\n/);
    expect(stdout).toMatch(/lru +10 +8\*\n/);
    expect(stdout).toMatch(/opt +7 +6\n/);
  });

  it('says once that more frames than pages change nothing; CSV has every row', async () => {
    const compare = ['compare', '--refs', '1 2 3 1', '--policies', 'lru', '--frames', '1-500'];
    const { stdout } = await new Place().tell(compare);
    expect(stdout).toMatch(
      /\n3 +3\*\n… 497 larger frame counts: nothing changes, as every page has a frame\n/,
    );
    expect((await new Place().tell([...compare, '--csv'])).stdout.split('\n')).toHaveLength(502);
  });

  it('says how few frames come near the cold faults: of all where the curve is known, or of those measured', async () => {
    const compare = ['compare', '--refs', `${BELADY} 1 2 3 4 5`, '--frames', '2,8', '--policies'];
    const ending = async (policies: string) =>
      (await new Place().tell([...compare, policies])).stdout.split('\n').slice(-4).join('\n');
    expect(await ending('lru,opt')).toBe(
      'Frames within 1 %, 5 %, 10 % of the 5 cold faults:\n   lru  5  5  5\n   opt  5  5  5\n',
    );
    expect(await ending('lru,fifo')).toBe(
      '   lru  5  5  5\nOf the frame counts measured:\n   fifo  8  8  8\n',
    );
    const hundred = `${Array.from({ length: 100 }, (_, page) => page).join(' ')} 0 1 2`;
    const fifo = ['compare', '--refs', hundred, '--frames', '1,100', '--policies', 'fifo'];
    expect((await new Place().tell(fifo)).stdout).toContain(
      'Frames within 1 %, 5 %, 10 % of the 100 cold faults, of the frame counts measured:\n   fifo  100  1  1\n',
    );
  });

  it('leaves that out where it is in the table', async () => {
    const told = async (...args: string[]) => (await new Place().tell(['compare', '--refs', ...args])).stdout;
    expect(await told(SILBERSCHATZ)).toMatch(/\nrandom .*\nopt .*\n$/);
    // Six frames are enough, and not in the table.
    expect(await told(SILBERSCHATZ, '--policies', 'lru', '--frames', '3')).toContain('   lru  6  6  6\n');
  });

  it('marks all that tie', async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      '1 2 1 2',
      '--policies',
      'fifo,lru',
      '--frames',
      '2',
    ]);
    expect(stdout).toMatch(/fifo +2\*\nlru +2\*/);
  });

  it('turns a wide table upright', async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      BELADY,
      '--policies',
      'fifo,lru',
      '--frames',
      '1-40',
    ]);
    expect(stdout).toMatch(/frames +fifo +lru\n1 +12\* +12\*\n/);
  });

  it('answers comma-separated values', async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      BELADY,
      '--policies',
      'fifo',
      '--frames',
      '3,4',
      '--csv',
    ]);
    expect(stdout).toBe('policy,frames,faults,hits\nfifo,3,9,3\nfifo,4,10,2\n');
  });

  it('draws the grid that students hand in', async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      '7 0 1w 2 0',
      '--policies',
      'fifo',
      '--frames',
      '3',
      '--steps',
    ]);
    expect(stdout).toBe(
      [
        'fifo, 3 frames',
        '',
        '          7  0 1w  2  0',
        'frame 0   7  7  7  2  2',
        'frame 1   ·  0  0  0  0',
        'frame 2   ·  ·  1  1  1',
        'fault     F  F  F  F',
        'victim             7',
        '',
        '4 page faults, 1 hit',
        '',
      ].join('\n'),
    );
  });

  it('marks the bits at which the policy looks, and the hand, and says what the signs are', async () => {
    const steps = ['compare', '--refs', '7 0w 1 2 0', '--frames', '3', '--steps', '--policies'];
    expect((await new Place().tell([...steps, 'clock'])).stdout).toBe(
      [
        'clock, 3 frames',
        '',
        '          7   0w  1   2   0',
        'frame 0  ▸7R ▸7R ▸7R  2R  2R',
        'frame 1   ·   0R  0R ▸0  ▸0R',
        'frame 2   ·   ·   1R  1   1',
        'fault     F   F   F   F',
        'victim                7',
        '',
        'R referenced, ▸ the hand: each after the reference',
        '4 page faults, 1 hit',
        '',
      ].join('\n'),
    );
    expect((await new Place().tell([...steps, 'nru'])).stdout).toContain(
      'R referenced, D dirty: each after the reference',
    );
    expect((await new Place().json(...steps, 'clock')).steps).toContainEqual(
      expect.objectContaining({ page: 2, bits: ['R', '', ''], hand: 1 }),
    );
  });

  it('folds the grid where the terminal is narrower', async () => {
    const args = ['compare', '--refs', '7 0 1 2 0', '--policies', 'fifo', '--frames', '2', '--steps'];
    const folded = [
      'fifo, 2 frames',
      '',
      '         7 0 1',
      'frame 0  7 7 1',
      'frame 1  · 0 0',
      'fault    F F F',
      'victim       7',
      '',
      '         2 0',
      'frame 0  1 0',
      'frame 1  2 2',
      'fault    F F',
      'victim   0 1',
      '',
      '5 page faults,',
      '0 hits',
      '',
    ].join('\n');
    expect((await new Place().tell(args, '', 15)).stdout).toBe(folded);
    const whole = (await new Place().tell(args)).stdout;
    expect((await new Place().tell(args, '', 80)).stdout).toBe(whole);
    expect((await new Place().tell(args, '', 0)).stdout).toBe(whole);
  });

  it('names the conventions that are not the default, and the parameters', async () => {
    const compare = ['compare', '--refs', BELADY, '--frames', '3'];
    const told = ['--policies', 'fifo,clock,nru,lfu', '--ref-on-load', '0', '--lfu-counts', 'keep'];
    const { stdout } = await new Place().tell([...compare, ...told]);
    expect(stdout).toMatch(
      /^Page faults of .*\n {3}clock \(a load does not set R\)\n {3}nru \(a load does not set R, R cleared every 1000 references\)\n {3}lfu \(counts kept at eviction\)\n\n/,
    );
    expect((await new Place().json(...compare, ...told)).policies).toEqual([
      { policy: 'fifo' },
      { policy: 'clock', refOnLoad: false },
      { policy: 'nru', refOnLoad: false, period: 1000 },
      { policy: 'lfu', keepCounts: true },
    ]);
    const plain = await new Place().tell([...compare, '--policies', 'clock,lfu']);
    expect(plain.stdout).toMatch(/^Page faults of .*\n\nframes/);
    const steps = [...compare, '--policies', 'clock', '--ref-on-load', '0', '--steps'];
    expect((await new Place().tell(steps)).stdout).toMatch(/^clock \(a load does not set R\), 3 frames\n/);
  });

  it('answers the grid with the fields of every comparison, and its steps', async () => {
    const options = ['--policies', 'random', '--frames', '2', '--steps'];
    const answer = await new Place().json('compare', '--refs', '1 2 1w', ...options);
    const result = { policy: 'random', frames: 2, faults: 2, hits: 1 };
    expect(answer).toMatchObject({
      ...result,
      references: 3,
      distinctPages: 2,
      policies: [{ policy: 'random', seed: 1 }],
      results: [result],
    });
    expect(answer.steps).toHaveLength(3);
  });

  it('reads a file with comments, or standard input', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, '\ufeff# a string\n1 2 3 4 # and\n1,2,5\n');
    expect(await place.json('compare', '--refs', `@${path}`)).toMatchObject({
      references: 7,
      distinctPages: 5,
    });
    expect(
      JSON.parse((await place.tell(['compare', '--refs', '-', '--json'], '1 2 1')).stdout),
    ).toMatchObject({
      references: 3,
    });
  });

  it('draws no grid that nobody could read', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, Array.from({ length: 50_001 }, (_, page) => `${page}\n`).join(''));
    for (const [refs, frames] of [
      ['1 2 3', '4194304'],
      [`@${path}`, '2'],
    ] as const) {
      const args = ['compare', '--refs', refs, '--policies', 'fifo', '--frames', frames, '--steps'];
      const { code, stderr } = await place.tell(args);
      expect(code).toBe(64);
      expect(stderr).toMatch(
        /^tracker: --steps: found .* in .* frames, expected a grid of 100000 cells at most/,
      );
    }
  });

  it('draws a long grid, of one frame', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, '1 2\n'.repeat(50_000));
    const args = ['compare', '--refs', `@${path}`, '--policies', 'fifo', '--frames', '1', '--steps'];
    expect((await place.tell(args)).stdout).toContain('\n100000 page faults, 0 hits\n');
  });

  it('names --frames where a count is beyond all numbers', async () => {
    const args = ['compare', '--refs', '1', '--frames', '99999999999999999999'];
    expect((await new Place().tell(args)).stderr).toBe(
      "tracker: --frames: found '99999999999999999999', expected frame counts such as 1-8 or 3,4,16\n",
    );
  });

  it('waits for standard input to its end', async () => {
    const compare = new Place().start(['compare', '--refs', '-', '--json']);
    let stdout = '';
    compare.stdout.on('data', (data) => (stdout += data));
    const ended = new Promise((resolve) => compare.on('close', resolve));
    await wait(500);
    compare.stdin.write('1 2 3\n4 ');
    await wait(100);
    compare.stdin.end('5 5\n');
    expect(await ended).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ references: 6, distinctPages: 5 });
  });

  it('reads no more than references can be, even where there is no end', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield '1 2 3 4 5 6 7 8 '.repeat(10_000);
      })(),
    );
    const { code, stderr } = await new Place().tell(['compare', '--refs', '-'], endless);
    expect(code).toBe(65);
    expect(stderr).toContain('stdin:1: found a larger file, expected the references in 16 MiB at most');
  });

  it('leaves standard input to the commands where they come from there', async () => {
    const place = new Place();
    const { code, stdout, stderr } = await place.tell([], 'compare --refs -\nalloc P1 1\n');
    expect(code).toBe(64);
    expect(stderr).toBe(
      'tracker: stdin:1: - is standard input, which is read from the command line only: name a file instead\n',
    );
    expect(stdout).toContain('P1: 1 page allocated');
    const trace = await place.tell([], 'compare -\ntrace -\n');
    expect(trace.stderr.match(/- is standard input/g)).toHaveLength(2);
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

  it('names file and line of what is no reference', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, '1 2 3\n# none\n4 five 6\n');
    const { code, stderr } = await place.tell(['compare', '--refs', `@${path}`]);
    expect(code).toBe(65);
    expect(stderr).toMatch(/string\.txt:3: reference 5: found five, expected a page number/);
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
