/**
 * The TLB (Silberschatz 10e §9.3.2.1): fully associative, entries (process, page) → frame, as with address-space
 * identifiers. With `flush` it holds one process's entries only, and is emptied when the process changes.
 *
 * An entry goes when its page leaves its frame, so an entry is at any time exactly a frame whose page is cached:
 * the TLB is a list of frames, the next to be replaced first, and a lookup is one array access.
 */
import type { TlbStatus } from '../../../shared/status.ts';
import { FrameList } from './frame-list.ts';

export type TlbOptions = Pick<TlbStatus, 'entries' | 'policy' | 'flush'>;

/** `process` of a TLB that no process has used. */
export const NO_PROCESS = -1;

export class Tlb {
  readonly #options: TlbOptions;
  readonly #list: FrameList;
  readonly #movesOnHit: boolean;
  /** With `flush`: the slot of the process whose entries these are. */
  process = NO_PROCESS;

  /** An empty one, of one entry or more. */
  constructor(totalFrames: number, options: TlbOptions) {
    this.#options = options;
    this.#list = new FrameList(totalFrames);
    this.#movesOnHit = options.policy === 'lru';
  }

  /** A process is about to refer to one of its pages. */
  enter(process: number): void {
    if (!this.#options.flush || process === this.process) return;
    for (let frame = this.#list.first; frame >= 0; frame = this.#list.first) this.#list.remove(frame);
    this.process = process;
  }

  /** The entry of the page in `frame` is used. Answers whether it was there; if not, it is now. */
  lookUp(frame: number): boolean {
    if (this.#list.has(frame)) {
      if (this.#movesOnHit) this.#list.moveToTail(frame);
      return true;
    }
    this.insert(frame);
    return false;
  }

  /** An entry comes in; only a full TLB gives one up for it. */
  insert(frame: number): void {
    if (this.#list.length === this.#options.entries) this.#list.remove(this.#list.first);
    this.#list.append(frame);
  }

  /** The page leaves the frame. */
  invalidate(frame: number): void {
    if (this.#list.has(frame)) this.#list.remove(frame);
  }

  /** A process has ended; its entries are gone already. */
  forget(process: number): void {
    if (process === this.process) this.process = NO_PROCESS;
  }

  get length(): number {
    return this.#list.length;
  }

  /** The frames of its entries, the next to be replaced first. */
  toArray(): Int32Array {
    return this.#list.toArray();
  }
}
