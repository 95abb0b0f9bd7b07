/** `menu`: the numbered menu, also where standard input is no terminal. */
import type { ProgramCommand } from '../command.ts';
import { runMenu } from '../menu.ts';

export const menu: ProgramCommand = {
  kind: 'program',
  words: ['menu'],
  summary: 'The numbered menu, which tracker alone opens on a terminal',
  examples: [['menu', 'choose by number, or type commands']],
  run: (_args, program) => runMenu(program),
};
