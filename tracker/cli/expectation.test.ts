/** What `expect` lines speak of: the last command that is none, whatever became of other `expect` lines. */
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

const run = (...lines: string[]) =>
  new Place().tell(['run', '-', '--fresh', '--keep-going'], lines.join('\n'));

it('an expectation that does not fit the last command fails, and the next still speaks of that command', async () => {
  const { code, stdout, stderr } = await run('alloc P1 2', 'expect frame 0', 'expect free 62');
  expect(stderr).toBe(
    "tracker: stdin:2: expected frame 0, but found 'alloc P1 2', whose answer has no frame: ask it after access, translate, map, or an alloc of one page\n",
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

it('an expectation of an answer needs a command before it, one of the memory does not', async () => {
  const { code, stdout, stderr } = await run('expect hit', 'expect free 64', 'expect holes 1000:65536');
  expect(stderr).toBe('tracker: stdin:1: expect hit needs a command before it\n');
  expect(stdout).toContain('2 passed, 1 failed');
  expect(code).toBe(65);
});

it.each(['alloc P1', 'segment resize 0 0', 'bogus', 'alloc "P1 1', 'run other.txt'])(
  'a line that is a usage error is no refusal, and none of the commands before it is spoken of: %s',
  async (line) => {
    const { code, stderr } = await run('alloc P1 99', 'expect refused', line, 'expect refused', 'expect hit');
    const why = `'${line}' is a usage error, which is no refusal: correct that line, or leave it out`;
    expect(stderr).toContain(`stdin:4: expect refused needs an answer of the memory: ${why}\n`);
    expect(stderr).toContain(`stdin:5: expect hit needs an answer of the memory: ${why}\n`);
    expect(code).toBe(65);
  },
);

it.each([
  ['help', "'help' gives none"],
  ['demo', "'demo' gives none"],
  ['compare nowhere', "'compare nowhere' failed outside it"],
])('a command that is no answer of the memory leaves nothing to expect: %s', async (line, why) => {
  const { stderr } = await run('alloc P1 1', line, 'expect refused');
  expect(stderr).toContain(`stdin:3: expect refused needs an answer of the memory: ${why}\n`);
});

it('an expectation of the memory speaks of the one in the file, and needs that', async () => {
  const place = new Place();
  const line = ['expect', 'free', '60'];
  expect(await place.tell(line)).toMatchObject({ code: 66, stdout: '' });
  await place.tell(['alloc', 'P1', '4']);
  expect(await place.tell(line)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await place.json(...line)).toMatchObject({ ok: true, revision: 1 });
});

it('a page that was put into one frame has that frame', async () => {
  const { code, stderr } = await run('map P1 3 5', 'expect frame 5', 'alloc P2 1', 'expect frame 0');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect((await run('reserve P1 1', 'expect frame 0')).stderr).toContain('whose answer has no frame');
});

it('a divergence from what another command left says that the memory was so', async () => {
  const place = new Place();
  await place.tell(['alloc', 'P1', '4']);
  expect((await place.tell([], 'expect free 64\n')).stderr).toBe(
    'tracker: stdin:1: expected free 64, but found free 60: the memory was so when this began\n',
  );
});

it.each([
  [
    ['segment alloc 100', 'segment alloc 50', 'expect base 1000'],
    'expected base 1000, but found base 1100: segment 1: 50 bytes at 1100 by first fit: hole 1100:65436 of 1 looked at leaves 65386',
  ],
  [
    ['init --total-frames 3', 'reserve P1 4', 'refs P1 "0 1 2 3 0"', 'show', 'expect faults 4'],
    'expected faults 4, but found faults 5: 5 references: 0 hits, 5 page faults',
  ],
  [
    [
      'init --total-frames 1',
      'reserve P1 2',
      'access P1 --page 0 --write',
      'access P1 --page 1',
      'expect write-backs 0',
    ],
    'expected write-backs 0, but found write-backs 1: P1 page 1 was never resident: a cold page fault',
  ],
  [
    ['init --total-frames 1', 'reserve P1 2', 'refs P1 "0 1 0"', 'expect evictions 3'],
    'expected evictions 3, but found evictions 2: 3 references: 0 hits, 3 page faults',
  ],
  [
    ['alloc P1 4', 'segment alloc 10', 'expect free 3'],
    'expected free 3, but found free 60: P1: 4 pages allocated: pages 0-3 -> frames 0-3',
  ],
  [
    ['segment alloc 10', 'alloc P1 4', 'expect holes 1:1'],
    'expected holes 1:1, but found holes 1010:65526: segment 0: 10 bytes at 1000 by first fit: hole 1000:65536 of 1 looked at leaves 65526',
  ],
  [
    ['init --total-frames 4', 'alloc P1 9', 'expect refused', 'expect free 3'],
    "expected free 3, but found free 4: 'alloc P1 9' was refused, so it changed nothing",
  ],
  [
    ['init --total-frames 4', 'expect holes none'],
    'found holes 1000:65536: A fresh memory: 4 frames of 4096 bytes; replacement fifo.',
  ],
  [['alloc P1 1', 'expect holes none'], 'found holes 1000:65536: the memory was so when this began'],
  [
    ['alloc P1 4', 'reserve P1 4', 'expect free 61'],
    'found free 60: P1: 4 pages allocated: pages 0-3 -> frames 0-3',
  ],
  [
    ['init --total-frames 1', 'alloc P1 1', 'access P1 0', 'expect frames -'],
    'found frames 0: P1: 1 page allocated: page 0 -> frame 0',
  ],
  [
    [
      'init --total-frames 1',
      'alloc P1 1',
      'reserve P1 1',
      'access P1 --page 1',
      'reset counters',
      'expect frames 0',
    ],
    'found frames 1: P1 page 1 was never resident: a cold page fault; no frame is free',
  ],
  [
    [
      'alloc P1 1',
      'access P1 0',
      'access P1 --page 9',
      'expect refused',
      'alloc P1 99',
      'expect refused',
      'expect hits 2',
    ],
    'found hits 1: P1 page 0 is in frame 0: a hit',
  ],
  [
    ['alloc P1 1', 'access P1 0', 'reset counters', 'expect hits 1'],
    'found hits 0: The counters begin at zero.',
  ],
  [['alloc P1 4', 'demo', 'expect free 60'], "found free 64: that is what 'demo' left"],
  [
    ['alloc P1 2', 'translate P1 4097', 'expect physical 1'],
    'expected physical 1, but found physical 4097: page 1 of P1 is in frame 1; physical = 1 × 4096 + 1 = 4097 (0x1001)',
  ],
  [
    ['alloc P1 1', 'expect refused'],
    'expected refused, but found done: P1: 1 page allocated: page 0 -> frame 0',
  ],
  [
    ['alloc P1 4', 'expect victim none'],
    "found 'alloc P1 4', whose answer has no victim: ask it after access\n",
  ],
  [['alloc P1 4', 'expect free'], 'expect: found nothing, expected free N'],
  [
    ['alloc P1 4', 'access P1 0', 'expect victim'],
    'expect: found nothing, expected victim PID PAGE, or victim none',
  ],
  [['alloc P1 4', 'access P1 0', 'expect hit 1'], "expect: found '1', expected nothing after hit"],
  [['alloc P1 99', 'expect refused no-hole now'], "expect: found 'now', expected refused, or refused CODE"],
  [
    ['alloc P1 99', 'expect frame 0'],
    'expected frame 0, but found refused no-free-frames: 99 frames asked for, but only 64 of 64 free',
  ],
])('a divergence says why: %j', async (lines, message) => {
  expect((await run(...lines)).stderr).toContain(message);
});

it.each([
  'expect refused "no-free-frames"',
  '"expect" refused',
  `expect 'refused' no-"free"-frames`,
  'expect refused # so',
])('a refusal is expected in whatever quotes: %s', async (line) => {
  const lines = ['alloc P1 99', '', '# a comment', line, 'alloc P1 1'].join('\n');
  const { code, stdout, stderr } = await new Place().tell(['run', '-', '--fresh'], lines);
  expect(stdout).toMatch(/^refused, as expected: 99 frames.*\nP1: 1 page allocated/);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it('a line whose quotes are not closed expects no refusal', async () => {
  const { code, stderr } = await run('alloc P1 99', 'expect refused "no-free-frames');
  expect(stderr).toMatch(/^tracker: stdin:1: 99 frames .*\ntracker: stdin:2: a quote is never closed/);
  expect(code).toBe(1);
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
