/** What to type while there is no status file: the shortest command that makes it, and the folder to type it in. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installed, ownFolder, trackerCommand } from '../shared/own-package.ts';
import { DEFAULT_FILE } from '../shared/status-file/usual-file.ts';
import { plain } from './view/wording.ts';

export interface FirstCommand {
  /** Printable; null: it may be typed in any. */
  readonly folder: string | null;
  readonly command: string;
}

/** Where the visualizer runs, and from where. */
export interface Standpoint {
  /** Null where it has been removed. */
  readonly cwd: string | null;
  /** Its folder; null where the package is installed. */
  readonly clone: string | null;
  /** Names the file that a tracker takes by itself. */
  readonly env: NodeJS.ProcessEnv;
  /** Is there such a folder? Default: the disk says. */
  readonly exists?: (folder: string) => boolean;
}

/** Linux takes no longer path. */
const MAX_PATH = 4096;

/**
 * An installed tracker is a command in every folder; it is typed where we were started if the file is there. One in a
 * clone is a script of npm, in the folder of the project alone.
 */
export function firstCommand(
  file: string,
  { cwd, clone, env, exists = existsSync }: Standpoint = standpoint(),
): FirstCommand {
  const whole = path.resolve(cwd ?? '/', file);
  const folder = clone ?? cwd;
  const within = folder === null ? '..' : path.relative(folder, whole);
  const isWithin = !/^(\.\.|-)/.test(within);
  const name = isWithin ? within : whole;
  const option = name === DEFAULT_FILE && !env.MEMORY_STATUS_FILE ? '' : `--file ${typed(name)} `;
  // A tracker makes a file, never a folder that may be a slip of the pen.
  const first = exists(path.dirname(whole)) ? '' : `mkdir -p ${typed(path.dirname(name))} && `;
  return {
    folder: folder !== null && (clone !== null || isWithin) ? plain(folder, MAX_PATH) : null,
    command: `${first}${trackerCommand(clone === null)} ${option}alloc P1 4`,
  };
}

/** ` in the folder F`, or nothing where any will do. */
export function inFolder({ folder }: FirstCommand): string {
  return folder === null ? '' : ` in the folder ${folder}`;
}

function standpoint(): Standpoint {
  return { cwd: workingDirectory(), clone: installed() ? null : ownFolder(), env: process.env };
}

function workingDirectory(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/**
 * As a shell takes it for one word, and for the same word where a line is broken in it. What has no place in a cell is
 * written by its bytes, in the quotes that bash, zsh and most others know for it.
 */
function typed(word: string): string {
  return Array.from(word.slice(0, MAX_PATH), (character) => {
    if (plain(character) !== character) return `$'${NAMED[character] ?? octal(character)}'`;
    return /[\w./\u00a1-\uffff-]/.test(character) ? character : `\\${character}`;
  }).join('');
}

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** No digit follows that could belong to it: the quotes end, or the next byte begins. */
function octal(character: string): string {
  return Array.from(Buffer.from(character), (byte) => `\\${byte.toString(8)}`).join('');
}

/** What must not be broken: an escaped character, one in quotes, one. */
const WHOLE = /\\.|\$'[^']*'|./g;

/**
 * A command in lines of at most `width`, which is 3 or more, 20 where characters are in quotes, that a shell takes for
 * the one it is: each but the last ends in a backslash. They are broken at blanks where there are any.
 */
export function shellLines(command: string, width: number): string[] {
  const lines: string[] = [];
  let rest = command;
  while (rest.length > width) {
    const room = width - 1;
    const line = /^.*[^\\] (?=\S)/.exec(rest.slice(0, room))?.[0] ?? beginning(rest, room);
    lines.push(`${line}\\`);
    rest = rest.slice(line.length);
  }
  return [...lines, rest];
}

function beginning(text: string, room: number): string {
  let line = '';
  for (const [part] of text.matchAll(WHOLE)) {
    if (line !== '' && line.length + part.length > room) break;
    line += part;
  }
  return line;
}
