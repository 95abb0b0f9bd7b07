/** The arguments, and the help that explains them. */
import { parseArgs } from 'node:util';
import { KEY_TABLE } from './keys.ts';
import { plain } from './view/wording.ts';

export interface Options {
  readonly once: boolean;
  readonly file: string;
  /** The command to run for as long as we watch, or empty. */
  readonly command: readonly string[];
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage'; readonly problem: string };

export const DEFAULT_FILE = 'memory_status.txt';

export function parseCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  const dashes = args.indexOf('--');
  const own = dashes < 0 ? args : args.slice(0, dashes);
  const command = dashes < 0 ? [] : args.slice(dashes + 1);
  try {
    const { values, positionals } = parseArgs({
      args: [...own],
      allowPositionals: true,
      options: {
        once: { type: 'boolean' },
        file: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'V' },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    if (positionals.length > 0) {
      const words = plain(positionals.join(' '), 60);
      return usage(
        `unexpected: ${words}. A command to run while watching comes after --: visualizer -- ${words}`,
      );
    }
    if (values.file === '') return usage('--file needs the path of a status file');
    if (dashes >= 0 && command.length === 0) return usage('-- needs a command after it');
    const file = values.file ?? (env.MEMORY_STATUS_FILE || DEFAULT_FILE);
    return { kind: 'run', options: { once: values.once ?? false, file, command } };
  } catch (error) {
    // parseArgs explains in two sentences; the first says what is wrong.
    return usage(plain((error as Error).message.split('. ')[0] ?? 'unknown option', 120));
  }
}

function usage(problem: string): CommandLine {
  return { kind: 'usage', problem };
}

export function helpText(): string {
  const keys = KEY_TABLE.filter(({ help }) => help !== null).map(
    ({ label, help }) => `  ${label.padEnd(8)} ${help}`,
  );
  return `visualizer [--once] [--file PATH] [-- COMMAND …]

Watches a memory status file and draws it: frames, usage, page table, segment
table and space, utilisation and faults over time, events. It may be started
before there is a file; then it waits for one.

Options
  --file PATH  the status file; otherwise the variable MEMORY_STATUS_FILE, or
               memory_status.txt in the working directory
  --once       print one picture as text, and end; so does a pipe, and TERM=dumb
  --help       this text
  --version    the version
  -- COMMAND   run COMMAND for as long as we watch, on the same file, with its
               output kept off the screen; with --once, until it has ended or
               three seconds have passed
  NO_COLOR     set to anything: letters and inverse, no colours

Keys
${keys.join('\n')}

Examples
  visualizer                            in one terminal, the tracker in another
  visualizer --file /tmp/lab1.txt
  visualizer --once | less
  visualizer -- memory-tracker demo --interval 1s

Exit codes: 0 done · 64 usage · 65 the file is damaged · 66 no file
            74 the file cannot be read · 128 + signal, such as 130 for Ctrl-C
`;
}
