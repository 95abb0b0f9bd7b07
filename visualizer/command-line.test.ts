import { describe, expect, it } from 'vitest';
import { helpText, parseCommandLine } from './command-line.ts';
import { KEY_TABLE } from './keys.ts';

const parse = (...args: readonly string[]) => parseCommandLine(args, {});

describe('the command line', () => {
  it('watches memory_status.txt by default', () => {
    expect(parse()).toEqual({
      kind: 'run',
      options: { once: false, file: 'memory_status.txt', command: [] },
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
    expect(parse('--once', '--', 'tracker', 'run', '--loop', '--', 'x')).toEqual({
      kind: 'run',
      options: { once: true, file: 'memory_status.txt', command: ['tracker', 'run', '--loop', '--', 'x'] },
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
    expect(parse('tracker', 'demo')).toMatchObject({
      kind: 'usage',
      problem: expect.stringContaining('visualizer -- tracker demo'),
    });
    expect(parse('a\u001b[2Jb')).toMatchObject({ problem: expect.not.stringContaining('\u001b') });
  });

  it('helps within 80 columns, with every key and examples', () => {
    const lines = helpText().split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    for (const { label, help } of KEY_TABLE) {
      if (help !== null) expect(lines.some((line) => line.includes(label) && line.includes(help))).toBe(true);
    }
    expect(lines).toContain('Examples');
  });
});
