import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formatStatus } from '../shared/status-text/format.ts';
import { exampleStatus } from '../shared/testing/example-status.ts';
import { ascii, asciiOf } from './ascii.ts';
import { reportOf } from './once.ts';
import { VICTIM, VICTIM_AT_HAND } from './panels/frame-marks.ts';
import { dashboardOn } from './testing/dashboard-on.ts';
import { madeStatus } from './testing/statuses.ts';
import { DARK, LIGHT, MONOCHROME } from './theme.ts';
import { PANEL_NAMES } from './view/panel-names.ts';

describe('text in ASCII', () => {
  it('keeps its columns, and what was ASCII', () => {
    const text = '┌─ Frames ─┐ 8 × 4 KiB · 1 − 2 ÷ 3 … P1 page 2→7\n';
    expect(ascii(text)).toBe('+- Frames -+ 8 x 4 KiB . 1 - 2 / 3 ~ P1 page 2>7\n');
    expect(ascii('naïve Ω 記')).toBe('naive ? ?');
  });

  it('shows a curve of dots by height and by slope', () => {
    // Dots in the first, second to third, and fourth row; a rise, a fall, and a wall.
    expect(['⠉', '⠒', '⠤', '⣀'].map(asciiOf).join('')).toBe("'--_");
    expect(['⡠', '⡰', '⢆', '⡇', '⠀'].map(asciiOf).join('')).toBe('_/\\| ');
  });
});

describe('the table', () => {
  it('knows every glyph that a panel or its words are written with', () => {
    const unknown = ['panels', 'view', 'narration'].flatMap((folder) => {
      const directory = join(import.meta.dirname, folder);
      return readdirSync(directory)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .flatMap((name) => readFileSync(join(directory, name), 'utf8').match(/[^\u0000-\u007f]/gu) ?? [])
        .filter((glyph) => asciiOf(glyph) === '?');
    });
    expect(unknown).toEqual([]);
  });

  it('has a character of its own for each sign, which is that of no border', () => {
    // Of ≈ and … the meaning is the same: something was cut short.
    const signs = [...'▸◂·╌╎◆≈░▏▌●○×‖›÷', VICTIM, VICTIM_AT_HAND, ...'─│┌'];
    expect(new Set(signs.map(asciiOf)).size).toBe(signs.length);
    for (const corner of '┐└┘') expect(asciiOf(corner)).toBe(asciiOf('┌'));
  });

  it('draws bars with none of them', () => {
    const status = madeStatus();
    const look = { kind: 'ok', status, bytes: formatStatus(status) } as const;
    for (let width = 60; width < 100; width++) {
      const text = reportOf(look, { file: 'x', width, now: 0, isAlive: () => true });
      const [bars = ''] = /Usage.*?\n\n/s.exec(ascii(text)) ?? [];
      expect(bars).toContain('##');
      expect(bars).not.toMatch(/[[{:;*]/);
    }
  });
});

let open: ReturnType<typeof dashboardOn> | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

const STATUSES = [
  exampleStatus(),
  madeStatus({ revision: 5 }),
  madeStatus({ totalFrames: 4096, processes: 30, run: 9, revision: 6, seed: 2 }),
];

describe.each([
  [80, 24],
  [120, 40],
  [180, 50],
])('the dashboard in ASCII at %ix%i', (columns, rows) => {
  it('has nothing but printable ASCII in any cell of any panel, alone or among the others', async () => {
    open = dashboardOn(columns, rows, { ascii: true });
    for (const status of STATUSES) {
      await open.show(status);
      for (const number of PANEL_NAMES.keys()) {
        await open.press(String(number + 1));
        expect(open.text()).toMatch(/^[ -~\n]+$/);
        await open.press('e');
        expect(open.text()).toMatch(/^[ -~\n]+$/);
        await open.press('escape');
      }
    }
    expect(open.text()).toMatch(/\+- 1 Frames .*-\+/);
  });

  it.each([DARK, LIGHT, MONOCHROME])('nor in any state, message or help: $name', async (theme) => {
    const companion = { command: 'make it', lastLines: ['No such › file'], end: null, stop: async () => {} };
    open = dashboardOn(columns, rows, { ascii: true, theme, companion });
    const bad = { line: 17, found: 'x', expected: 'a number' };
    await open.observe({ kind: 'missing' });
    expect(open.text()).toMatch(/^[ -~\n]+$/);
    await open.show(exampleStatus({ command: 'access “P1” → 3' }));
    await open.press('space', '?');
    expect(open.text()).toContain('PAUSED');
    expect(open.text()).toMatch(/^[ -~\n]+$/);
    await open.press('escape', 'L');
    for (const observation of [
      { kind: 'bad', problem: bad } as const,
      { kind: 'unreadable', reason: 'permission denied' } as const,
      { kind: 'missing' } as const,
    ]) {
      await open.observe(observation);
      expect(open.text()).toMatch(/^[ -~\n]+$/);
    }
  });
});

describe('the curve in ASCII', () => {
  it('still rises and falls where the curve of dots does', async () => {
    open = dashboardOn(120, 40, { ascii: true });
    const filled = [0.1, 0.3, 0.6, 0.9, 0.9, 0.9, 0.5, 0.2];
    await open.show(...filled.map((part, index) => madeStatus({ filled: part, revision: index + 1 })));
    await open.press('7', 'e');
    const drawn = open.text();
    expect(drawn).toContain('/');
    expect(drawn).toContain('\\');
    // Written out again with nothing new: nothing goes over the wire but the age.
    open.takeWritten();
    await open.press('x');
    expect(open.takeWritten()).not.toContain('-----');
  });
});
