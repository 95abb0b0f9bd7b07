/**
 * The text of a status file, back into a `Status`. Everything is checked: each line by itself, the sections against
 * each other, the lines that only repeat what follows from the rest, and last the checksum, because what is wrong
 * says more than that something is. format.ts says how the file is laid out.
 */
import type { Status } from '../status.ts';
import { type Ahead, NOBODY } from './ahead.ts';
import { PlainColumns, RunCounts } from './columns.ts';
import { Cursor } from './cursor.ts';
import { readEvents } from './event-log.ts';
import { readFirstLines } from './first-lines.ts';
import { externalFragmentation, internalFragmentation } from './fragmentation.ts';
import { FrameSet } from './frame-set.ts';
import { readIdentity } from './identity-keys.ts';
import { KeyLines } from './keys.ts';
import { checkChecksum, readLastLines } from './last-lines.ts';
import { PageColumns } from './page-columns.ts';
import { readPaging } from './paging.ts';
import { BadStatus, type Problem } from './problem.ts';
import { checkSegmentation, readSegmentation } from './segmentation.ts';

export type ParsedStatus =
  | { readonly ok: true; readonly status: Status }
  | { readonly ok: false; readonly problem: Problem };

/** The status that `bytes` say, or the first thing that is wrong with them, whatever they are. */
export function parseStatus(bytes: Uint8Array): ParsedStatus {
  return new Parser().parse(bytes);
}

/**
 * For who parses again and again: what it needs each time it keeps.
 *
 * So also one of each kind of object that parsing makes and drops. When a program has little to do, V8 tidies up, and for
 * objects of which it then finds none it forgets the code it has compiled: the dashboard spent a tenth of a percent of a
 * core, for minutes after each busy spell, on having it compiled anew.
 */
export class Parser {
  readonly #plain = new PlainColumns();
  readonly #kept: { objects?: readonly object[] } = {};

  /** As `parseStatus` does. `ahead` may be reading some of the bytes. */
  parse(bytes: Uint8Array, ahead: Ahead = NOBODY): ParsedStatus {
    try {
      const status = readStatus(new Cursor(bytes), this.#plain, ahead);
      this.#kept.objects = parsingObjects(status);
      return { ok: true, status };
    } catch (error) {
      if (error instanceof BadStatus) return { ok: false, problem: error.problem };
      throw error;
    }
  }
}

function parsingObjects({ paging }: Status): readonly object[] {
  const cursor = new Cursor(new Uint8Array(0));
  return [
    cursor,
    new KeyLines(cursor),
    new FrameSet(0),
    new PageColumns(paging.replacement),
    new RunCounts(0),
  ];
}

function readStatus(cursor: Cursor, plain: PlainColumns, ahead: Ahead): Status {
  readFirstLines(cursor);
  const keys = new KeyLines(cursor);
  const identity = readIdentity(keys);
  const paging = readPaging(cursor, keys, { plain, ahead });
  const rows = readSegmentation(cursor, keys);
  const { totalFrames, time } = paging;
  const events = readEvents(cursor, { totalFrames, time, revision: identity.revision });
  const checksum = readLastLines(cursor, identity.revision);
  const segmentation = checkSegmentation(cursor, keys, rows);
  keys.claim('External Fragmentation', externalFragmentation(segmentation.holes));
  keys.claim('Internal Fragmentation', internalFragmentation(paging.processes, segmentation));
  keys.refuseOthers();
  checkChecksum(cursor, checksum, ahead);
  return { ...identity, paging, segmentation, events };
}
