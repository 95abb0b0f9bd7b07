/** The command line as its users meet it: the built program, spawned, in a temporary directory. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Place } from './testing/run-tracker.ts';

const ORIGINAL_EXAMPLE = `=== Paging Example ===
Pages allocated successfully.
Page Table:
Page Number -> Frame Number
   0 -> 3
   1 -> 5
   2 -> 7
   3 -> 2
Memory freed successfully!

=== Segmentation Example ===
Segments allocated successfully.
Segment Table:
Segment ID -> Base Address -> Limit
   0 -> 1000 -> 100
   1 -> 1100 -> 200
   2 -> 1300 -> 300
Segments freed successfully!
`;

describe('the demo', () => {
  it("prints the original's example output, to the letter", async () => {
    const place = new Place();
    const { code, stdout, stderr } = await place.tell(['demo']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: ORIGINAL_EXAMPLE, stderr: '' });
  });

  it('shows its first pages at once, however long the interval', { timeout: 5000 }, async () => {
    const playing = new Place().start(['demo', '--interval', '1m']);
    onTestFinished(() => void playing.kill('SIGKILL'));
    const closed = new Promise((resolve) => playing.on('close', resolve));
    let said = '';
    for await (const chunk of playing.stdout) {
      said += chunk;
      if (said.includes('   3 -> 2\n')) break;
    }
    playing.kill('SIGTERM');
    expect(await closed).toBe(143);
  });

  it('leaves a memory of 64 free frames and one hole', async () => {
    const place = new Place();
    await place.tell(['demo']);
    expect(await place.json('show')).toMatchObject({
      totalFrames: 64,
      freeFrames: 64,
      processes: [],
      segments: [],
      holes: [[1000, 65536]],
    });
  });

  it('answers with one JSON object where JSON is asked for', async () => {
    const place = new Place();
    expect(await place.json('demo')).toMatchObject({
      ok: true,
      command: 'demo',
      pages: [
        [0, 3],
        [1, 5],
        [2, 7],
        [3, 2],
      ],
      segments: [
        { id: 0, base: 1000, limit: 100 },
        { id: 1, base: 1100, limit: 200 },
        { id: 2, base: 1300, limit: 300 },
      ],
    });
  });
});

describe('a one-shot command', () => {
  it('begins a memory of the config where there is none, and goes on with it', async () => {
    const place = new Place();
    expect(await place.json('alloc', 'P1', '4')).toEqual({
      ok: true,
      command: 'alloc',
      revision: 1,
      pid: 'P1',
      pages: [[0, 0, 4]],
    });
    expect(await place.json('alloc', 'P1', '2')).toMatchObject({ revision: 2, pages: [[4, 4, 2]] });
    expect(place.text()).toContain(
      '=== Page Table: P1 ===\nPage Number -> Frame Number\n   0-3 -> 0-3\n   4-5 -> 4-5\n'.replace(
        '   0-3 -> 0-3\n   4-5 -> 4-5\n',
        '   0-5 -> 0-5\n',
      ),
    );
  });

  it('raises the revision by one if it mutates, and not otherwise', async () => {
    const place = new Place();
    expect((await place.json('init')).revision).toBe(0);
    expect((await place.json('alloc', 'P1', '4')).revision).toBe(1);
    expect((await place.json('access', 'P1', '0')).revision).toBe(2);
    expect((await place.json('show')).revision).toBe(2);
    expect((await place.json('translate', 'P1', '0')).revision).toBe(2);
  });

  it('answers with the fields that scripts rely on', async () => {
    const place = new Place();
    expect(await place.json('reserve', 'P1', '3')).toMatchObject({ pages: [[0, null, 3]] });
    expect(await place.json('map', 'P1', '1', '9')).toMatchObject({ pages: [[1, 9, 1]] });
    expect(await place.json('access', 'P1', '0x1004', '--write')).toMatchObject({
      pid: 'P1',
      page: 1,
      offset: 4,
      frame: 9,
      physical: 36868,
      write: true,
      fault: false,
      tlb: null,
      victim: null,
      why: expect.any(String),
    });
    expect(await place.json('access', 'P1', '--page', '0')).toMatchObject({ page: 0, frame: 0, fault: true });
    expect(await place.json('translate', 'P1', '4100')).toMatchObject({
      pid: 'P1',
      address: 4100,
      page: 1,
      offset: 4,
      frame: 9,
      physical: 36868,
    });
    expect(await place.json('free', 'P1', '0-1')).toMatchObject({
      pid: 'P1',
      pages: [
        [0, 0, 1],
        [1, 9, 1],
      ],
    });
    expect(await place.json('segment', 'alloc', '100')).toMatchObject({
      command: 'segment alloc',
      id: 0,
      base: 1000,
      limit: 100,
      block: [1000, 100],
      searched: 1,
      holes: [[1100, 65436]],
    });
    expect(await place.json('segment', 'translate', '0', '99')).toMatchObject({
      id: 0,
      offset: 99,
      physical: 1099,
    });
    expect(await place.json('segment', 'free', '0')).toMatchObject({ id: 0, holes: [[1000, 65536]] });
    expect(await place.json('show')).toMatchObject({
      totalFrames: 64,
      pageSize: 4096,
      usedFrames: 0,
      freeFrames: 64,
      processes: [{ pid: 'P1', letter: 'A', pages: [[2, null, 1]] }],
      segments: [],
      holes: [[1000, 65536]],
    });
  });

  it('keeps the free-frame list first in, first out, in ascending page order whatever order was typed', async () => {
    const place = new Place();
    await place.tell(['init', '--total-frames', '6']);
    await place.tell(['alloc', 'P1', '6']);
    await place.tell(['free', 'P1', '4,1']);
    await place.tell(['free', 'P1', '0']);
    expect((await place.json('show')).freeFrameList).toEqual([1, 4, 0]);
    expect(place.text()).toContain('=== Free Frame List ===\n1 4 0\n');
  });

  it('logs what happened in the order of the logical time, segments too', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    await place.tell(['segment', 'alloc', '10']);
    const events = (await place.json('show')).events as { revision: number; time: number; kind: string }[];
    expect(events.map(({ revision, time, kind }) => [revision, time, kind])).toEqual([
      [1, 4, 'alloc'],
      [2, 4, 'segment-alloc'],
    ]);
  });

  it('speaks of one frame and one byte as such', async () => {
    const { stdout } = await new Place().tell(['init', '--total-frames', '1', '--page-size', '1']);
    expect(stdout).toBe('A fresh memory: 1 frame of 1 byte.\n');
  });

  it('asks for pages in bytes', async () => {
    const place = new Place();
    expect(await place.json('alloc', 'P1', '--bytes', '10K')).toMatchObject({ pages: [[0, 0, 3]] });
  });

  it('takes names for strings, even where they look like numbers', async () => {
    const place = new Place();
    for (const name of ['1e3', '0x10', '__proto__', 'constructor']) {
      expect(await place.json('alloc', name, '1')).toMatchObject({ ok: true, pid: name });
    }
    expect(((await place.json('show')).processes as { pid: string }[]).map(({ pid }) => pid)).toEqual([
      '1e3',
      '0x10',
      '__proto__',
      'constructor',
    ]);
  });

  it('uses the file that --file or MEMORY_STATUS_FILE names', async () => {
    const place = new Place();
    const other = `${place.directory}/other.txt`;
    await place.tell(['alloc', 'P1', '1', '--file', other]);
    expect(existsSync(place.file)).toBe(false);
    expect((await place.json('show', `--file=${other}`)).usedFrames).toBe(1);
  });

  it('keeps the old file as FILE.bak when init begins a fresh memory', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    const before = place.text();
    const { code, stderr } = await place.tell(['init', '--total-frames', '8']);
    expect(code).toBe(0);
    expect(stderr).toContain('memory_status.txt.bak');
    expect(readFileSync(`${place.file}.bak`, 'utf8')).toBe(before);
    expect((await place.json('show')).totalFrames).toBe(8);
  });
});

describe('a refusal', () => {
  const prepared = async () => {
    const place = new Place();
    const script = 'init --total-frames 8\nalloc P1 4\nreserve P1 2\nsegment alloc 100\n';
    expect((await place.tell([], script)).code).toBe(0);
    return place;
  };

  it.each([
    ['alloc P2 5', 'no-free-frames', 1],
    ['map P1 9 0', 'frame-taken', 1],
    ['map P1 9 8', 'no-such-frame', 1],
    ['map P1 0 7', 'page-resident', 1],
    ['free P9', 'no-such-process', 1],
    ['free P1 2-7', 'no-such-page', 1],
    ['access P1 --page 6', 'invalid-page', 1],
    ['translate P1 --page 4', 'usage', 64],
    ['translate P1 0x4000', 'page-fault', 1],
    ['translate P1 0x6000', 'invalid-page', 1],
    ['segment alloc 1M', 'no-hole', 1],
    ['segment alloc 10 --base 1050', 'segments-overlap', 1],
    ['segment alloc 10 --base 999', 'out-of-space', 1],
    ['segment free 1', 'no-such-segment', 1],
    ['segment translate 0 100', 'segmentation-fault', 1],
    ['alloc P1 0', 'usage', 64],
    ['alloc P1 -1', 'usage', 64],
    ['alloc P1 1e9', 'usage', 64],
    ['alloc P/1 1', 'usage', 64],
    ['init --total-frames 1000000000', 'usage', 64],
    ['init --page-size 1000', 'usage', 64],
    ['init --policy opt', 'usage', 64],
    ['frobnicate', 'usage', 64],
    ['run nowhere.txt', 'no-input', 66],
  ])(
    'of %j has the code %s and exit code %i, and leaves the file byte for byte as it was',
    async (line, code, exit) => {
      const place = await prepared();
      const before = place.text();
      const asJson = await place.tell([...line.split(' '), '--json']);
      expect(asJson.code).toBe(exit);
      expect(JSON.parse(asJson.stdout)).toMatchObject({
        ok: false,
        error: { code, message: expect.stringMatching(/\w/) },
      });
      const asText = await place.tell(line.split(' '));
      expect(asText.code).toBe(exit);
      expect(asText.stdout).toBe('');
      expect(asText.stderr).toMatch(/^tracker: \S/);
      expect(place.text()).toBe(before);
      expect(existsSync(`${place.file}.bak`)).toBe(false);
    },
  );

  it('of a sixth segment says that the table holds five', async () => {
    const place = new Place();
    for (let i = 0; i < 5; i++) expect((await place.tell(['segment', 'alloc', '10'])).code).toBe(0);
    const { code, stderr } = await place.tell(['segment', 'alloc', '10']);
    expect(code).toBe(1);
    expect(stderr).toContain('the segment table is full: it holds 5 segments');
  });

  it('without a file to look at is 66, and makes none', async () => {
    const place = new Place();
    for (const args of [['show'], ['translate', 'P1', '0']]) {
      expect((await place.tell(args)).code).toBe(66);
      expect(await place.json(...args)).toMatchObject({
        ok: false,
        revision: null,
        error: { code: 'no-input' },
      });
    }
    expect(existsSync(place.file)).toBe(false);
  });

  it('in JSON has the revision of the file, whatever became of it', async () => {
    const place = new Place();
    for (const args of [
      ['nonsense'],
      ['alloc'],
      ['compare', '--refs', '7 0 1'],
      ['help'],
      ['show', '--version'],
    ]) {
      expect(await place.json(...args), args.join(' ')).toMatchObject({ revision: null });
    }
    await place.tell(['alloc', 'P1', '1']);
    for (const args of [
      ['nonsense'],
      ['alloc'],
      ['compare', '--refs', '7 0 1'],
      ['help'],
      ['alloc', '--help'],
    ]) {
      expect(await place.json(...args), args.join(' ')).toMatchObject({ revision: 1 });
    }
    const { stdout } = await place.tell(['--json'], 'nonsense\n');
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, revision: 1 });
    const fresh = await place.tell(['run', '-', '--fresh', '--json'], 'nonsense\n');
    expect(JSON.parse(fresh.stdout)).toMatchObject({ ok: false, revision: null });
    expect(await place.json('help', 'alloc')).toMatchObject({
      ok: true,
      text: expect.stringContaining('--bytes'),
    });
  });

  it('of a damaged file names file and line, exits 65 and leaves the file alone', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    const damaged = place.text().replace('   0-3 -> 0-3', '   0-3 -> 1-4');
    writeFileSync(place.file, damaged);
    const { code, stderr } = await place.tell(['alloc', 'P2', '1']);
    expect(code).toBe(65);
    expect(stderr).toMatch(/memory_status\.txt:\d+: found .+, expected /);
    expect(place.text()).toBe(damaged);
  });
});

describe('a pipe', () => {
  it('executes a command a line, goes on after refusals, and exits with the first code that is not 0', async () => {
    const place = new Place();
    const { code, stdout, stderr } = place.run(
      [],
      'alloc P1 4\n# a comment\n\nalloc P2 100\nnonsense\nfree P1 0\n',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('P1: 4 pages allocated');
    expect(stdout).toContain('P1: 1 page freed');
    expect(stderr).toContain('100 frames asked for');
    expect(stderr).toContain("there is no command 'nonsense'");
  });

  it('answers a JSON object a line, refusals too', async () => {
    const place = new Place();
    const { stdout } = place.run(
      ['--json'],
      'alloc P1 4\nalloc P2 100\nexpect refused no-free-frames\nfree P1\n',
    );
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { ok: true, command: 'alloc', revision: 1 },
      { ok: false, command: 'alloc', revision: 1, error: { code: 'no-free-frames' } },
      { ok: true, command: 'expect', revision: 1 },
      { ok: true, command: 'free', revision: 2 },
    ]);
  });

  it('names the line of what was refused, and the words of the command', async () => {
    const place = new Place();
    const { stdout, stderr } = await place.tell(['--json'], '\nsegment alloc x\n');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'segment alloc',
      error: { code: 'usage', message: expect.stringMatching(/^stdin:2: LIMIT/) },
    });
  });

  it('walks the levels of a page table as far as they go, also where the page is in no frame', async () => {
    const { stderr } = await new Place().tell([], 'reserve P1 2\ntranslate P1 4096 --levels 10,10\n');
    expect(stderr).toContain('directory index (10 bits of the page number) = 0, valid');
    expect(stderr).toContain('page fault: page 1 of P1');
  });

  it('speaks of one bit of an address as such', async () => {
    const { stdout } = await new Place().tell(
      [],
      'alloc P1 2\ntranslate P1 4096 --levels 9,1\nsegment alloc 100\nsegment translate --address 1 --bits 1 --address-bits 2\n',
    );
    expect(stdout).toContain('table index (1 bit of the page number) = 1, valid');
    expect(stdout).toContain('low 1 bit = ');
  });

  it('takes a refusal that was expected for none', async () => {
    const place = new Place();
    expect(
      place.run([], 'alloc P2 100\n\n# as it should be\nexpect refused no-free-frames\nalloc P1 1').code,
    ).toBe(0);
  });
});

describe('a script', () => {
  const script = (place: Place, text: string, ...options: string[]) => {
    writeFileSync(`${place.directory}/s.txt`, text);
    return place.run(['run', 's.txt', ...options]);
  };

  it('stops at its first refusal, with file and line; what came before it stays', async () => {
    const place = new Place();
    const { code, stderr } = script(place, 'alloc P1 4\n\nalloc P2 100\nalloc P3 1\n');
    expect(code).toBe(1);
    expect(stderr).toContain('s.txt:3: 100 frames asked for');
    expect(((await place.json('show')).processes as unknown[]).length).toBe(1);
  });

  it('is not stopped by a refusal that it expects', async () => {
    const place = new Place();
    expect(script(place, 'alloc P2 100\n# why not\nexpect refused no-free-frames\nalloc P1 1\n').code).toBe(
      0,
    );
    expect((await place.json('show')).usedFrames).toBe(1);
  });

  it('fails where the refusal it expects has another code, or does not come', async () => {
    const place = new Place();
    expect(script(place, 'alloc P2 100\nexpect refused frame-taken\n').stderr).toContain(
      's.txt:2: expected refused frame-taken, but found refused no-free-frames',
    );
    expect(script(place, 'alloc P2 1\nexpect refused\n')).toMatchObject({ code: 1 });
  });

  it('refuses a malformed line with 65, file and line', async () => {
    const place = new Place();
    const { code, stderr } = script(place, 'alloc P1 four\n');
    expect(code).toBe(65);
    expect(stderr).toContain("s.txt:1: PAGES: found 'four'");
  });

  it('touches no file with --fresh, and counts expectations with --keep-going', async () => {
    const place = new Place();
    const text = 'init --total-frames 3\nalloc P1 3\nexpect free 0\nexpect free 1\naccess P1 0\nexpect hit\n';
    const { code, stdout, stderr } = script(place, text, '--fresh', '--keep-going');
    expect(code).toBe(1);
    expect(stdout).toContain('2 passed, 1 failed');
    expect(stderr).toContain('s.txt:4: expected free 1, but found free 0');
    expect(existsSync(place.file)).toBe(false);
  });

  it('touches no file with --fresh, whatever commands it holds', async () => {
    const place = new Place();
    const { code, stdout } = script(place, 'demo\nalloc P1 1\nexpect free 63\n', '--fresh');
    expect(code).toBe(0);
    expect(stdout).toContain('Segments freed successfully!');
    expect(existsSync(place.file)).toBe(false);
  });

  it('does not let an expectation speak of the command before one that made no sense', async () => {
    const place = new Place();
    const { stderr } = script(place, 'alloc Q 9999\nbogus\nexpect refused no-free-frames\n', '--keep-going');
    expect(stderr).toContain('s.txt:3: expect needs a command before it');
  });

  it('waits between its commands with --interval', async () => {
    const place = new Place();
    const begun = Date.now();
    expect(script(place, 'alloc P1 1\nalloc P1 1\n', '--interval', '300ms').code).toBe(0);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(600);
  });
});

describe('help', () => {
  it('lists the commands, and shows one with examples', async () => {
    const place = new Place();
    const all = place.run(['--help']);
    expect(all.code).toBe(0);
    for (const word of ['init', 'alloc', 'segment', 'demo', 'run', '--file', '--json', 'Exit codes'])
      expect(all.stdout).toContain(word);
    for (const args of [
      ['alloc', '--help'],
      ['help', 'alloc'],
    ]) {
      const one = place.run(args);
      expect(one.code).toBe(0);
      expect(one.stdout).toContain('--bytes');
      expect(one.stdout).toContain('tracker alloc P1 4');
    }
    expect(place.run(['segment', 'alloc', '--help']).stdout).toContain('--grows');
  });

  it('of what does not exist is a usage error', async () => {
    expect(new Place().run(['help', 'nonsense']).code).toBe(64);
  });

  it('lists every code that expect refused may name', async () => {
    const { stdout } = await new Place().tell(['help', 'expect']);
    for (const code of [
      'no-free-frames',
      'no-hole',
      'segmentation-fault',
      'policy-needs-future',
      'page-out-of-range',
    ])
      expect(stdout).toContain(code);
  });

  it.each([[['help', 'completion']], [['completion', '--help']]])(
    'of %j says how to set completion up in bash, in zsh and in a clone, and is not the script',
    async (args) => {
      const { code, stdout } = await new Place().tell(args);
      expect(code).toBe(0);
      for (const part of ['~/.bashrc', '~/.zshrc', 'memory-tracker', 'npm link'])
        expect(stdout).toContain(part);
      expect(stdout).not.toContain('###-begin');
    },
  );

  it('completes commands', async () => {
    const { stdout } = await new Place().tell(['completion']);
    expect(stdout).toContain('###-begin-memory-tracker-completions-###');
    expect(new Place().run(['--get-yargs-completions', 'tracker', 'tra']).stdout).toContain('translate');
  });

  it.each([
    ['bash', 'show p', ['pages']],
    ['zsh', 'show p', ['pages']],
    ['bash', 'show --json s', ['segments']],
    ['bash', 'show frames p', []],
    ['bash', 'show segm', ['segments']],
  ])('completes in %s the words of %j with %j', (shell, line, words) => {
    vi.stubEnv('SHELL', `/bin/${shell}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { stdout } = new Place().run(['--get-yargs-completions', 'memory-tracker', ...line.split(' ')]);
    expect(stdout.split('\n').filter((word) => word !== '')).toEqual(words);
  });

  it('offers all words of show where none has begun', () => {
    const { stdout } = new Place().run(['--get-yargs-completions', 'memory-tracker', 'show', '']);
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining(['frames', 'pages', 'segments', 'tlb', 'events', '--eat']),
    );
  });

  it('tells its version', async () => {
    expect(new Place().run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
