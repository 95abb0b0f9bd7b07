#!/usr/bin/env node
/** argv in, exit code out. The only place that ends the process, and the only place that catches bugs. */
import { constants } from 'node:os';
import { stderr, stdin, stdout } from 'node:process';
import { trackerMain } from './cli/tracker-main.ts';
import { EXIT } from './cli/trouble.ts';

// A reader that has seen enough (`tracker show | head`) is no error; what was acknowledged is saved.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(128 + constants.signals.SIGPIPE);
    if (stream === stdout) {
      stderr.write(`tracker: the answer could not be written: ${error.message}; what was done is saved\n`);
    }
    process.exit(EXIT.io);
  });
}

// Saves are synchronous, so a signal always finds the file whole and every answer given saved.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

try {
  process.exitCode = await trackerMain(process.argv.slice(2), { stdin, stdout, stderr, env: process.env });
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(`tracker: this is a bug; nothing was written.\n${stack}\n`);
  process.exit(EXIT.bug);
}
await Promise.all([flushed(stdout), flushed(stderr)]);
process.exit();

/** Resolves when all that was written is out; what cannot be written is the stream's `error`, above. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => setImmediate(resolve)));
}
