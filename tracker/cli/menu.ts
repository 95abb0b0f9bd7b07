/**
 * The numbered menu: the original's choices first, then the rest. Each choice asks for what it needs, makes a
 * command line of the answers and sends it through the same parser as every other door; typed commands work too.
 */
import { createInterface } from 'node:readline';
import { shownPart } from './commands/show.ts';
import { Dialogue } from './dialogue.ts';
import type { Program } from './program.ts';
import { EXIT } from './trouble.ts';

interface Question {
  readonly ask: string;
  /** How the answer enters the command line; an empty answer leaves it out, where that is allowed. */
  readonly as?: (answer: string) => string;
  readonly optional?: boolean;
}

interface Choice {
  readonly label: string;
  readonly command: string;
  readonly questions: readonly Question[];
}

const PROCESS: Question = { ask: 'Process name, such as P1' };
const SEGMENT: Question = { ask: 'Segment ID' };

const CHOICES: readonly Choice[] = [
  { label: 'Allocate pages', command: 'alloc', questions: [PROCESS, { ask: 'Number of pages' }] },
  {
    label: 'Free pages',
    command: 'free',
    questions: [PROCESS, { ask: 'Which pages, such as 0-2,5 (Enter: all)', optional: true }],
  },
  {
    label: 'Allocate a segment',
    command: 'segment alloc',
    questions: [
      { ask: 'Limit in bytes' },
      { ask: 'Base address (Enter: where it fits)', as: (answer) => `--base ${answer}`, optional: true },
    ],
  },
  { label: 'Free a segment', command: 'segment free', questions: [SEGMENT] },
  { label: 'Show the tables', command: 'show', questions: [] },
  {
    label: 'Reserve pages (demand paging)',
    command: 'reserve',
    questions: [PROCESS, { ask: 'Number of pages' }],
  },
  {
    label: 'Access an address',
    command: 'access',
    questions: [
      PROCESS,
      { ask: 'Virtual address, such as 0x1234' },
      {
        ask: 'Load or store? l/s (Enter: load)',
        as: (answer) => (/^s/i.test(answer) ? '--write' : ''),
        optional: true,
      },
    ],
  },
  {
    label: 'Translate an address',
    command: 'translate',
    questions: [PROCESS, { ask: 'Virtual address, such as 0x1234' }],
  },
  {
    label: 'Map a page into a frame',
    command: 'map',
    questions: [PROCESS, { ask: 'Page number' }, { ask: 'Frame number' }],
  },
  {
    label: 'Reference a string of pages',
    command: 'refs',
    questions: [PROCESS, { ask: 'Pages, such as 7 0 1 2w' }],
  },
  {
    label: 'Compare replacement policies',
    command: 'compare',
    questions: [{ ask: 'Pages, such as 7 0 1 2 0 3', as: (answer) => `--refs "${answer}"` }],
  },
  {
    label: 'Translate segment and offset',
    command: 'segment translate',
    questions: [SEGMENT, { ask: 'Offset' }],
  },
  {
    label: 'Resize a segment',
    command: 'segment resize',
    questions: [SEGMENT, { ask: 'New limit in bytes' }],
  },
  { label: 'Compact the segments', command: 'segment compact', questions: [] },
  { label: 'Count from zero again', command: 'reset counters', questions: [] },
  { label: 'The demonstration, on a fresh memory', command: 'demo', questions: [] },
  { label: 'What happened so far', command: 'show events', questions: [] },
  {
    label: 'Begin a fresh memory',
    command: 'init',
    questions: [
      { ask: 'Frames (Enter: as configured)', as: (answer) => `--total-frames ${answer}`, optional: true },
      {
        ask: 'Page size in bytes (Enter: as configured)',
        as: (answer) => `--page-size ${answer}`,
        optional: true,
      },
      { ask: 'Replacement policy (Enter: fifo)', as: (answer) => `--policy ${answer}`, optional: true },
    ],
  },
];

const MENU = [
  '',
  'Memory tracker',
  ...CHOICES.map(({ label }, index) => `${String(index + 1).padStart(3)}  ${label}`),
  '  0  Leave',
  "Type a number, or a command such as 'alloc P1 4' ('help' lists them).",
  '',
].join('\n');

/** Shows the menu until it is left or the input ends. Bad input is answered, never fatal: returns 0. */
export async function runMenu(program: Program): Promise<number> {
  const { output, stdin } = program;
  const dialogue = new Dialogue(program.session('menu', true), program);
  const prompt = new Prompt(program);
  output.print(MENU);
  for (;;) {
    const answer = (await prompt.ask(`[0-${CHOICES.length}, menu, help] > `))?.trim();
    if (answer === undefined || /^(0|q|quit|exit|leave)$/i.test(answer)) break;
    if (answer === 'menu' || answer === '?') {
      output.print(MENU);
      continue;
    }
    const line = await commandLine(answer, prompt, output.print.bind(output));
    if (line === undefined) break;
    const { executed, command } = await dialogue.line(line);
    const changed =
      command !== null && (command.kind === 'init' || (command.kind === 'memory' && command.changes));
    if (changed && executed?.result.ok && !output.json) output.print(`\n${shownPart(executed.memory)}\n`);
  }
  prompt.close();
  if (!stdin.isTTY) output.print('\n');
  return EXIT.done;
}

/** The command line that an answer to the menu means; undefined where the input ended on the way. */
async function commandLine(
  answer: string,
  prompt: Prompt,
  print: (text: string) => void,
): Promise<string | undefined> {
  if (!/^[0-9]+$/.test(answer)) return answer;
  const choice = CHOICES[Number(answer) - 1];
  if (!choice) {
    print(`There is no choice ${answer}: 0 to ${CHOICES.length}, or 'menu' to see them again.\n`);
    return '';
  }
  const words = [choice.command];
  for (const { ask, as, optional } of choice.questions) {
    let word = '';
    do {
      const given = await prompt.ask(`${ask}: `);
      if (given === undefined) return undefined;
      word = given.trim();
    } while (word === '' && !optional);
    if (word !== '') words.push(as ? as(word) : word);
  }
  return words.join(' ');
}

/** Asks on the terminal, or reads the next line of what is no terminal; undefined at the end of the input. */
class Prompt {
  readonly #program: Program;
  readonly #interface;
  readonly #lines: AsyncIterator<string>;

  constructor(program: Program) {
    this.#program = program;
    const terminal = program.stdin.isTTY === true;
    this.#interface = createInterface({
      input: program.stdin,
      ...(terminal ? { output: process.stdout } : {}),
      terminal,
    });
    this.#interface.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    this.#lines = this.#interface[Symbol.asyncIterator]();
  }

  async ask(question: string): Promise<string | undefined> {
    if (this.#program.stdin.isTTY === true) {
      this.#interface.setPrompt(question);
      this.#interface.prompt();
    } else {
      this.#program.output.print(question);
    }
    const { done, value } = await this.#lines.next();
    return done ? undefined : value;
  }

  close(): void {
    this.#interface.close();
  }
}
