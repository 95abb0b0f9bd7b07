/** `menu`: the numbered menu, also where standard input is no terminal. */
import type { ProgramCommand } from '../command.ts';
import { runMenu } from '../menu.ts';

export const menu: ProgramCommand = {
  kind: 'program',
  words: ['menu'],
  summary: 'The numbered menu, which tracker alone opens on a terminal',
  examples: [['menu', 'choose by number, or type commands']],
  notes: "It has no --json: for programs there is the pipe, 'tracker --json', which takes a command a line.",
  run: (_args, program) => runMenu(program),
};
