/**
 * Where `g` leads, as people write it:
 *
 *     12  0x1f        a frame
 *     @0x3a10         the frame of a physical address
 *     P1 5            the frame that has a page of a process
 *     P1:0x1234       the frame that has a virtual address of a process; page = address div page size
 *     P1              a process: it is followed, and its first page that is in a frame is shown
 *
 * A process may also be called by its letter.
 */
import { DISK, type PagingStatus, type ProcessStatus } from '../../shared/status.ts';
import { frameOf } from '../../shared/status-text/page-table.ts';
import { occupantOf } from './frame-table.ts';
import { hex, plain } from './wording.ts';

export interface Address {
  /** The process whose virtual address it is; null: it is a physical one. */
  readonly pid: string | null;
  readonly address: number;
}

export type Destination =
  | {
      readonly frame: number;
      /** The process that has it; null: it is free. */
      readonly owner: string | null;
      /** The process that was named. */
      readonly pid: string | null;
      /** Was nothing but the process named? */
      readonly follow: boolean;
      /** The very address that was named; null: none was. */
      readonly address: Address | null;
    }
  /** Why it leads nowhere, in several lengths, the longest first: the shortest repeats nothing of what was typed. */
  | { readonly problem: readonly string[] };

/** The frame that has an address now, or DISK; undefined where no page and no frame has it. */
export function frameWith({ pid, address }: Address, paging: PagingStatus): number | undefined {
  const quotient = Math.floor(address / paging.pageSize);
  if (pid === null) return quotient < paging.totalFrames ? quotient : undefined;
  const process = paging.processes.find((candidate) => candidate.pid === pid);
  return process && frameOf(process.table, quotient);
}

const NUMBER = /^(?:0x[0-9a-f]+|[0-9]+)$/i;

/** As much of what was typed as an answer repeats. */
const QUOTED = 20;

export const GO_TO_FORMS = ['frame 12 or 0xc', 'page P1 5', 'address P1:0x1a2b', 'physical @0x3a10'];

export function destinationOf(text: string, paging: PagingStatus): Destination {
  const words = text.trim();
  if (words === '') return { problem: ['nothing to go to'] };
  if (words.startsWith('@')) return physical(words.slice(1).trim(), paging);
  const parts = words.split(':');
  if (parts.length === 2) return virtual(parts[0]?.trim() ?? '', parts[1]?.trim() ?? '', paging);
  const [pid = '', page, ...more] = words.split(/\s+/);
  if (parts.length > 2 || more.length > 0)
    return { problem: [`not understood: ${plain(words, QUOTED)}`, 'not understood'] };
  if (page !== undefined) return pageOf(pid, page, paging);
  return NUMBER.test(pid) ? frameAt(Number(pid), `frame ${pid}`, paging) : processNamed(pid, paging);
}

function frameAt(frame: number, name: string, paging: PagingStatus): Destination {
  if (frame >= paging.totalFrames) {
    const last = `the last frame is ${paging.totalFrames - 1}`;
    return { problem: [`no ${name}: ${last}`, last] };
  }
  return { frame, owner: ownerOf(frame, paging), pid: null, follow: false, address: null };
}

function ownerOf(frame: number, paging: PagingStatus): string | null {
  return paging.processes[occupantOf(paging, frame)?.process ?? -1]?.pid ?? null;
}

function physical(word: string, paging: PagingStatus): Destination {
  if (!NUMBER.test(word)) return word === '' ? missing('@') : notA('an address', word);
  const address = Number(word);
  const end = paging.totalFrames * paging.pageSize;
  if (address >= end) {
    const last = hex(end - 1);
    return { problem: [`no physical address ${word}: the last is ${last}`, `the last address is ${last}`] };
  }
  const frame = Math.floor(address / paging.pageSize);
  return { frame, owner: ownerOf(frame, paging), pid: null, follow: false, address: { pid: null, address } };
}

function virtual(pid: string, word: string, paging: PagingStatus): Destination {
  if (!NUMBER.test(word)) return word === '' ? missing(`${plain(pid, QUOTED)}:`) : notA('an address', word);
  const address = Number(word);
  const page = resident(pid, Math.floor(address / paging.pageSize), paging);
  if ('problem' in page) return page;
  return { ...page, address: { pid: page.pid, address } };
}

function pageOf(pid: string, word: string, paging: PagingStatus): Destination {
  if (!NUMBER.test(word)) return notA('a page number', word);
  return resident(pid, Number(word), paging);
}

function notA(number: string, word: string): Destination {
  return { problem: [`not ${number}: ${plain(word, QUOTED)}`, `not ${number}`] };
}

function missing(before: string): Destination {
  return { problem: [`an address is missing after ${before}`, 'an address is missing'] };
}

function processCalled(name: string, { processes }: PagingStatus): ProcessStatus | undefined {
  const byPid = processes.find(({ pid }) => pid === name);
  return byPid ?? processes.find(({ letter }) => letter !== '#' && letter === name.toUpperCase());
}

function resident(name: string, page: number, paging: PagingStatus): Destination {
  const process = processCalled(name, paging);
  if (!process) return { problem: noProcess(name, paging) };
  const frame = frameOf(process.table, page);
  const called = plain(process.pid);
  if (frame === undefined) return { problem: [`${called} has no page ${page}`, `it has no page ${page}`] };
  if (frame === DISK) {
    return { problem: [`page ${page} of ${called} is on disk, in no frame`, 'on disk, in no frame'] };
  }
  return { frame, owner: process.pid, pid: process.pid, follow: false, address: null };
}

function processNamed(name: string, paging: PagingStatus): Destination {
  const process = processCalled(name, paging);
  if (!process) return { problem: noProcess(name, paging) };
  const frame = process.table.frames.find((first) => first !== DISK);
  if (frame === undefined) {
    return { problem: [`${plain(process.pid)} has no page in a frame`, 'it has no page in a frame'] };
  }
  return { frame, owner: process.pid, pid: process.pid, follow: true, address: null };
}

function noProcess(name: string, { processes }: PagingStatus): readonly string[] {
  const known = processes.slice(0, 4).map(({ pid }) => plain(pid));
  const more = processes.length > known.length ? ', …' : '';
  const verb = known.length > 1 ? 'are' : 'is';
  const there = known.length === 0 ? 'there is none' : `there ${verb} ${known.join(', ')}${more}`;
  return [`no process ${plain(name, 32)}: ${there}`, there, 'no such process'];
}
