/** The trace formats. A new one is a file and a line here; `--format` and the telling by content follow. */
import { dinero } from './dinero.ts';
import { lackey } from './lackey.ts';
import { numbers } from './numbers.ts';
import type { TraceFormat } from './trace-format.ts';

const FORMATS: readonly TraceFormat[] = [lackey, numbers, dinero];

export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);

export function formatNamed(name: string): TraceFormat | undefined {
  return FORMATS.find((format) => format.name === name);
}

/** Lines that say nothing about the format of those that follow: blank ones and valgrind's own. */
const SAYS_NOTHING = /^\s*$|^==\d+==/;

/** The format of a line that is the first of a trace to say; `unsure` where it does not, `none` where it is of no format. */
export function formatOf(line: string): TraceFormat | 'unsure' | 'none' {
  if (SAYS_NOTHING.test(line)) return 'unsure';
  return FORMATS.find((format) => format.recognises?.(line)) ?? 'none';
}

/** A format that has to be named, and that all `lines`, two or more, may well be of. */
export function formatLike(lines: readonly string[]): TraceFormat | undefined {
  return lines.length < 2 ? undefined : FORMATS.find(({ resembles }) => resembles && lines.every(resembles));
}

const TOLD = FORMATS.filter(({ recognises }) => recognises);
const NAMED = FORMATS.filter(({ recognises }) => !recognises).map(({ name }) => name);

export const OTHERS_NEED = `other formats need --format ${NAMED.join(' or --format ')}`;

/** What a trace whose format nobody has named may consist of. */
export const ANY_EXPECTED = `a line such as ${TOLD.map(({ name, example }) => `'${example}' (${name})`).join(' or ')}; ${OTHERS_NEED}`;

/** For the help of `--format`. */
export const FORMAT_TOLD = `told by content, but for ${NAMED.join(', ')}`;
