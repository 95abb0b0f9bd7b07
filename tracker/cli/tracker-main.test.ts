/** The options that every command has, wherever they stand, and the answer where a command line makes no sense. */
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { trackerMain } from './tracker-main.ts';

describe('the options of every command', () => {
  it.each([
    [['--file', '/tmp/elsewhere/s.txt', '--json', 'alloc'], 'alloc'],
    [['--json', '--file=elsewhere.txt', 'segment', 'alloc'], 'segment alloc'],
    [['segment', '--file', 'elsewhere.txt', 'free', '--json'], 'segment free'],
    [['--json', 'nonsense'], 'nonsense'],
    [['--json', 'show', '--file'], 'show'],
  ])('are no part of the command that --json names: %j', async (args, command) => {
    const { code, stdout } = await new Place().tell(args);
    expect(code).toBe(64);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, command, error: { code: 'usage' } });
  });

  it('are words like others behind a lone --', async () => {
    const { code, stdout, stderr } = await new Place().tell(['access', 'P1', '--page', '0', '--', '--json']);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain('either ADDRESS');
    expect((await new Place().tell(['alloc', '--', '--help'])).stderr).toContain("PID: found '--help'");
  });

  it('take no option for their value', async () => {
    const place = new Place();
    const { code, stderr } = await place.tell(['--file', '--json', 'alloc', 'P1', '1']);
    expect({ code, stderr }).toEqual({ code: 64, stderr: '' });
    expect((await place.tell(['alloc', 'P1', '1', '--file'])).stderr).toContain('--file needs a value');
  });

  it('take a value that begins with - behind = alone', async () => {
    const place = new Place();
    expect(await place.tell(['--file', '-x', 'show'])).toEqual({
      code: 64,
      stdout: '',
      stderr: 'tracker: --file needs a value: --file PATH; one that begins with - follows =: --file=PATH\n',
    });
    expect(await place.json('--file', '-x', 'show')).toMatchObject({ ok: false, command: 'show' });
    expect((await place.tell(['--file=-x', 'show'])).code).toBe(66);
  });
});

it('a bug is an object to --json, and thrown on for its stack', async () => {
  let stdout = '';
  const streams = {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: () => expect.fail('the catcher of the bug speaks') },
    env: {
      get MEMORY_STATUS_FILE(): string {
        throw new Error('as a bug would');
      },
    },
  };
  await expect(trackerMain(['show', '--json'], streams)).rejects.toThrow('as a bug would');
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    command: 'show',
    revision: null,
    error: { code: 'bug' },
  });
});

it.each([
  [['--json'], 'segment alloc 9\nsegment compact\n', 'segment compact'],
  [['run', '-', '--fresh', '--json'], 'alloc P1 1\nsegment compact\n', 'segment compact'],
])('a bug in a line is an object of the command in that line: %j', async (args, input, command) => {
  const objects: unknown[] = [];
  const streams = {
    stdin: Readable.from([input]),
    stdout: {
      write: (text: string) => {
        const object: { ok: boolean; command: string } = JSON.parse(text);
        if (object.ok && object.command === command) throw new Error('as a bug would');
        objects.push(object);
      },
    },
    stderr: { write: () => expect.fail('the catcher of the bug speaks') },
    env: { MEMORY_STATUS_FILE: new Place().file },
  };
  await expect(trackerMain(args, streams)).rejects.toThrow('as a bug would');
  expect(objects).toMatchObject([{ ok: true }, { ok: false, command, error: { code: 'bug' } }]);
});
