/** Fuzzed status files, scripts and command lines; HOSTILE_RUNS makes more of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatStatus } from '../../shared/status-text/format.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { Place } from '../testing/run-tracker.ts';
import { attack, attackWithin, expectSentence, expectTame } from './attack.ts';
import {
  damaged,
  damages,
  edited,
  edits,
  nastyLine,
  nastyWords,
  throwFile,
  throwScript,
  throwWords,
} from './hostile-content.ts';

const numRuns = Number(process.env.HOSTILE_RUNS ?? 150);
const EXAMPLE = formatStatus(exampleStatus());
const WITHOUT_CHECKSUM = Buffer.from(
  Buffer.from(EXAMPLE)
    .toString()
    .replace(/^Checksum: .*\n/m, ''),
);

it('every prefix of a status file is refused by line, and left as it is', async () => {
  const place = new Place();
  const step = numRuns > 1000 ? 1 : 7;
  for (let length = EXAMPLE.length - 2; length >= 0; length -= step) {
    expect((await throwFile(place, EXAMPLE.subarray(0, length))).code).toBe(65);
  }
});

it('a damaged status file is read or refused by line, and left as it is', async () => {
  const place = new Place();
  await fc.assert(
    fc.asyncProperty(damages, async (all) => {
      await throwFile(place, damaged(WITHOUT_CHECKSUM, all));
    }),
    { numRuns },
  );
});

it('an edited status file is worked with or refused by line, and left as it is', async () => {
  const place = new Place();
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const { code } = await throwFile(place, Buffer.from(edited(WITHOUT_CHECKSUM.toString(), all)));
      if (code === 0) accepted += 1;
    }),
    { numRuns },
  );
  expect(accepted).toBeGreaterThan(0);
});

it('a script of any content runs or is refused by line', async () => {
  const place = new Place();
  await fc.assert(
    fc.asyncProperty(
      fc.array(nastyLine, { maxLength: 8 }),
      fc.array(damages, { maxLength: 1 }),
      async (lines, all) => {
        const script = Buffer.from(lines.join('\n'));
        await throwScript(place, all[0] ? damaged(script, all[0]) : script);
      },
    ),
    { numRuns },
  );
});

it('a menu and a pipe of any lines answer each, and end well', async () => {
  const place = new Place();
  await fc.assert(
    fc.asyncProperty(fc.array(nastyLine, { maxLength: 8 }), async (lines) => {
      // A line that says what to run next would leave the place.
      const input = lines.filter((line) => !/^\s*(run|demo)/.test(line)).join('\n');
      const menu = await place.tell(['menu'], input);
      const pipe = await place.tell([], input);
      expectTame(menu.stdout + menu.stderr + pipe.stdout + pipe.stderr);
      expect(menu.code).toBe(0);
      expect([0, 1, 64, 65]).toContain(pipe.code);
    }),
    { numRuns: numRuns / 2 },
  );
});

it('a command line of any words is done or refused in a sentence', async () => {
  const place = new Place();
  await fc.assert(
    fc.asyncProperty(nastyWords, (words) => throwWords(place, words)),
    { numRuns, examples: [[['expect', 'free', '\0']]] },
  );
});

it.each([
  ['CRLF and a byte order mark', '\ufeffalloc P1 2\r\nfree P1\r\n', 0],
  ['UTF-16', Buffer.from('\ufeffalloc P1 2\n', 'utf16le'), 65],
  ['a NUL', 'alloc P1 2\nalloc P\0 2\n', 65],
  ['a line of eight megabytes', `# ${'x'.repeat(8e6)}\nalloc ${'P'.repeat(7e6)} 1\n`, 65],
  ['eight megabytes of quotes', '"'.repeat(8e6), 65],
  ['10^9 frames', `init --total-frames 1000000000\n`, 65],
])('a script of %s runs or is refused (then 65), within 512 MB and two seconds', async (_, input, code) => {
  const ran = await attackWithin(new Place(), ['run', '-'], { input });
  expect(ran.code).toBe(code);
  expectTame(ran.stderr);
  if (code !== 0) expect(ran.stderr).toMatch(/^tracker: stdin:\d+: /);
});

it('a line of 300,000 references is done', async () => {
  const input = `reserve P1 9\nrefs P1 ${'7 0 1 '.repeat(100_000)}\n`;
  const { code, stdout, stderr } = await new Place().tell([], input);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('300000 references: 299997 hits, 3 page faults');
});

it('a pipe refuses a line of megabytes by its number', async () => {
  const ran = await attack(new Place(), [], { input: `# one\n# two\n${'x'.repeat(3e6)}` });
  expectSentence(ran, 65);
  expect(ran.stderr).toContain('stdin:3: ');
});

it('JSON reads back as what was said, without a raw control byte', async () => {
  const { stdout } = await new Place().tell(['\u009b31m\u202e', '--json']);
  expectTame(stdout);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, command: '\u009b31m\u202e' });
});
