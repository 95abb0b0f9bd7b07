/**
 * Status files, names and output that nobody made in good faith, on the screen: what is drawn of them are plain
 * characters in cells of their own, and nothing else reaches the terminal, a pipe or a picture.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printable } from '../../shared/printable.ts';
import type { StatusEvent } from '../../shared/status.ts';
import { formatStatus } from '../../shared/status-text/format.ts';
import { parseStatus } from '../../shared/status-text/parse.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { temporaryDirectory } from '../../shared/testing/temporary-directory.ts';
import { opened, type TestDashboard } from '../testing/shown.ts';
import { expectWholeBoxes } from '../testing/whole-boxes.ts';
import { plain } from '../view/wording.ts';
import { MAIN, Watcher } from './watcher.ts';
import { expectWellFormed } from './well-formed.ts';

/** What a status file may hold. */
const ACCEPTED = [
  '漢字 and ｗｉｄｅ and 🎉🎉🎉 and {red-fg}{bold}tags{/}{/red-fg}{escape}',
  `zalgo e${'\u0301\u0323'.repeat(40)}`,
  'عربى עברית',
  '<svg onload="x">&amp;</text>]]>',
  '%s %n $(reboot) `reboot`',
  'x'.repeat(60_000),
  `${'漢'.repeat(20_000)}`,
  'a '.repeat(20_000),
  '─│└┘█⠿▏',
  '',
];

/** What makes it a bad file. */
const REFUSED = [
  '\u001b[2J\u001b[31mred',
  '\u001b]0;title\u0007',
  '\u001bP1$r\u001b\\',
  '\u009b2J',
  '\u202eturned round',
  '\u2066isolated',
  '\0',
  '\b\b\b\b',
  '\rover',
  '\u0085',
  '\u2028',
  '\u200dinvisible\ufeff',
  '\u00ad',
  Buffer.from([0xff, 0xfe, 0x1b, 0x63]),
  Buffer.from([0xed, 0xa0, 0x80]),
  '\u001b'.repeat(100_000),
];

/** With the texts as command, as events and as reasons. */
function statusOf(texts: readonly string[]) {
  const events = texts.map(
    (text, k): StatusEvent => ({
      revision: 17,
      time: 12,
      kind: 'evict',
      frame: 4,
      text,
      candidates: [{ pid: 'P2', page: k, frame: 4, number: text }],
    }),
  );
  return exampleStatus({ command: texts[0] ?? '', events });
}

/** An example with `content` in the place of `word`, and no checksum. */
function withInstead(word: string, content: string | Uint8Array): Buffer {
  const text = Buffer.from(formatStatus(exampleStatus())).toString();
  const [before = '', after = ''] = text.replace(/^Checksum: .*\n/m, '').split(word, 2);
  return Buffer.concat([Buffer.from(before), Buffer.from(content), Buffer.from(after)]);
}

/** One in the place of each kind of text and name that there is. */
const PLACES = [
  'access P2 8192 --write',
  'P2 page 1: loaded into',
  'loaded at 6',
  'stack',
  'editor',
  'lru',
  '17',
];

it.each([
  [80, 24],
  [120, 40],
])('at %dx%d hostile texts are drawn as their plain forms are, byte for byte', async (columns, rows) => {
  const drawn: string[][] = [];
  for (const safe of [(text: string) => text, (text: string) => plain(text, 100_000)]) {
    const screen = opened(columns, rows);
    const parsed = parseStatus(formatStatus(statusOf(ACCEPTED.map(safe))));
    if (!parsed.ok) throw new Error(parsed.problem.found);
    await screen.show(parsed.status);
    expectWholeBoxes(screen);
    // The log, each event in full, the log over the whole screen.
    for (const key of ['8', ...ACCEPTED.flatMap(() => ['up', 'enter', 'down', 'escape']), 'e']) {
      await screen.press(key);
    }
    drawn.push([screen.takeWritten(), screen.text()]);
    expectTame(screen);
  }
  expect(drawn[0]).toEqual(drawn[1]);
});

it('whatever makes a file bad is said in plain characters, and the panels stay whole', async () => {
  const screen = opened(120, 40);
  await screen.show(exampleStatus());
  for (const place of PLACES) {
    for (const content of REFUSED) {
      const parsed = parseStatus(withInstead(place, content));
      expect([place, content, parsed.ok]).toEqual([place, content, false]);
      if (parsed.ok) continue;
      screen.takeWritten();
      await screen.observe({ kind: 'bad', problem: parsed.problem });
      expect(screen.line(0)).toContain('BAD FILE');
      expectWholeBoxes(screen);
      expectTame(screen);
    }
  }
});

it('what is typed or pasted, a file name and what a command says are drawn in plain characters', async () => {
  const hostile = [...ACCEPTED, ...REFUSED].map(String).join(' ');
  const screen = opened(100, 30, {
    file: hostile,
    companion: {
      command: plain(hostile),
      end: { code: 1, how: 'exited with 1', endedByUs: false },
      lastLines: [plain(hostile, 300)],
      stop: async () => {},
    },
  });
  await screen.drawn();
  expectTame(screen);
  await screen.show(exampleStatus());
  screen.type(`g漢\u202e{red-fg}\u009b2J\u001b[31m\u001b]0;title\u0007`);
  await screen.drawn();
  expectTame(screen);
  for (const character of Array.from(hostile.slice(0, 60))) screen.dashboard.press(character, character);
  await screen.drawn();
  expectTame(screen);
  expectWholeBoxes(screen);
});

it.each([[['--text']], [['--ansi']], [['--svg', '-']]])(
  '--once %j writes nothing but plain characters of it',
  (format) => {
    const directory = temporaryDirectory();
    const once = (bytes: Uint8Array) => {
      writeFileSync(join(directory, 'memory_status.txt'), bytes);
      return spawnSync(process.execPath, [MAIN, '--once', ...format], { cwd: directory, encoding: 'utf8' });
    };
    const { status, stdout, stderr } = once(formatStatus(statusOf(ACCEPTED)));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expectPlain(stdout.replace(/\u001b\[[\d;]*m/g, ''));
    if (format[0] === '--svg') expectWellFormed(stdout);
    const refused = once(withInstead('loaded at 6', '\u001b[2J\u202e\u009b\0'));
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 65, stdout: '' });
    expectPlain(refused.stderr);
  },
);

it('--plain and complaints about arguments are plain characters', async () => {
  const directory = temporaryDirectory();
  const file = join(directory, 'status');
  writeFileSync(file, formatStatus(statusOf(ACCEPTED)));
  const watcher = await Watcher.start('plain', file);
  await expect.poll(() => watcher.text).toMatch(/Fragmentation[\s\S]*tags[\s\S]*\n$/);
  expectPlain(watcher.text);
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [MAIN, ...words], { cwd: directory, encoding: 'utf8' });
  const hostile = '\u001b[2J\u202e\u009b漢{red-fg}';
  for (const words of [
    ['--once', '--file', hostile],
    ['--once', '--file', 'status', '--svg', `none/${hostile}`],
    ['--theme', hostile],
    ['--once', '--size', hostile],
    [`--${hostile}`],
    [hostile],
    ['--once', '--file', 'status', '--', hostile],
  ]) {
    const { stderr } = run(...words);
    expect([words, stderr]).toEqual([words, expect.stringMatching(/^visualizer: /)]);
    // Of any width: nothing has to fit a cell there.
    expect(stderr.replaceAll('\n', '')).toBe(printable(stderr.replaceAll('\n', ''), stderr.length));
  }
});

/** Control, invisible and combining characters, right to left, wide ones, emoji. */
const NOT_PLAIN =
  /[^\P{C}\n]|[\p{M}\p{Zl}\p{Zp}\u0590-\u08ff\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufdff\ufe30-\uffe6\u{10000}-\u{10ffff}]/u;

/** Lines of characters that any terminal shows, one column each. */
function expectPlain(text: string): void {
  expect(text).not.toMatch(NOT_PLAIN);
}

/** What was written since the last time are the codes that place and colour cells, and plain characters in them. */
function expectTame(screen: TestDashboard): void {
  const codes = /\u001b(?:\[[?\d;]*[A-HJKLMPXdhlmr]|[()][A-Z0]|[=>78])|[\r\n]/g;
  expectPlain(screen.takeWritten().replace(codes, ''));
  expectPlain(screen.text());
  expect(screen.ownScreen()).toBe(true);
}
