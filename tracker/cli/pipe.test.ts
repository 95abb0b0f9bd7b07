/** The pipe as programs meet it: a command a line, an answer each. */
import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

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

  it('names of the options that its lines take only those', async () => {
    const { stderr } = await new Place().tell([], 'alloc P1 4 --jsn\n');
    expect(stderr).toBe('tracker: stdin:1: alloc has no option --jsn; it takes --bytes, --help\n');
  });

  it.each([['quit'], ['exit'], [' Quit '], ['q'], [' quit # done']])(
    'ends at %j, which is no command and has no answer',
    async (word) => {
      const place = new Place();
      const told = await place.tell(['--json'], `alloc P1 1\n${word}\nalloc P2 1\n`);
      expect(told.code).toBe(0);
      expect(told.stdout.trim().split('\n')).toHaveLength(1);
      expect(told.stderr).toBe('');
      expect(place.text()).not.toContain('P2');
      expect((await place.tell([], `free P9\n${word}\n`)).code).toBe(1);
      expect((await place.tell([], `free P9\nexpect refused\n${word}\nnonsense\n`)).code).toBe(0);
      const help = (await place.tell(['help'])).stdout.replace(/\s+/g, ' ');
      expect(help).toContain("'quit' or 'exit' leaves the menu and ends a pipe");
    },
  );

  it('takes a refusal that was expected for none', async () => {
    const place = new Place();
    expect(
      place.run([], 'alloc P2 100\n\n# as it should be\nexpect refused no-free-frames\nalloc P1 1').code,
    ).toBe(0);
  });
});
