/** Scripts as their authors meet them: where they stop, what they say of it, what they leave alone. */
import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

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

  it('answers a refusal that it expects on stdout, one of another code on stderr, and in JSON as ever', async () => {
    const place = new Place();
    const { stdout, stderr } = script(
      place,
      'segment free 9\n\nexpect refused # any\nalloc P1 1\n',
      '--fresh',
    );
    expect(stdout).toMatch(/^refused, as expected: there is no segment 9; .*\nP1: 1 page allocated/);
    expect(stderr).toBe('');
    const other = script(place, 'segment free 9\nexpect refused no-hole\n', '--fresh');
    expect(other.stdout).toBe('');
    expect(other.stderr).toMatch(
      /^tracker: s.txt:1: there is no segment 9.*\ntracker: s.txt:2: expected refused no-hole/,
    );
    const json = script(place, 'segment free 9\nexpect refused no-such-segment\n', '--fresh', '--json');
    expect(JSON.parse(json.stdout.split('\n')[0] ?? '')).toMatchObject({
      ok: false,
      error: { code: 'no-such-segment', message: expect.stringMatching(/^s.txt:1: there/) },
    });
  });

  it('looks for the expectation of a refusal no further than the next command', {
    timeout: 5000,
  }, async () => {
    const refusals = 'segment free 9\nexpect refused\n'.repeat(2000);
    const rest = `nonsense\n${'# not reached\n'.repeat(200_000)}`;
    const { code, stderr } = await new Place().tell(['run', '-', '--fresh'], refusals + rest);
    expect(code).toBe(65);
    expect(stderr).toContain("stdin:4001: there is no command 'nonsense'");
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

  it('with --echo shows comments and commands before their answers, and which expectations held', () => {
    const text =
      '# How many\n#   are left?\n\nalloc P1 4 # of 64\nexpect free 60 # 64 - 4\nexpect free 1\nfree P2\n' +
      'expect refused no-such-process\nexpect fre 1\nbogus\n';
    const { stdout, stderr } = script(new Place(), text, '--fresh', '--keep-going', '--echo');
    expect(stdout.split('\n')).toEqual([
      '# How many',
      '#   are left?',
      '',
      '> alloc P1 4 # of 64',
      expect.stringMatching(/^P1: 4 pages allocated/),
      '✓ expect free 60 # 64 - 4',
      '✗ expect free 1',
      '> free P2',
      expect.stringMatching(/^refused, as expected: there is no process P2/),
      '✓ expect refused no-such-process',
      '✗ expect fre 1',
      '> bogus',
      '2 passed, 2 failed',
      '',
    ]);
    expect(stderr).toContain('s.txt:6: expected free 1, but found free 60');
  });

  it('does not echo in JSON, nor what could move a cursor', async () => {
    const place = new Place();
    const refused = await place.tell(['run', '-', '--echo', '--json', '--fresh'], 'alloc P1 1\n');
    expect(refused.code).toBe(64);
    expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(script(place, '# a\u202eb\n', '--echo').stdout).toBe('# a\\u{202e}b\n');
  });

  it('with --keep-going says where nothing was expected of a line that was refused', async () => {
    const told = (text: string) => script(new Place(), text, '--fresh', '--keep-going');
    expect(told('segment free 9\n').stderr).toContain('nothing was expected, and a line was refused');
    expect(told('expect free 64\nsegment free 9\n').stderr).toContain(
      'every expectation held, but a line was',
    );
    expect(told('alloc P1 1\nexpect free 63\n')).toMatchObject({ code: 0, stderr: '' });
    for (const text of ['', 'alloc P1 1\n']) {
      const { code, stdout, stderr } = told(text);
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: expect.stringContaining('nothing was expected: a'),
      });
      expect(stdout).toMatch(/^0 passed, 0 failed$/m);
    }
  });

  it('touches no file with --fresh, whatever commands it holds', async () => {
    const place = new Place();
    const { code, stdout } = script(place, 'demo\nalloc P1 1\nexpect free 63\n', '--fresh');
    expect(code).toBe(0);
    expect(stdout).toContain('Segments freed successfully!');
    expect(existsSync(place.file)).toBe(false);
  });

  it('answers in JSON with the revision of its own memory, whatever the command', async () => {
    const place = new Place();
    const trace = `${place.directory}/trace`;
    writeFileSync(trace, '0x1000\n');
    const lines = ['alloc P1 1', 'help', 'compare --refs 7', `trace ${trace}`, 'nonsense', 'demo', 'show'];
    const compareSteps = 'compare --refs 7 --policies fifo --frames 1 --steps';
    const revisions = async (...options: string[]) => {
      const args = ['run', '-', '--keep-going', '--json', ...options];
      const { stdout } = await place.tell(args, [...lines, compareSteps].join('\n'));
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).revision);
    };
    expect(await revisions()).toEqual([1, 1, 1, 1, 1, 16, 16, 16, 16]);
    expect(await revisions('--fresh')).toEqual(Array(9).fill(null));
    expect(await place.json('run', 'nowhere.txt')).toMatchObject({ ok: false, revision: 16 });
    expect(await place.json('run', 'nowhere.txt', '--fresh')).toMatchObject({ ok: false, revision: null });
  });

  it('does not let an expectation speak of the command before one that made no sense', async () => {
    const place = new Place();
    const { stderr } = script(place, 'alloc Q 9999\nbogus\nexpect refused no-free-frames\n', '--keep-going');
    expect(stderr).toContain(
      "s.txt:3: expect refused needs an answer of the memory: 'bogus' is a usage error",
    );
  });

  it.each(['', '\n  \n', '# nothing\n\n  # at all'])('of %j is nothing that --loop could repeat', (text) => {
    const { code, stderr } = script(new Place(), text, '--loop', '--fresh');
    expect(code).toBe(65);
    expect(stderr).toContain(
      's.txt:1: found no command, expected one at least: write what --loop is to repeat',
    );
    expect(script(new Place(), text, '--fresh').code).toBe(0);
  });

  it('of expectations alone ends at the first, also with --loop', () => {
    for (const options of [[], ['--keep-going']]) {
      const { code, stderr } = script(new Place(), 'expect refused\n', '--loop', '--fresh', ...options);
      expect(code).toBe(65);
      expect(stderr).toContain('s.txt:1: expect refused needs a command before it');
    }
  });

  it('waits between its commands with --interval', async () => {
    const place = new Place();
    const begun = Date.now();
    expect(script(place, 'alloc P1 1\nalloc P1 1\n', '--interval', '300ms').code).toBe(0);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(600);
  });
});
