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
