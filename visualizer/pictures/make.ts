/**
 * Makes the README's pictures of a real run, as `npm run pictures` after a change to what the dashboard shows. The
 * tracker plays the tour up to a telling command, and the dashboard sees every revision, by a clock that stands still
 * meanwhile: made twice, the pictures are the same to the byte.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Offscreen } from '../export/offscreen.ts';
import { written } from '../export/write-picture.ts';
import { firstCommand } from '../first-command.ts';
import { type Look, lookAt, titleOf } from '../once.ts';
import { THEMES } from '../theme.ts';

type Seen = Extract<Look, { kind: 'ok' }>;

/** From the root of the project, where this runs. */
const TRACKER = 'dist/tracker/main.js';
const TOUR = 'tracker/examples/tour.txt';
const PICTURES = [
  { name: 'dashboard-dark', width: 120, height: 40, theme: THEMES.dark },
  { name: 'dashboard-light', width: 120, height: 40, theme: THEMES.light },
  { name: 'dashboard-small', width: 80, height: 24, theme: THEMES.dark },
  { name: 'dashboard-large', width: 180, height: 50, theme: THEMES.dark },
] as const;

/** The tour goes up to this, which is typed by hand: the script's player has gone by the time of the picture. */
const LAST = 'segment free 4';
/** How old the last revision is in the pictures. */
const AGE_MS = 400;

/** The script's commands, each with what is expected of it, which has to follow it at once. */
function stepsOf(script: string): string[] {
  const steps: string[] = [];
  for (const line of script.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('expect ')) steps.push(`${steps.pop()}\n${line}`);
    else steps.push(line);
  }
  return steps;
}

/** What is in the status file after each command of the tour. */
function played(directory: string): Seen[] {
  const file = join(directory, 'memory_status.txt');
  const script = join(directory, 'step.txt');
  const seen: Seen[] = [];
  const play = (...words: readonly string[]): void => {
    execFileSync(process.execPath, [TRACKER, ...words, '--file', file]);
    const look = lookAt(file);
    if (look.kind === 'failed') throw new Error(look.message);
    seen.push(look);
  };
  const whole = readFileSync(TOUR, 'utf8');
  for (const step of stepsOf(whole.slice(0, whole.indexOf(`\n${LAST}\n`)))) {
    writeFileSync(script, step);
    play('run', script);
  }
  play(...LAST.split(' '));
  return seen;
}

async function draw(
  { name, width, height, theme }: (typeof PICTURES)[number],
  seen: readonly Seen[],
): Promise<void> {
  const last = seen.at(-1);
  if (!last) return;
  let now = 0;
  const dashboard = new Offscreen({
    size: { width, height },
    ascii: false,
    file: 'memory_status.txt',
    firstCommand: () => firstCommand('memory_status.txt'),
    theme,
    companion: () => null,
    now: () => now,
    isAlive: () => false,
  });
  for (const look of seen) dashboard.observe(look);
  now += AGE_MS;
  const cells = await dashboard.picture();
  dashboard.close();
  const file = join('visualizer', 'pictures', `${name}.svg`);
  writeFileSync(file, written(cells, { kind: 'svg', file }, theme, titleOf(last.status)));
}

const directory = mkdtempSync(join(tmpdir(), 'tracker-pictures-'));
try {
  const seen = played(directory);
  for (const picture of PICTURES) await draw(picture, seen);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
