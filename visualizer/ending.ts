/** What ends the program from outside, and the exit codes. Nothing here ends it: main.ts alone does. */
import { constants } from 'node:os';
import { ENDING_SIGNALS } from '../shared/ending-signals.ts';
import { visualizerName } from '../shared/own-package.ts';
import type { Companion } from './companion.ts';
import { plain } from './view/wording.ts';

export const EXIT = { done: 0, usage: 64, badData: 65, noInput: 66, software: 70, disk: 74 } as const;

/** Ends the process with an exit code. */
export type Exit = (code: number) => void;

export const HANGUP = 128 + constants.signals.SIGHUP;
export const INTERRUPTED = 128 + constants.signals.SIGINT;

/** Calls `end` with 128 + signal, once for each signal; answers what takes the listeners off again. */
export function onSignals(end: Exit): () => void {
  const listeners = ENDING_SIGNALS.map((signal) => {
    const listener = (): void => end(128 + constants.signals[signal]);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const off of listeners) off();
  };
}

/** Someone who has read enough closes the pipe: nothing to complain of. A terminal that is gone has hung up. */
export function onStdoutGone(end: Exit): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return end(EXIT.done);
    if (process.stdout.isTTY) return end(HANGUP);
    process.stderr.write(`${visualizerName()}: cannot write the output: ${plain(error.message)}\n`);
    end(EXIT.disk);
  });
}

/** What is said of a bug, printable: where it was met is what is needed to mend it. */
export function bugInWords(error: unknown): string {
  const lines = String(error instanceof Error ? error.stack : error).split('\n');
  return `${visualizerName()}: a bug: ${lines.map((each) => plain(each)).join('\n')}\n`;
}

/** Why a command that ran alongside failed, on the standard error; nothing of one that did not. */
export function tellTrouble({ command, end, lastLines }: Companion): void {
  if (!end || end.code === 0 || end.endedByUs) return;
  process.stderr.write(
    `${visualizerName()}: ${command} ${end.how}\n${lastLines.map((text) => `    ${text}\n`).join('')}`,
  );
}
