/**
 * The numbered menu. Each choice asks for what it needs, makes a command line of the answers and sends it through the
 * same parser as every other door; typed commands work too.
 */
import { trackerName } from '../../shared/own-package.ts';
import type { Memory } from '../memory/memory.ts';
import type { Command } from './command.ts';
import { shownPart } from './commands/show.ts';
import { Dialogue } from './dialogue.ts';
import { leaves } from './lines.ts';
import { CHOICES } from './menu-choices.ts';
import type { Program } from './program.ts';
import { Prompt } from './prompt.ts';
import { questionnaire } from './questionnaire.ts';
import { EXIT, usage } from './trouble.ts';

const MENU = [
  '',
  'Memory tracker',
  ...CHOICES.map(({ label }, index) => `${String(index + 1).padStart(3)}  ${label}`),
  '  0  Leave',
  "Type a number, or a command such as 'alloc P1 4' ('help' lists them).",
  '',
].join('\n');

const noJson = () =>
  `the menu speaks to people and has no --json: pipe commands into '${trackerName()} --json', one a line, or give one command, such as '${trackerName()} show --json'`;

/**
 * Shows the menu until it is left or the input ends. Bad input is answered, never fatal: returns 0. Throws a usage
 * `Trouble` where answers are to be JSON.
 */
export async function runMenu(program: Program): Promise<number> {
  const { output, stdin } = program;
  if (output.json) throw usage(noJson());
  const session = program.session('menu', true);
  // The answer comes last, where it is read: the tables may be longer than the screen.
  const dialogue = new Dialogue(session, program, {
    beforeAnswer: (command, memory) => {
      if (changes(command)) output.print(`${changedPart(command, memory)}\n\n`);
    },
  });
  const prompt = new Prompt(program);
  output.print(MENU);
  let ended = false;
  while (!ended) {
    const answer = (await prompt.ask(`[0-${CHOICES.length}, menu, help] > `))?.trim();
    if (answer !== undefined && (answer === '0' || leaves(answer))) break;
    const line = answer === undefined ? undefined : await commandLine(answer, prompt, program);
    if (line === undefined) ended = true;
    else if (line === null) output.print(MENU);
    else await dialogue.line(line);
  }
  prompt.close();
  // The question stands there without its answer: only a terminal shows that, and its Enter.
  if (ended || !stdin.isTTY) output.print('\n');
  return EXIT.done;
}

/** The command line that an answer to the menu means; null for the menu itself, undefined where the input ended on the way. */
async function commandLine(
  answer: string,
  prompt: Prompt,
  { output }: Program,
): Promise<string | null | undefined> {
  if (answer === 'menu' || answer === '?') return null;
  if (!/^[0-9]+$/.test(answer)) return answer;
  const choice = CHOICES[Number(answer) - 1];
  if (choice) return questionnaire(choice, prompt, (sentence) => output.notice(sentence));
  output.print(`There is no choice ${answer}: 0 to ${CHOICES.length}, or 'menu' to see them again.\n`);
  return '';
}

function changes(command: Command): boolean {
  return command.kind === 'init' || (command.kind === 'memory' && command.changes);
}

/** The tables of the half of the machine that `command` works on. */
function changedPart(command: Command, memory: Memory): string {
  return shownPart(memory, command.words[0] === 'segment' ? 'segments' : 'paging');
}
