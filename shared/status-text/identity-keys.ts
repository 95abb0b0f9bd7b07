/** Who wrote the file, when, and of which memory it is: the keys from Revision to Command, and what the config said. */
import { PAGE_SIZE, TOTAL_FRAMES } from '../config.ts';
import { isPowerOfTwo } from '../power-of-two.ts';
import { printable } from '../printable.ts';
import { DOORS, MAX_PAGE_SIZE, MAX_TOTAL_FRAMES, type Status } from '../status.ts';
import { type KeyLines, keyLine } from './keys.ts';

const SESSION = /^[0-9a-f]{8}$/;
/** Process ids of every system we know fit into 32 bits. */
const MAX_PID = 0xffff_ffff;

type Identity = Omit<Status, 'paging' | 'segmentation' | 'events'>;

export function identityLines(status: Status): string[] {
  return [
    keyLine('Revision', status.revision),
    keyLine('Session', status.session),
    keyLine('Written', status.written),
    keyLine('Tracker', status.tracker),
    keyLine('Door', status.door),
    ...(status.command === ''
      ? []
      : [keyLine('Command', printable(status.command, Number.POSITIVE_INFINITY))]),
  ];
}

export function readIdentity(keys: KeyLines): Identity {
  const revision = keys.integer('Revision');
  const session = keys.text('Session');
  if (!SESSION.test(session)) keys.refuse('Session', '"Session: " and eight hex digits');
  return {
    revision,
    session,
    written: readTime(keys),
    tracker: keys.integer('Tracker', { max: MAX_PID, missing: 0 }),
    door: keys.choice('Door', DOORS, 'command'),
    command: keys.text('Command', ''),
    configFrames: keys.integer('Config TOTAL_FRAMES', {
      min: 1,
      max: MAX_TOTAL_FRAMES,
      missing: TOTAL_FRAMES,
    }),
    configPageSize: readPageSize(keys, 'Config PAGE_SIZE', PAGE_SIZE),
  };
}

/** A power of two. */
export function readPageSize(
  keys: KeyLines,
  key: 'PAGE_SIZE' | 'Config PAGE_SIZE',
  missing?: number,
): number {
  const size = keys.integer(key, { min: 1, max: MAX_PAGE_SIZE, missing });
  if (!isPowerOfTwo(size)) keys.refuse(key, `"${key}: " and a power of two`);
  return size;
}

function readTime(keys: KeyLines): string {
  const written = keys.text('Written', '1970-01-01T00:00:00.000Z');
  const time = new Date(written);
  if (Number.isNaN(time.getTime()) || time.toISOString() !== written) {
    keys.refuse('Written', '"Written: " and a time such as 2026-11-23T00:21:07.123Z');
  }
  return written;
}
