/** The options of every command that reads a trace. */
import { PAGE_SIZE } from '../../shared/config.ts';
import { MAX_PAGE_SIZE } from '../../shared/status.ts';
import type { Arguments } from '../cli/arguments.ts';
import type { OptionSpec, PositionalSpec } from '../cli/command.ts';
import type { Output } from '../cli/output.ts';
import { parsePowerOfTwo } from '../cli/values.ts';
import { FORMAT_NAMES, FORMAT_TOLD, formatNamed } from './formats/registry.ts';
import type { ReadOptions } from './trace-reader.ts';

export const TRACE_POSITIONAL: PositionalSpec = {
  name: 'trace',
  of: 'files',
  describe: 'Its file, plain or gzip: lackey text or plain addresses; - is standard input',
};

export const FORMAT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  format: { describe: `The format (default: ${FORMAT_TOLD})`, value: 'NAME', choices: FORMAT_NAMES },
  'skip-bad': { describe: 'Count lines that make no sense, and go on' },
};

export const PAGE_SIZE_OPTION: Readonly<Record<string, OptionSpec>> = {
  'page-size': { describe: `Bytes in a page: a power of two (default ${PAGE_SIZE})`, value: 'B' },
};

/** How to read the trace; the page size is asked for on its own where a memory has one. */
export function formatOptions(
  args: Arguments,
  output: Output,
): Pick<ReadOptions, 'format' | 'skipBad' | 'notice'> {
  const format = formatNamed(args.option('format') ?? '');
  const notice = (sentence: string) => output.notice(sentence);
  return { ...(format ? { format } : {}), skipBad: args.flag('skip-bad'), notice };
}

export function pageSizeOption(args: Arguments): number {
  const given = args.optional('page-size', (word, what) =>
    parsePowerOfTwo(word, what, { min: 1, max: MAX_PAGE_SIZE }),
  );
  return given ?? PAGE_SIZE;
}
