/** A file that is read from its beginning to its end, once: a script or a trace, which may be a FIFO. */
import { constants, createReadStream, openSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** A FIFO is polled: opened as a file, it would hold the process until a writer comes, deaf to every signal. */
export function openStream(path: string): Readable {
  if (!statSync(path).isFIFO()) return createReadStream(path);
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}
