/** One look at the status file: what is there, and whether that is news. When to look is for status-source.ts. */
import { readContent } from '../shared/status-file/read.ts';
import { errnoOf, type StatusFileError } from '../shared/status-file/status-file-error.ts';
import { parseStatus, parsingObjects } from '../shared/status-text/parse.ts';
import type { Observation } from './observation.ts';

/** News have been reported; a doubt is trouble that a hasty look does not believe yet. */
type Found = 'news' | 'nothing' | 'doubt';

/** A way to look at a file once more: what is new is reported. */
export function looker(file: string, report: (observation: Observation) => void): (hasty: boolean) => Found {
  /** The last content that could be read; and what has been the matter since, if anything. */
  let lastBytes: Uint8Array | null = null;
  let lastTrouble: string | null = null;
  let lastStamp = '';
  /** Trouble that a hasty look found, until the next look. */
  let doubted: Observation | null = null;
  /** For the reason parsingObjects gives. */
  const kept: { forParsing?: readonly object[] } = {};
  const troubled = (observation: Observation, hasty: boolean): Found => {
    const trouble = JSON.stringify(observation);
    if (lastTrouble === trouble) return 'nothing';
    if (hasty) {
      doubted = observation;
      return 'doubt';
    }
    lastTrouble = trouble;
    report(observation);
    return 'news';
  };
  return (hasty) => {
    const content = readContent(file, lastStamp);
    const before = doubted;
    doubted = null;
    if (content.kind === 'unchanged') return before ? troubled(before, hasty) : 'nothing';
    lastStamp = content.kind === 'read' ? content.stamp : '';
    if (content.kind === 'unreadable')
      return troubled({ kind: 'unreadable', reason: reasonOf(content.error) }, hasty);
    if (content.kind !== 'read') return troubled(content, hasty);
    const { bytes } = content;
    if (lastBytes !== null && Buffer.compare(lastBytes, bytes) === 0) {
      if (lastTrouble === null) return 'nothing';
      lastTrouble = null;
      report({ kind: 'back' });
      return 'news';
    }
    const parsed = parseStatus(bytes);
    if (!parsed.ok) return troubled({ kind: 'bad', problem: parsed.problem }, hasty);
    lastBytes = bytes;
    lastTrouble = null;
    kept.forParsing = parsingObjects(parsed.status);
    report({ kind: 'ok', status: parsed.status, bytes });
    return 'news';
  };
}

/** In few words: there is a line for it. */
function reasonOf({ cause }: StatusFileError): string {
  const code = errnoOf(cause);
  if (code === '') return 'not a plain file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOTDIR') return 'a part of the path is not a directory';
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many open files';
  const { message } = cause as Error;
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+ '.*$/s, '');
}
