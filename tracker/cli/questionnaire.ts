/** The questions of one choice of the menu, one after another, each answer checked before the next question. */
import type { Choice, Question } from './menu-choices.ts';
import { parseWords } from './parse.ts';
import type { Prompt } from './prompt.ts';
import { Trouble } from './trouble.ts';
import { joinWords, splitWords } from './words.ts';

/**
 * The command line that the answers come to; null where the person turned back to the menu, undefined where the input
 * ended. What is wrong with an answer goes to `notice`, and its question comes again.
 */
export async function questionnaire(
  { command, questions }: Choice,
  prompt: Prompt,
  notice: (sentence: string) => void,
): Promise<string | null | undefined> {
  const name = command.split(' ');
  const answers: Answer[] = [];
  for (let i = 0; i < questions.length; ) {
    const question = questions[i];
    if (!question) break;
    const given = (await prompt.ask(`${question.ask} (${waysOut(question, i === 0)}): `))?.trim();
    if (given === undefined) return undefined;
    if (given === 'menu' || (given === '' && i === 0 && question.enter === undefined)) return null;
    if (given === '' && question.enter === undefined) continue;
    try {
      const answer = answerTo(question, given);
      check(name, [...answers, answer, ...questions.slice(i + 1).map(sampleAnswer)]);
      answers.push(answer);
      i += 1;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      notice(error.message);
    }
  }
  return joinWords([...name, ...answers.flatMap(({ words }) => words)]);
}

/** What one answer adds to the command line. */
interface Answer {
  readonly words: readonly string[];
  readonly isOption: boolean;
}

function answerTo({ as, many }: Question, given: string): Answer {
  if (given === '') return { words: [], isOption: false };
  if (as) return { words: as(given), isOption: true };
  return { words: many ? splitWords(given) : [given], isOption: false };
}

function waysOut({ enter }: Question, first: boolean): string {
  if (enter !== undefined) return `Enter: ${enter}, menu: back`;
  return first ? 'Enter: back to the menu' : 'menu: back';
}

function sampleAnswer(question: Question): Answer {
  return answerTo(question, question.sample ?? '');
}

/**
 * Throws a usage `Trouble` where the answers make no sense, whatever the memory is. Behind `--` an answer is one word,
 * whatever it looks like: `-3` is no option, but a bad number of pages.
 */
function check(name: readonly string[], answers: readonly Answer[]): void {
  const options = answers.filter(({ isOption }) => isOption).flatMap(({ words }) => words);
  const rest = answers.filter(({ isOption }) => !isOption).flatMap(({ words }) => words);
  const { command, args } = parseWords([...name, ...options, '--', ...rest]);
  if (command.kind === 'memory' || command.kind === 'init') command.prepare(args);
}
