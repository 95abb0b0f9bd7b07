#!/usr/bin/env node
/** argv in, exit code out. The only place that ends the process, and the only place that catches bugs. */
import { constants } from 'node:os';
import { stderr, stdin, stdout } from 'node:process';
import { ENDING_SIGNALS } from '../shared/ending-signals.ts';
import { trackerName } from '../shared/own-package.ts';
import { trackerMain } from './cli/tracker-main.ts';
import { EXIT } from './cli/trouble.ts';

// A reader that has seen enough (`tracker show | head`) is no error; what was acknowledged is saved.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(128 + constants.signals.SIGPIPE);
    if (stream === stdout) {
      stderr.write(
        `${trackerName()}: the answer could not be written: ${error.message}; what was done is saved\n`,
      );
    }
    process.exit(EXIT.io);
  });
}

// Thrown anywhere: by a command, in a callback, by a promise that nobody waits for.
process.on('uncaughtException', (error: unknown) => {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(`${trackerName()}: this is a bug; what was answered before is saved.\n${stack}\n`);
  process.exit(EXIT.bug);
});

// Saves are synchronous, so a signal always finds the file whole and every answer given saved. A replay that hears it
// first, and cannot save what it has, leaves an exit code.
for (const signal of ENDING_SIGNALS) {
  process.on(signal, () => process.exit(process.exitCode ?? 128 + constants.signals[signal]));
}

const exitCode = await trackerMain(process.argv.slice(2), { stdin, stdout, stderr, env: process.env });
await Promise.all([flushed(stdout), flushed(stderr)]);
process.exit(exitCode);

/** Resolves when all that was written is out; what cannot be written is the stream's `error`, above. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => setImmediate(resolve)));
}
