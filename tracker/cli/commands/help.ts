/** `help` and `completion`: what yargs makes of the command table. It is loaded only here; it costs 60 ms. */
import type { ProgramCommand } from '../command.ts';
import { EXIT } from '../trouble.ts';

export const help: ProgramCommand = {
  kind: 'program',
  everywhere: true,
  words: ['help'],
  summary: 'All commands, or what one of them takes',
  positionals: [{ name: 'command', describe: 'The command', optional: true, many: true }],
  examples: [
    ['help', 'all commands'],
    ['help segment alloc', 'what segment alloc takes, with examples'],
  ],
  async run(args, program) {
    const { helpText } = await import('../help.ts');
    const text = await helpText(args.rest('command'));
    program.output.done('help', program.revision(), { text }, text);
    return EXIT.done;
  },
};

export const completion: ProgramCommand = {
  kind: 'program',
  words: ['completion'],
  summary: 'A script that completes commands and options in bash or zsh',
  examples: [
    ['completion >> ~/.bashrc', 'where memory-tracker is installed: from the next shell on, Tab completes'],
  ],
  async run(_args, program) {
    const { completionScript } = await import('../help.ts');
    const text = await completionScript();
    program.output.done('completion', program.revision(), { text }, text);
    return EXIT.done;
  },
};
