/** One look at the file, and all that it says as text. Nothing of the terminal libraries is loaded for it. */
import type { Status } from '../shared/status.ts';
import { readStatusFile } from '../shared/status-file/read.ts';
import { firstCommand, inFolder } from './first-command.ts';
import type { Observation } from './observation.ts';
import { plainText } from './plain-text.ts';
import { machineWords } from './view/headline.ts';
import { NOTHING_SEEN } from './view/past.ts';
import { Picture } from './view/picture.ts';
import { sampleOf } from './view/trend.ts';
import { FIRST_UI } from './view/ui.ts';
import { grouped, plain } from './view/wording.ts';
import { viewOf } from './view-model.ts';

/** What is there, or why there is nothing to draw: an exit code, and what to say. */
export type Look =
  | Extract<Observation, { kind: 'ok' }>
  | { readonly kind: 'failed'; readonly code: 65 | 66 | 74; readonly message: string };

export function lookAt(file: string): Look {
  const found = readStatusFile(file);
  if (found.kind === 'ok') return found;
  if (found.kind === 'missing') return failed(66, missing(file));
  if (found.kind === 'unreadable') return failed(74, plain(found.error.message, 400));
  const { line, found: what, expected } = found.problem;
  return failed(65, `${plain(file, 300)}:${line}: found ${plain(what)}, expected ${plain(expected)}`);
}

export interface ReportOptions {
  readonly file: string;
  /** Columns. */
  readonly width: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly isAlive: (pid: number) => boolean;
}

/** Everything there is to say, as text no wider than asked for. */
export function reportOf(
  look: Extract<Look, { kind: 'ok' }>,
  { file, width, now, isAlive }: ReportOptions,
): string {
  const { status } = look;
  const ageMs = now - Date.parse(status.written);
  const view = viewOf({
    sighting: { observation: look, status, silentMs: ageMs, isAlive },
    shown: new Picture(status),
    changed: null,
    samples: [sampleOf(status)],
    past: NOTHING_SEEN,
    behind: null,
    kept: true,
    ageMs,
    file: plain(file, 300),
    firstCommand: () => firstCommand(file),
    companionTrouble: null,
    ui: FIRST_UI,
  });
  return plainText(view, width);
}

/** The picture in a sentence, for people who cannot see it. */
export function titleOf(status: Status): string {
  const words = machineWords(new Picture(status)).map(({ text }) => text);
  return `Memory at revision ${grouped(status.revision)}: ${words.join(', ')}`;
}

function missing(file: string): string {
  const first = firstCommand(file);
  return `${plain(file, 300)} is not there yet. To make it, type${inFolder(first)}\n    ${first.command}`;
}

function failed(code: 65 | 66 | 74, message: string): Look {
  return { kind: 'failed', code, message };
}
