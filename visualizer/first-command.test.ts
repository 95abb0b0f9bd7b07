import { describe, expect, it } from 'vitest';
import { ownFolder } from '../shared/own-package.ts';
import { firstCommand } from './first-command.ts';

const project = ownFolder() ?? '';

describe('the command that makes the file', () => {
  it('leaves out the file where a tracker in the project folder takes it by itself', () => {
    for (const file of ['memory_status.txt', './memory_status.txt', `${project}/memory_status.txt`]) {
      expect(firstCommand(file, project, {})).toEqual({
        inProject: 'npm run -s tracker -- alloc P1 4',
        installed: 'memory-tracker alloc P1 4',
      });
    }
  });

  it('names any other by a path that is right in every folder', () => {
    const whole = (file: string, cwd: string, env = {}): string =>
      firstCommand(file, cwd, env).inProject.replace('npm run -s tracker -- ', '');
    expect(whole('memory_status.txt', '/tmp')).toBe('--file /tmp/memory_status.txt alloc P1 4');
    expect(whole('lab1.txt', project)).toBe(`--file ${project}/lab1.txt alloc P1 4`);
    const told = { MEMORY_STATUS_FILE: '/tmp/other.txt' };
    expect(whole('memory_status.txt', project, told)).toBe(`--file ${project}/memory_status.txt alloc P1 4`);
  });

  it('writes a name so that a shell takes it for one word', () => {
    expect(firstCommand("it's mine.txt", '/tmp', {})).toEqual({
      inProject: "npm run -s tracker -- --file '/tmp/it'\\''s mine.txt' alloc P1 4",
      installed: "memory-tracker --file '/tmp/it'\\''s mine.txt' alloc P1 4",
    });
  });
});
