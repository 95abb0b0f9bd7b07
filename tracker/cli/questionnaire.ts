/** The questions of one choice of the menu, one after another, each answer checked before the next question. */
import type { Choice, Question } from './menu-choices.ts';
import { parseWords } from './parse.ts';
import type { Prompt } from './prompt.ts';
import { Trouble } from './trouble.ts';
import { splitWords } from './words.ts';

/**
 * The command line that the answers come to; null where the person turned back to the menu, undefined where the input
 * ended. What is wrong with an answer goes to `notice`, and its question comes again.
 */
export async function questionnaire(
  { command, questions }: Choice,
  prompt: Prompt,
  notice: (sentence: string) => void,
): Promise<string | null | undefined> {
  const words = [command];
  for (let i = 0; i < questions.length; ) {
    const question = questions[i];
    if (!question) break;
    const given = (await prompt.ask(`${question.ask} (${waysOut(question, i === 0)}): `))?.trim();
    if (given === undefined) return undefined;
    if (given === 'menu' || (given === '' && i === 0 && question.enter === undefined)) return null;
    if (given === '' && question.enter === undefined) continue;
    try {
      const word = given === '' || !question.as ? given : question.as(given);
      check([...words, word, ...questions.slice(i + 1).map(sampleWord)].join(' '));
      words.push(word);
      i += 1;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      notice(error.message);
    }
  }
  return words.filter((word) => word !== '').join(' ');
}

function waysOut({ enter }: Question, first: boolean): string {
  if (enter !== undefined) return `Enter: ${enter}, menu: back`;
  return first ? 'Enter: back to the menu' : 'menu: back';
}

function sampleWord({ sample = '', as }: Question): string {
  return sample === '' || !as ? sample : as(sample);
}

/** Throws a usage `Trouble` where `line` makes no sense, whatever the memory is. */
function check(line: string): void {
  const { command, args } = parseWords(splitWords(line));
  if (command.kind === 'memory' || command.kind === 'init') command.prepare(args);
}
