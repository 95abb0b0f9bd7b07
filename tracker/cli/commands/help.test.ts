/** Help, and what the shell is offered, as people meet them. */
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FIT_NAMES, POLICY_NAMES } from '../../../shared/status.ts';
import { Place } from '../../testing/run-tracker.ts';
import { COMMANDS, FAMILIES } from '../registry.ts';
import { trackerMain } from '../tracker-main.ts';

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

  it.each([
    ['segment', 'tracker segment alloc 100', 'tracker segment compact'],
    ['reset', 'tracker reset counters', 'the next show counts from here'],
  ])(
    'of %s, which is no command by itself, says what it is for and gives an example of each',
    async (first, ...parts) => {
      const { code, stdout } = await new Place().tell(['help', first]);
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`^tracker ${first} COMMAND\\n\\n[A-Z].*: [a-z, ]+\\n`));
      for (const part of parts) expect(stdout.split('Examples:')[1]).toContain(part);
      const families = COMMANDS.filter(({ words }) => words[1]).map(({ words }) => words[0]);
      expect(Object.keys(FAMILIES)).toEqual(expect.arrayContaining(families));
    },
  );

  it('of init says what each policy and each fit does, but for the policy that it refuses', async () => {
    const { stdout } = await new Place().tell(['help', 'init']);
    const [, below = ''] = stdout.split('The page that goes, by --policy:\n');
    const [policies = '', fits = ''] = below.split('\n\nThe hole that is taken, by --fit:\n');
    const named = (lines: string) => lines.match(/^ {3}\S+(?= {2,}\S)/gm)?.map((name) => name.trim());
    expect(named(policies)).toEqual(POLICY_NAMES.filter((policy) => policy !== 'opt'));
    expect(named(fits)).toEqual(FIT_NAMES);
  });

  it('is as wide as the terminal it is printed on, and no wider than can be read', async () => {
    const widest = async (columns: number) => {
      let text = '';
      await trackerMain(['compare', '--help'], {
        stdin: Readable.from([]),
        stdout: { columns, write: (part) => (text += part) },
        stderr: { write: () => undefined },
        env: {},
      });
      const described = text.slice(text.indexOf('Options:'), text.indexOf('Examples:'));
      return Math.max(...described.split('\n').map((line) => line.length));
    };
    expect(await widest(70)).toBeLessThanOrEqual(70);
    expect(await widest(100)).toBeGreaterThan(70);
    expect(await widest(300)).toBeLessThanOrEqual(100);
  });

  it('of the menu offers no --json, which it refuses, nor does Tab', async () => {
    const { stdout } = await new Place().tell(['help', 'menu']);
    const [, options = ''] = stdout.split('Options:');
    expect(options).toContain('--file');
    expect(options.split('Examples:')[0]).not.toContain('--json');
    const offered = await new Place().tell(['--get-yargs-completions', 'memory-tracker', 'menu', '--']);
    expect(offered.stdout).toMatch(/^--file$/m);
    expect(offered.stdout).not.toContain('--json');
    expect((await new Place().tell(['help', 'show'])).stdout).toContain('--json');
  });

  it('of run says where the worked exercises are', async () => {
    const { stdout } = await new Place().tell(['help', 'run']);
    const examples = fileURLToPath(new URL('../../examples', import.meta.url));
    expect(stdout).toContain(`The worked exercises, and the tour, are in\n  ${examples}\n`);
  });

  it.each([
    ['alloc --help', 'tracker alloc <pid> [pages]'],
    ['segment alloc 100 -h', 'tracker segment alloc <limit>'],
    ['segment --help', 'tracker segment COMMAND'],
    ['--help', 'tracker COMMAND'],
  ])('%j stands in a pipe and a script as well', async (line, usage) => {
    const place = new Place();
    for (const args of [[], ['run', '-', '--fresh']]) {
      const { code, stdout, stderr } = await place.tell(args, `${line}\nalloc P1 1\n`);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.startsWith(`${usage}`)).toBe(true);
      expect(stdout).toContain('P1: 1 page allocated');
    }
  });

  it.each([
    ['show --file other.txt', 'said at its start: tracker --file PATH'],
    ['show --json', 'said at its start: tracker --json'],
    ['--version', 'asked for on the command line: tracker --version'],
    ['show --help=no', "--help: found 'no', expected no value"],
  ])('but %j does not', async (line, message) => {
    const { code, stderr } = await new Place().tell([], line);
    expect(code).toBe(64);
    expect(stderr).toContain(message);
  });

  it('lists --version where it can be said, before any command', async () => {
    const place = new Place();
    expect((await place.tell(['help'])).stdout).toContain('--version');
    for (const name of ['alloc', 'segment', 'segment alloc'])
      expect((await place.tell(['help', ...name.split(' ')])).stdout).not.toContain('--version');
  });

  it.each([
    ['alloc foo', "'foo' is one word too many: help alloc"],
    ['segment alloc foo', "'foo' is one word too many: help segment alloc"],
    ['segment foo', "'segment' is followed by one of"],
  ])('of %j is refused', async (words, message) => {
    const { code, stderr } = await new Place().tell(['help', ...words.split(' ')]);
    expect(code).toBe(64);
    expect(stderr).toContain(message);
  });

  it('of what does not exist is a usage error', async () => {
    expect(new Place().run(['help', 'nonsense']).code).toBe(64);
  });

  it('says when a row of a page table is a run, as show pages has it', async () => {
    const { stdout } = await new Place().tell(['help', 'show']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'one row a page; of a process with more than 4096 pages, one row a run',
    );
    const rows = async (pages: number) => {
      const script = `init --total-frames 5000\nalloc P1 ${pages}\nshow pages\n`;
      return (await new Place().tell([], script)).stdout.match(/^ .* -> /gm)?.length;
    };
    expect(await rows(4096)).toBe(4096);
    expect(await rows(4097)).toBe(1);
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
});

describe('completion', () => {
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

  it.each([
    ['free ', ['P1', 'P2', 'shell']],
    ['free P', ['P1', 'P2']],
    ['access --write P', ['P1', 'P2']],
    ['map P2', ['P2']],
    ['segment free ', ['0', '1']],
    ['segment translate 1', ['1']],
    ['help se', ['segment']],
    ['help segment re', ['resize']],
    ['init --policy l', ['lru', 'lfu']],
    ['trace ls', []],
    ['compare --svg ', []],
    ['show --file ', []],
    ['free --file elsewhere.txt ', ['Q9']],
    ['free --file=elsewhere.txt ', ['Q9']],
    ['free --file = elsewhere.txt ', ['Q9']],
    ['segment free --file elsewhere.txt ', ['0']],
    ['init --policy = l', ['lru', 'lfu']],
    ['init --fit =', FIT_NAMES],
    ['compare --svg =', []],
    ['free --json =', []],
    ['show --json =', []],
    ['init --policy=l', ['--policy=lru', '--policy=lfu']],
    ['init --policy=fifo --fit b', ['best']],
  ])('completes %j from the memory, or leaves it to the shell: %j', async (line, words) => {
    const place = new Place();
    const commands = 'alloc P1 2\nalloc P2 2\nalloc shell 1\nsegment alloc 100\nsegment alloc 200\n';
    expect((await place.tell([], commands)).code).toBe(0);
    const elsewhere = `${place.file}.elsewhere`;
    const others = 'alloc Q9 1\nsegment alloc 100\n';
    expect((await place.tell(['--file', elsewhere], others)).code).toBe(0);
    const typed = line.replace('elsewhere.txt', elsewhere);
    const argv = ['--get-yargs-completions', 'memory-tracker', ...typed.split(' ')];
    const { stdout } = await place.tell(argv);
    expect(stdout.split('\n').filter((word) => word !== '')).toEqual(words);
  });

  it('offers the words that may stand there, and options once a dash was typed', async () => {
    const offered = async (...words: string[]) =>
      (await new Place().tell(['--get-yargs-completions', 'memory-tracker', ...words])).stdout
        .trim()
        .split('\n');
    expect(await offered('show', '')).toEqual(['frames', 'pages', 'segments', 'tlb', 'events']);
    expect(await offered('show', '-')).toContain('--eat');
    expect(await offered('expect', '')).toEqual(
      'hit fault victim frame physical base refused faults hits evictions write-backs free frames holes'.split(
        ' ',
      ),
    );
    expect(await offered('expect', 'fr')).toEqual(['frame', 'free', 'frames']);
    expect(await offered('expect', 'frame', 'f')).toEqual(['']);
  });
});
