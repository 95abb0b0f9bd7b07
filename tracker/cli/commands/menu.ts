/** `menu`: the numbered menu, also where standard input is no terminal. */
import type { ProgramCommand } from '../command.ts';
import { runMenu } from '../menu.ts';

export const menu: ProgramCommand = {
  kind: 'program',
  words: ['menu'],
  forPeople: true,
  summary: 'The numbered menu, which opens by itself on a terminal where no command is given',
  examples: [['menu', 'choose by number, or type commands']],
  notes: 'It has no --json: for programs there is the pipe, which takes --json and a command a line.',
  run: (_args, program) => runMenu(program),
};
