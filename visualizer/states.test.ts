/** What the dashboard says of the file and the tracker behind it, and how it treats what the file says. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { opened, shown, type TestDashboard } from './testing/shown.ts';

/** The background of the dark theme. */
const [PANEL, WHITE] = [234, 231];

describe('the state', () => {
  const right = (screen: TestDashboard): string => screen.line(0);

  it('is LIVE with revision and age', async () => {
    const screen = await shown(80, 24, exampleStatus());
    expect(right(screen)).toContain('● LIVE  rev 17  0.4 s ago');
    const at = screen.find('● LIVE');
    expect(screen.cell(at.x, at.y)).toMatchObject({ foreground: 114, background: PANEL });
  });

  it('is WAITING before there is a file, and says what to type', async () => {
    const open = opened(80, 24);
    await open.observe({ kind: 'missing' });
    expect(open.line(0)).toContain('○ WAITING');
    expect(open.text()).toContain('Waiting for memory_status.txt');
    expect(open.text()).toContain('npm run -s tracker -- alloc P1 4');
    await open.show(exampleStatus());
    expect(open.text()).toContain('1 Frames');
    expect(open.text()).not.toContain('Waiting');
  });

  it('names a file that the tracker has to be told of', async () => {
    const open = opened(80, 24, { file: '/tmp/lab 1.txt' });
    await open.observe({ kind: 'missing' });
    expect(open.text()).toContain('npm run -s tracker -- --file /tmp/lab\\ 1.txt alloc P1 4');
  });

  it('is WAITING with a command in one line where one has room for it', async () => {
    const command = `npm run -s tracker -- --file /tmp/${'a'.repeat(37)}.txt alloc P1 4`;
    const open = opened(command.length, 20, { file: `/tmp/${'a'.repeat(37)}.txt` });
    await open.observe({ kind: 'missing' });
    expect(open.lines()).toContain(command);
  });

  it('is WAITING with the whole command to type, however narrow the window and long the path', async () => {
    const file = `/tmp/${'a-long-name/'.repeat(6)}lab1.txt`;
    const open = opened(60, 20, { file });
    await open.observe({ kind: 'missing' });
    expect(open.text()).not.toContain('…');
    const letters = open.text().replaceAll(/\s/g, '');
    expect(letters.replaceAll('\\', '')).toContain(`npmrun-stracker----file${file}allocP14`);
    expect(open.text()).toMatch(/npm run -s tracker -- --file \\ *$/m);
    expect(letters).toContain('assoonasthefilecanberead.');
  });

  it.each([20, 24, 28, 30, 60])(
    'is WAITING with the keys in sight, however long the path, in %d lines',
    async (rows) => {
      const open = opened(80, rows, { file: `/nowhere/${'long-folder/'.repeat(300)}memory_status.txt` });
      await open.observe({ kind: 'missing' });
      expect(open.line(rows - 1)).toMatch(/^ \? {2}help {2}q {2}quit/);
      expect(open.line(rows - 2)).toContain('long-folder/');
    },
  );

  it('makes the folder in its command from when on that has gone', async () => {
    const parent = mkdtempSync(path.join(tmpdir(), 'visualizer-test-'));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    const folder = path.join(parent, 'lab');
    mkdirSync(folder);
    const open = opened(160, 24, { file: path.join(folder, 'a.txt') });
    await open.observe({ kind: 'missing' });
    expect(open.text()).not.toContain('mkdir');
    rmSync(folder, { recursive: true });
    await open.drawn();
    expect(open.text()).toContain(`mkdir -p ${folder} && npm run -s tracker --`);
  });

  it('is WAITING again when the file has gone, still showing the last picture', async () => {
    const screen = await shown(80, 24, exampleStatus());
    await screen.observe({ kind: 'missing' });
    expect(right(screen)).toContain('WAITING: the file is gone  showing rev 17');
    expect(screen.text()).toContain('A 0');
  });

  it('is LIVE when the file is back as it was, as old as it was, and that is no further revision', async () => {
    const screen = await shown(80, 24, exampleStatus());
    await screen.show(exampleStatus({ revision: 18 }));
    screen.wait(480_000);
    await screen.drawn();
    const before = screen.text();
    expect(right(screen)).toContain('● LIVE  rev 18  8 min ago');
    for (const trouble of [
      { kind: 'missing' },
      { kind: 'unreadable', reason: 'not a plain file' },
      { kind: 'bad', problem: { line: 1, found: 'x', expected: 'y' } },
    ] as const) {
      await screen.observe(trouble);
      expect(right(screen)).not.toContain('LIVE');
      await screen.observe({ kind: 'back' });
      expect(screen.text()).toBe(before);
    }
    await screen.press('[');
    expect(right(screen)).toContain('‖ PAUSED −1  rev 17  8 min ago');
  });

  it('is STALE after ten seconds of a running tracker’s silence', async () => {
    const screen = await shown(80, 24, exampleStatus({ door: 'script' }));
    expect(right(screen)).toContain('● LIVE');
    screen.wait(10_000);
    await screen.press('unbound');
    screen.dashboard.redraw();
    await screen.drawn();
    expect(right(screen)).toContain('○ STALE  rev 17  10 s ago');
  });

  it('is TRACKER GONE when its process has ended', async () => {
    const screen = await shown(80, 24, exampleStatus({ door: 'menu' }), { alive: false });
    expect(right(screen)).toContain('○ TRACKER GONE (4242)  rev 17');
  });

  it('is BAD FILE with the line, still showing the last good one, and says why', async () => {
    const screen = await shown(80, 24, exampleStatus());
    const problem = {
      line: 17,
      found: '"Used Frames: x"',
      expected: '"Used Frames: " and a whole number, 0 to 8',
    };
    await screen.observe({ kind: 'bad', problem });
    expect(right(screen)).toContain('× BAD FILE line 17  showing rev 17');
    expect(screen.text()).toContain(
      'memory_status.txt:17: found "Used Frames: x", expected "Used Frames: " and a',
    );
    expect(screen.text()).toContain('whole number, 0 to 8');
    expect(screen.text()).toContain('A 0');
    const at = screen.find('memory_status.txt:17');
    expect(screen.cell(at.x, at.y)).toMatchObject({ foreground: WHITE, background: 124 });
    await screen.show(exampleStatus({ revision: 18 }));
    expect(right(screen)).toContain('● LIVE  rev 18');
    expect(screen.text()).not.toContain('memory_status.txt:17');
  });

  it('is BAD FILE without a picture when there never was a good one', async () => {
    const open = opened(80, 24);
    await open.observe({ kind: 'bad', problem: { line: 1, found: '\u001b[31mx', expected: 'y' } });
    expect(open.text()).toContain('There is nothing to show yet');
    expect(open.text()).toContain('memory_status.txt:1: found \\u{1b}[31mx, expected y');
  });

  it('is UNREADABLE when the system does not let us have the file', async () => {
    const screen = await shown(80, 24, exampleStatus());
    await screen.observe({ kind: 'unreadable', reason: 'permission denied' });
    expect(right(screen)).toContain('× UNREADABLE  showing rev 17');
    expect(screen.text()).toContain('memory_status.txt: permission denied');
  });

  it('tells when the command that runs alongside has failed', async () => {
    const companion = {
      command: 'memory-tracker rnu tour',
      lastLines: ['unknown command: rnu'],
      end: { code: 64, how: 'exited with 64', endedByUs: false },
      stop: async () => {},
    };
    const screen = await shown(80, 24, exampleStatus(), { companion });
    expect(screen.text()).toContain('memory-tracker rnu tour exited with 64: unknown command: rnu');
  });
});

describe('the header', () => {
  it('keeps its words however long ago the last revision was', async () => {
    for (const columns of [80, 90, 100]) {
      const screen = await shown(columns, 24, exampleStatus({ revision: 128 }));
      const words = (): string =>
        screen
          .line(0)
          .replace(/\d+(\.\d)? (s|min) ago/, 'ago')
          .replace(/ +/g, ' ');
      const first = words();
      for (const seconds of [9, 1, 50, 600, 2400]) {
        screen.wait(1000 * seconds);
        screen.dashboard.tick();
        await screen.drawn();
        expect([columns, words()]).toEqual([columns, first]);
      }
    }
  });

  it('leaves of a long command what the counters leave room for', async () => {
    const { paging } = exampleStatus();
    const counters = { ...paging.counters, references: 200_136, hits: 199_640, faults: 496, evictions: 464 };
    const command = 'replay tracker/examples/ls-200k.lackey.gz --total-frames 32 --policy lru';
    const screen = await shown(120, 40, exampleStatus({ command, paging: { ...paging, counters } }));
    expect(screen.line(1)).toMatch(/^ › replay tracker.*… · 200,136 references · .* · 464 evictions, 0/);
  });

  it('cuts a long command instead of leaving it out, and keeps half of the line for the counters', async () => {
    const command = `replay /home/someone/traces/${'long-'.repeat(12)}name.lackey.gz --policy clock`;
    const screen = await shown(120, 40, exampleStatus({ command }));
    expect(screen.line(1)).toMatch(
      /^ › replay \/home\/someone\/traces\/long-[long-]*… · 5 references · 2 hits/,
    );
  });
});

describe('text from the file', () => {
  it('never reaches the terminal unescaped, nor wider than its cell', async () => {
    const screen = await shown(
      120,
      40,
      exampleStatus({ command: 'run "a\u001b]0;x\u0007 \u202e 記憶.txt"' }),
    );
    expect(screen.text()).toContain('› run "a\\u{1b}]0;x\\u{7} \\u{202e} ??.txt"');
    expect(screen.takeWritten()).not.toMatch(/\u001b\]0|\u202e|記/);
  });

  it('is not taken for blessed’s tags', async () => {
    const screen = await shown(120, 40, exampleStatus({ command: 'run {red-fg}{bold}x{/}' }));
    expect(screen.text()).toContain('{red-fg}{bold}x{/}');
  });
});
