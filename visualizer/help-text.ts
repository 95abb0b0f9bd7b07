/** `--help`. The keys come from the table that binds them. */
import { installed, trackerCommand, visualizerCommand, visualizerName } from '../shared/own-package.ts';
import { KEY_TABLE } from './keys.ts';

/** What is typed in a clone is long: there a word stands for it. */
const IN_A_CLONE = `
In a clone, visualizer stands for: ${visualizerCommand(false)}
Relative paths then begin in the folder of the project.
`;

/** With the commands of the package where that is installed, or else with those of a clone. */
export function helpText(isInstalled = installed()): string {
  const self = visualizerName(isInstalled);
  const tracker = trackerCommand(isInstalled);
  const keys = KEY_TABLE.filter(({ help }) => help !== null).map(
    ({ label, help }) => `  ${label.padEnd(8)} ${help}`,
  );
  return `${self} [--file PATH] [--theme T] [--ascii] [-- COMMAND …]
${self} --once [--size 120x40] [--text | --ansi | --svg FILE] …
${self} --plain …

Watches a memory status file and draws it: frames, usage, page table, segment
table and space, utilisation and faults over time, events. It may be started
before there is a file; then it waits for one.
${isInstalled ? '' : IN_A_CLONE}
Options
  --file PATH  the status file; otherwise the variable MEMORY_STATUS_FILE, or
               memory_status.txt in the working directory
  --theme T    dark, light or mono; otherwise the variable
               MEMORY_VISUALIZER_THEME, or dark. NO_COLOR, set to anything, is
               mono: it comes before the variable, and --theme before it
  --ascii      no borders, blocks, dots or arrows but those of ASCII; by itself
               where the locale (LC_ALL, LC_CTYPE, LANG) names an encoding
               other than UTF-8, and on the Linux console (TERM=linux), but for
               --svg there; --no-ascii says that the terminal knows better
  --help       this text
  --version    the version
  -- COMMAND   run COMMAND for as long as we watch, on the same file, with its
               output kept off the screen

One picture
  --once       print everything as text, of a page table the first 512 pages,
               and end; so does a pipe, and TERM=dumb. With -- COMMAND, when it
               has ended, or after three seconds
  --text       in characters alone, which is what it does by itself
  --ansi       the dashboard itself, with colour codes, as for less -R
  --svg FILE   the dashboard itself as an SVG picture; - is the standard output
  --size WxH   the dashboard itself, in so many columns and lines, at least
               60x20; otherwise those of the terminal, or 120x40

In words
  --plain      first the state, then a line for each change: for a screen
               reader, a log, grep. What is long, as the candidates of several
               evictions, is in lines of its own after it, which begin with the
               same revision; of a list the first 256. It goes on until it is
               told to stop

Keys
${keys.join('\n')}

Examples
  ${self.padEnd(36)}  in one terminal, the tracker in another
  ${self} --file /tmp/lab1.txt --theme light
  ${self} -- ${tracker} demo --interval 1s
  ${self} --once | less
  ${self} --size 120x40 --ansi | less -R
  ${self} --once --size 120x40 --svg memory.svg
  ${self} --once --svg run.svg -- ${tracker} run script.txt
  ${self} --plain | grep fault:

Exit codes: 0 done · 64 usage · 65 bad data in a file · 66 no file · 70 a bug
            74 the file cannot be read, or the picture cannot be written
            128 + signal, such as 130 for Ctrl-C
            with --once, of a COMMAND that has failed its own, or 127
`;
}
