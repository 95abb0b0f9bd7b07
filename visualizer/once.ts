/** `--once`: one look at the file, one picture as text. Nothing of the terminal libraries is loaded for it. */
import path from 'node:path';
import { readStatusFile } from '../shared/status-file/read.ts';
import { DEFAULT_FILE } from './command-line.ts';
import { commandsToType } from './panels/waiting.ts';
import { plainText } from './plain-text.ts';
import { Picture } from './view/picture.ts';
import { sampleOf } from './view/trend.ts';
import { FIRST_UI } from './view/ui.ts';
import { plain } from './view/wording.ts';
import { viewOf } from './view-model.ts';

export interface OnceResult {
  readonly code: 0 | 65 | 66 | 74;
  readonly stdout: string;
  readonly stderr: string;
}

export interface OnceOptions {
  readonly file: string;
  /** Columns. */
  readonly width: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly isAlive: (pid: number) => boolean;
}

export function onePicture({ file, width, now, isAlive }: OnceOptions): OnceResult {
  const name = plain(file, 300);
  const found = readStatusFile(file);
  if (found.kind === 'missing') return failed(66, missing(file));
  if (found.kind === 'bad') {
    const { line, found: what, expected } = found.problem;
    return failed(65, `${name}:${line}: found ${plain(what)}, expected ${plain(expected)}`);
  }
  if (found.kind === 'unreadable') return failed(74, plain(found.error.message, 400));
  const { status } = found;
  const ageMs = now - Date.parse(status.written);
  const view = viewOf({
    sighting: { observation: found, status, silentMs: ageMs, trackerAlive: isAlive(status.tracker) },
    shown: new Picture(status),
    before: null,
    samples: [sampleOf(status)],
    behind: null,
    ageMs,
    file: name,
    defaultFile: isDefault(file),
    companionTrouble: null,
    ui: FIRST_UI,
  });
  return { code: 0, stdout: plainText(view, width), stderr: '' };
}

export function isDefault(file: string): boolean {
  return path.resolve(file) === path.resolve(DEFAULT_FILE);
}

function missing(file: string): string {
  const [inClone, installed] = commandsToType(plain(file, 300), isDefault(file));
  return `${plain(file, 300)} is not there yet. Type\n    ${inClone}\nin the project folder, or, where the package is installed,\n    ${installed}`;
}

function failed(code: 65 | 66 | 74, message: string): OnceResult {
  return { code, stdout: '', stderr: `visualizer: ${message}\n` };
}
