/** `help` and `completion`: what yargs makes of the command table. It is loaded only here; it costs 60 ms. */
import type { ProgramCommand } from '../command.ts';
import { EXIT } from '../trouble.ts';

export const help: ProgramCommand = {
  kind: 'program',
  everywhere: true,
  words: ['help'],
  summary: 'All commands, or what one of them takes',
  positionals: [{ name: 'command', of: 'commands', describe: 'The command', optional: true, many: true }],
  examples: [
    ['help', 'all commands'],
    ['help segment alloc', 'what segment alloc takes, with examples'],
  ],
  async run(args, program, session) {
    const { helpText } = await import('../help.ts');
    const text = await helpText(args.rest('command'), program.output.columns);
    program.output.done('help', program.revision(session), { text }, text);
    return EXIT.done;
  },
};

const COMPLETION_NOTES =
  'What is completed are the commands memory-tracker and memory-visualizer, which are there once the package is ' +
  'installed: npm install -g PACKAGE. In a clone nothing can complete what follows npm run; there, npm link makes ' +
  'them commands that run the clone (after a change: npm run build), and npm uninstall -g memory-tracker takes them away again.';

export const completion: ProgramCommand = {
  kind: 'program',
  words: ['completion'],
  summary: 'Print the script that completes commands, options, processes and segments in bash or zsh',
  examples: [
    ['completion >> ~/.bashrc', 'bash: from the next shell on, Tab completes'],
    ['completion >> ~/.zshrc', 'zsh: the same; the lines have to come after the one that calls compinit'],
    ['completion | head -5', 'look first: it is the script for the shell that the variable SHELL names'],
  ],
  notes: COMPLETION_NOTES,
  async run(_args, program) {
    const { completionScript } = await import('../help.ts');
    const text = await completionScript();
    // A script is no answer in words: it keeps its lines, on a terminal too.
    if (program.output.json) program.output.done('completion', program.revision(), { text }, '');
    else program.output.print(`${text}\n`);
    return EXIT.done;
  },
};
