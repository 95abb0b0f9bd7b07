import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownFolder } from '../shared/own-package.ts';
import { firstCommand, shellLines } from './first-command.ts';

const PROJECT = '/home/me/memory-tracker';

const inClone = (file: string, cwd: string | null = PROJECT, env = {}) =>
  firstCommand(file, { cwd, clone: PROJECT, env, exists: () => true });
const installed = (file: string, cwd: string | null = '/tmp/lab', env = {}) =>
  firstCommand(file, { cwd, clone: null, env, exists: () => true });

describe('the command that makes the file', () => {
  it('is that of npm in a clone, typed in its folder', () => {
    expect(firstCommand('memory_status.txt').folder).toBe(ownFolder());
    for (const file of ['memory_status.txt', './memory_status.txt', `${PROJECT}/memory_status.txt`]) {
      expect(inClone(file)).toEqual({ folder: PROJECT, command: 'npm run -s tracker -- alloc P1 4' });
    }
    expect(inClone('memory_status.txt', '/tmp/lab')).toEqual({
      folder: PROJECT,
      command: 'npm run -s tracker -- --file /tmp/lab/memory_status.txt alloc P1 4',
    });
    expect(inClone('lab1.txt').command).toBe('npm run -s tracker -- --file lab1.txt alloc P1 4');
  });

  it('is that of the package where it is installed: in the folder of the file, if we were started there', () => {
    expect(installed('memory_status.txt')).toEqual({
      folder: '/tmp/lab',
      command: 'memory-tracker alloc P1 4',
    });
    expect(installed('labs/1.txt')).toEqual({
      folder: '/tmp/lab',
      command: 'memory-tracker --file labs/1.txt alloc P1 4',
    });
    for (const cwd of ['/tmp/other', null]) {
      expect(installed('/tmp/lab/memory_status.txt', cwd)).toEqual({
        folder: null,
        command: 'memory-tracker --file /tmp/lab/memory_status.txt alloc P1 4',
      });
    }
  });

  it('names the file that a tracker would take by itself, if it did not take another', () => {
    const told = { MEMORY_STATUS_FILE: '/tmp/other.txt' };
    expect(installed('memory_status.txt', '/tmp/lab', told).command).toBe(
      'memory-tracker --file memory_status.txt alloc P1 4',
    );
  });

  it('makes the folder first, where there is none', () => {
    const [exists, folder] = [(candidate: string) => candidate === '/tmp/lab', '/tmp/lab'];
    const at = (file: string) => firstCommand(file, { cwd: folder, clone: null, env: {}, exists });
    expect(at('labs/week 1/a.txt')).toEqual({
      folder,
      command: 'mkdir -p labs/week\\ 1 && memory-tracker --file labs/week\\ 1/a.txt alloc P1 4',
    });
    expect(at('/tmp/other/a.txt').command).toBe(
      'mkdir -p /tmp/other && memory-tracker --file /tmp/other/a.txt alloc P1 4',
    );
    expect(at('a.txt').command).toBe('memory-tracker --file a.txt alloc P1 4');
  });

  it('writes a name so that a shell takes it for one word, and nobody for an option', () => {
    expect(installed("it's mine.txt").command).toBe("memory-tracker --file it\\'s\\ mine.txt alloc P1 4");
    expect(installed('-x.txt').command).toBe('memory-tracker --file /tmp/lab/-x.txt alloc P1 4');
  });
});

describe('a command in several lines', () => {
  it('is broken at a blank where there is one', () => {
    const { command } = installed(`/tmp/${'a'.repeat(60)}/memory_status.txt`);
    expect(shellLines(command, 200)).toEqual([command]);
    expect(shellLines(command, 60)).toEqual([
      'memory-tracker --file \\',
      `/tmp/${'a'.repeat(54)}\\`,
      'aaaaaa/memory_status.txt alloc P1 4',
    ]);
  });

  it('is to a shell what it was in one, wherever it is broken', () => {
    const names = fc.array(fc.constantFrom('a', '/', ' ', '\\', "'", '"', '$', 'é', '!'), { maxLength: 30 });
    const cases = fc.sample(fc.tuple(names, fc.integer({ min: 3, max: 40 })), { numRuns: 100, seed: 1 });
    const typed = cases.map(([name, width]) => {
      const { command } = installed(`/t/${name.join('')}x`);
      const lines = shellLines(command, width);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
      return [lines.join('\n'), command];
    });
    const words = (commands: readonly (string | undefined)[]): string =>
      execFileSync('sh', {
        input: commands.map((each) => `printf '<%s>' ${each}\necho\n`).join(''),
      }).toString();
    expect(words(typed.map(([broken]) => broken))).toBe(words(typed.map(([, whole]) => whole)));
    const files = cases.map(([name]) => `/t/${name.join('')}x`.replace(/\/+/g, '/'));
    expect(words(typed.map(([broken]) => broken))).toBe(
      files.map((file) => `<memory-tracker><--file><${file}><alloc><P1><4>\n`).join(''),
    );
  });

  it('has names that no cell can show by their bytes, which bash takes for what they are', () => {
    expect(installed('nl\nx').command).toBe("memory-tracker --file nl$'\\n'x alloc P1 4");
    const odd = fc.constantFrom(
      'a',
      '/',
      ' ',
      "'",
      '$',
      '\n',
      '\t',
      '\u001b',
      '\u00ad',
      'e\u0301',
      '記',
      '\u{1f600}',
    );
    const names = fc.array(odd, { maxLength: 20 });
    const cases = fc.sample(fc.tuple(names, fc.integer({ min: 20, max: 60 })), { numRuns: 100, seed: 1 });
    const files = cases.map(([name]) => `/t/${name.join('')}x`.replace(/\/+/g, '/'));
    const broken = cases.map(([, width], index) => {
      const lines = shellLines(installed(files[index] ?? '').command, width);
      expect(lines.join('')).toMatch(/^[ -~é]+$/);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
      return `printf '<%s>' ${lines.join('\n')}\n`;
    });
    expect(execFileSync('bash', { input: broken.join('') }).toString()).toBe(
      files.map((file) => `<memory-tracker><--file><${file}><alloc><P1><4>`).join(''),
    );
  });
});
