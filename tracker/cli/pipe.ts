/** The door for programs: one command a line on standard input. It goes on after refusals. */
import { setImmediate as turn } from 'node:timers/promises';
import { Dialogue } from './dialogue.ts';
import { expectsRefusal } from './expectation.ts';
import { leaves, linesOf } from './lines.ts';
import type { Program } from './program.ts';
import { EXIT } from './trouble.ts';

/** Executes the lines of standard input up to a `quit`, and hears signals between two; returns the first exit code that is not 0 and that no `expect refused` made good. */
export async function runPipe(program: Program): Promise<number> {
  const session = program.session('pipe', false);
  const dialogue = new Dialogue(session, program);
  let exitCode: number = EXIT.done;
  let refusal: number | null = null;
  let number = 0;
  try {
    for await (const line of linesOf(program.stdin)) {
      if (leaves(line)) break;
      number += 1;
      const expected = expectsRefusal(line);
      if (expected === null) continue;
      if (!expected) exitCode ||= refusal ?? EXIT.done;
      await turn();
      const outcome = await dialogue.line(line, { where: `stdin:${number}: ` });
      refusal = outcome.refused ? outcome.exitCode : null;
      if (!outcome.refused) exitCode ||= outcome.exitCode;
    }
  } finally {
    session.settle();
  }
  return exitCode || (refusal ?? EXIT.done);
}
