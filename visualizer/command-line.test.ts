import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';
import { EXIT } from './ending.ts';
import { helpText } from './help-text.ts';
import { KEY_TABLE } from './keys.ts';

const parse = (...args: readonly string[]) => parseCommandLine(args, {});

describe('the command line', () => {
  it('watches memory_status.txt by default', () => {
    expect(parse()).toEqual({
      kind: 'run',
      options: {
        mode: { kind: 'dashboard' },
        file: 'memory_status.txt',
        theme: 'dark',
        ascii: false,
        command: [],
      },
    });
  });

  it('takes the file from --file, or else from MEMORY_STATUS_FILE', () => {
    const env = { MEMORY_STATUS_FILE: '/tmp/other.txt' };
    expect(parseCommandLine([], env)).toMatchObject({ options: { file: '/tmp/other.txt' } });
    expect(parseCommandLine(['--file', 'mine.txt'], env)).toMatchObject({ options: { file: 'mine.txt' } });
    expect(parseCommandLine([], { MEMORY_STATUS_FILE: '' })).toMatchObject({
      options: { file: 'memory_status.txt' },
    });
  });

  it('leaves everything after -- to the command', () => {
    expect(parse('--once', '--', 'tracker', 'run', '--loop', '--', 'x')).toMatchObject({
      options: { mode: { kind: 'report' }, command: ['tracker', 'run', '--loop', '--', 'x'] },
    });
    expect(parse('--', '--help')).toMatchObject({ kind: 'run', options: { command: ['--help'] } });
  });

  it('knows --help and --version', () => {
    expect(parse('--help', '--file', 'x').kind).toBe('help');
    expect(parse('-h').kind).toBe('help');
    expect(parse('--version').kind).toBe('version');
  });

  it('says what is wrong with what it does not understand', () => {
    expect(parse('--fiel', 'x')).toMatchObject({ kind: 'usage', problem: expect.stringContaining('--fiel') });
    expect(parse('--file')).toMatchObject({ kind: 'usage', problem: expect.stringContaining('--file') });
    expect(parse('--file', '')).toMatchObject({ kind: 'usage' });
    expect(parse('--')).toMatchObject({ kind: 'usage', problem: '-- needs a command after it' });
    expect(parse('--', '')).toMatchObject({ kind: 'usage', problem: '-- needs a command after it' });
    expect(parse('tracker', 'demo')).toMatchObject({
      kind: 'usage',
      problem: expect.stringContaining('visualizer -- tracker demo'),
    });
    expect(parse('a\u001b[2Jb')).toMatchObject({ problem: expect.not.stringContaining('\u001b') });
  });

  it('says where a command comes when it stands before --, even one with options that are its own', () => {
    const problemOf = (args: string, env: NodeJS.ProcessEnv = {}) => {
      const line = parseCommandLine(args.split(' '), env);
      return line.kind === 'usage' ? line.problem : line.kind;
    };
    expect(problemOf('--theme light npm run -s tracker -- demo')).toBe(
      'unexpected: npm run -s tracker -- demo. A command to run while watching comes after --: ' +
        'visualizer -- npm run -s tracker -- demo',
    );
    expect(problemOf('npm run -s tracker', { npm_lifecycle_event: 'visualizer' })).toBe(
      'unexpected: npm run -s tracker. A command to run while watching comes after a second --, ' +
        'npm having taken the first: npm run -s visualizer -- -- npm run -s tracker',
    );
    expect(problemOf('--fiel tracker')).toMatch(/--fiel/);
    expect(problemOf('--fiel=x tracker')).toMatch(/--fiel/);
  });

  it('knows one picture in each form and size, and the narration', () => {
    const mode = (...args: readonly string[]) => {
      const line = parse(...args);
      return line.kind === 'run' ? line.options.mode : line;
    };
    const size = { width: 120, height: 40 };
    expect(mode('--once', '--text')).toEqual({ kind: 'report' });
    expect(mode('--once', '--size', '120x40')).toEqual({ kind: 'picture', format: { kind: 'text' }, size });
    expect(mode('--once', '--size=120×40', '--text')).toMatchObject({ kind: 'picture', size });
    expect(mode('--once', '--ansi')).toEqual({ kind: 'picture', format: { kind: 'ansi' }, size: null });
    expect(mode('--once', '--svg', '-', '--size', '60x20')).toEqual({
      kind: 'picture',
      format: { kind: 'svg', file: '-' },
      size: { width: 60, height: 20 },
    });
    expect(mode('--plain')).toEqual({ kind: 'narration' });
  });

  it('takes a picture for what is meant where there is no screen for a dashboard', () => {
    for (const args of [[], ['--text'], ['--size', '80x24'], ['--size', '80x24', '--ansi'], ['--svg', 'x']]) {
      expect(parseCommandLine(args, {}, false)).toEqual(parse('--once', ...args));
    }
    expect(parseCommandLine(['--plain'], {}, false)).toEqual(parse('--plain'));
  });

  it.each([
    ['choose one of --ansi and --svg', ['--once', '--ansi', '--svg', 'x']],
    ['add --once', ['--svg', 'x.svg']],
    ['add --once', ['--size', '80x24']],
    ['--plain goes on watching, --once does not', ['--plain', '--once']],
    ['--plain goes on watching, --size does not', ['--plain', '--size', '80x24']],
    ['needs at least 60x20', ['--once', '--size', '59x20']],
    ['needs at least 60x20', ['--once', '--size', '100x19']],
    ['at most 1000x500', ['--once', '--size', '99999x40']],
    ['such as 120x40, not 120', ['--once', '--size', '120']],
    ['such as 120x40, not -1x5', ['--once', '--size=-1x5']],
    ['needs the path of a picture', ['--once', '--svg', '']],
    ['dark, light, mono, not pink', ['--theme', 'pink']],
    ['choose one of --ascii and --no-ascii', ['--ascii', '--no-ascii']],
    ['--size needs a value; one that begins with - follows =: --size=-5x5', ['--once', '--size', '-5x5']],
    ['--theme needs a value', ['--theme', '--once']],
    ['--file needs a value', ['--file']],
    ['--file was given more than once', ['--file', 'x', '--file', 'y']],
    ['--theme was given more than once', ['--theme', 'dark', '--theme=light']],
  ])('says %s', (problem, args) => {
    const said = parse(...args);
    expect(said).toMatchObject({ kind: 'usage', problem: expect.stringContaining(problem) });
    expect(said).toMatchObject({ problem: expect.not.stringMatching(/u\{|\n/) });
  });

  it('takes the theme from --theme, else from NO_COLOR, else from its variable, and is dark', () => {
    const themeOf = (args: readonly string[], env: NodeJS.ProcessEnv) => {
      const line = parseCommandLine(args, env);
      return line.kind === 'run' ? line.options.theme : line.kind;
    };
    const env = { MEMORY_VISUALIZER_THEME: 'light' };
    expect(themeOf([], {})).toBe('dark');
    expect(themeOf([], env)).toBe('light');
    expect(themeOf([], { ...env, NO_COLOR: '1' })).toBe('mono');
    expect(themeOf([], { ...env, NO_COLOR: '' })).toBe('light');
    expect(themeOf(['--theme', 'dark'], { ...env, NO_COLOR: '1' })).toBe('dark');
    expect(themeOf([], { MEMORY_VISUALIZER_THEME: 'toString' })).toBe('usage');
  });

  it('keeps to ASCII when asked to, where the locale names another encoding than UTF-8, and on the console of Linux', () => {
    const asciiOf = (args: readonly string[], env: NodeJS.ProcessEnv) => {
      const line = parseCommandLine(args, env);
      return line.kind === 'run' && line.options.ascii;
    };
    expect(asciiOf(['--ascii'], { LANG: 'en_GB.UTF-8' })).toBe(true);
    expect(asciiOf([], {})).toBe(false);
    expect(asciiOf([], { LANG: 'de_DE.utf8' })).toBe(false);
    expect(asciiOf([], { LANG: 'en_GB.UTF-8', LC_ALL: 'C' })).toBe(true);
    expect(asciiOf([], { LC_CTYPE: 'C.UTF-8', LANG: 'C' })).toBe(false);
    expect(asciiOf(['--no-ascii'], { LC_ALL: 'POSIX' })).toBe(false);
    const console = { TERM: 'linux', LANG: 'C.UTF-8' };
    expect(asciiOf([], console)).toBe(true);
    expect(asciiOf(['--once'], console)).toBe(true);
    expect(asciiOf(['--no-ascii'], console)).toBe(false);
    expect(asciiOf([], { ...console, TERM: 'xterm' })).toBe(false);
    // A picture in a file is looked at elsewhere.
    expect(asciiOf(['--once', '--svg', 'x.svg'], console)).toBe(false);
    expect(asciiOf(['--once', '--svg', 'x.svg'], { ...console, LANG: 'C' })).toBe(true);
  });

  it('helps within 80 columns, with every key and examples', () => {
    const lines = helpText().split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    for (const { label, help } of KEY_TABLE) {
      if (help !== null) expect(lines.some((line) => line.includes(label) && line.includes(help))).toBe(true);
    }
    expect(lines).toContain('Examples');
    for (const code of Object.values(EXIT))
      expect(helpText()).toMatch(new RegExp(`^(Exit codes:.*| +).*\\b${code} `, 'm'));
  });

  it('helps with commands that can be typed where it runs: in a clone those of npm, installed those of the package', () => {
    const clone = helpText();
    expect(clone).toContain('In a clone, visualizer stands for: npm run -s visualizer --');
    expect(clone).toContain('  visualizer -- npm run -s tracker -- demo --interval 1s\n');
    expect(clone).not.toContain('memory-tracker');
    const installed = helpText(true);
    expect(installed).toMatch(/^memory-visualizer \[--file PATH\]/);
    expect(installed).toContain('  memory-visualizer -- memory-tracker demo --interval 1s\n');
    expect(installed).not.toMatch(/(?<!memory-)visualizer|npm run/);
    for (const line of installed.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
