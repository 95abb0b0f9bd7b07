/** What `expect` lines speak of: the last command that is none, whatever became of other `expect` lines. */
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

const run = (...lines: string[]) =>
  new Place().tell(['run', '-', '--fresh', '--keep-going'], lines.join('\n'));

it('an expectation that does not fit the last command fails, and the next still speaks of that command', async () => {
  const { code, stdout, stderr } = await run('alloc P1 2', 'expect frame 0', 'expect free 62');
  expect(stderr).toBe(
    "tracker: stdin:2: expected frame 0, but found 'alloc P1 2', whose answer has no frame\n",
  );
  expect(stdout).toContain('1 passed, 1 failed');
  expect(code).toBe(1);
});

it('an expectation that makes no sense fails as bad data, and the next still speaks of that command', async () => {
  const { code, stdout, stderr } = await run(
    'alloc P1 2',
    'access P1 0',
    'expect frame zero',
    'expect nonsense',
    'expect hit',
  );
  expect(stderr).toMatch(
    /^tracker: stdin:3: frame: found 'zero'.*\ntracker: stdin:4: expect: found 'nonsense'.*\n$/,
  );
  expect(stdout).toContain('1 passed, 2 failed');
  expect(code).toBe(65);
});

it('without a command before it an expectation cannot hold', async () => {
  const { code, stderr } = await run('expect free 64');
  expect(stderr).toContain('stdin:1: expect needs a command before it');
  expect(code).toBe(65);
});

it('a code that no refusal has makes no sense, and the nearest is named', async () => {
  for (const command of ['alloc P1 100', 'alloc P1 1']) {
    const { code, stderr } = await run(command, 'expect refused no-free-frame');
    expect(stderr).toContain(
      "stdin:2: expect refused: found 'no-free-frame' (did you mean 'no-free-frames'?), expected one of the codes that 'help expect' lists\n",
    );
    expect(code).toBe(65);
  }
  expect((await run('alloc P1 1', 'expect refused toString')).stderr).toContain("found 'toString', expected");
});

it('numbers are decimal or hexadecimal in every expectation', async () => {
  const { code, stdout, stderr } = await run(
    'init --total-frames 3',
    'alloc P1 2',
    'expect frames 0x0 0x1 -',
    'map P2 0x20 2',
    'expect frames P1:0 P1:0x1 P2:0x20',
    'segment alloc 100',
    'expect base 0x3e8',
    'expect holes 0x44c:0xff9c',
    'expect free 0x0',
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('5 passed, 0 failed');
});

it.each([
  ['frames 0 1O -', "PAGE: found '1O', expected a whole number"],
  ['frames P/1:0', "PID: found 'P/1', expected 1 to 32"],
  ['holes 1100', "found '1100', expected holes such as 1100:50, or none"],
  ['holes 1100:50:1', "found '1100:50:1', expected holes such as 1100:50, or none"],
  ['holes 1100:fifty', "SIZE: found 'fifty', expected a whole number"],
])('expect %s makes no sense', async (expectation, message) => {
  const { code, stderr } = await run('alloc P1 1', `expect ${expectation}`);
  expect(stderr).toContain(message);
  expect(code).toBe(65);
});
