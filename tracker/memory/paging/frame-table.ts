/**
 * The frame table: one row a frame of physical memory (Silberschatz 10e §9.3: which process and page has it).
 *
 *     frame │ owner  page  bits  loadedAt  usedAt
 *         0 │   2      17    R·     40        41      owner: a process's slot, or FREE
 *
 * Kept true: a used frame is in `loads`, whose order is that of loadedAt; loadedAt and usedAt are unique among
 * the used frames, and equal until the first access after the load. Times are the logical time of the machine.
 */
import { DIRTY, FRESH, REFERENCED } from '../../../shared/status.ts';
import { FrameList } from './frame-list.ts';

/** `owner` of a frame that no page is in. */
export const FREE = -1;

export class FrameTable {
  readonly total: number;
  readonly owner: Int32Array;
  readonly page: Float64Array;
  /** REFERENCED | DIRTY | FRESH as the hardware would keep them; see Policy.settle about REFERENCED. */
  readonly bits: Uint8Array;
  readonly loadedAt: Float64Array;
  readonly usedAt: Float64Array;
  /** The used frames, oldest load first. */
  readonly loads: FrameList;

  constructor(total: number) {
    this.total = total;
    this.owner = new Int32Array(total).fill(FREE);
    this.page = new Float64Array(total);
    this.bits = new Uint8Array(total);
    this.loadedAt = new Float64Array(total);
    this.usedAt = new Float64Array(total);
    this.loads = new FrameList(total);
  }

  /** A page is loaded into a free frame: it is now the newest load, and used at this moment. */
  fill(frame: number, owner: number, page: number, bits: number, time: number): void {
    this.owner[frame] = owner;
    this.page[frame] = page;
    this.bits[frame] = bits;
    this.loadedAt[frame] = time;
    this.usedAt[frame] = time;
    this.loads.append(frame);
  }

  /** The page leaves; the frame has no owner, and the rest of its row means nothing. */
  empty(frame: number): void {
    this.owner[frame] = FREE;
    this.loads.remove(frame);
  }

  isDirty(frame: number): boolean {
    return ((this.bits[frame] as number) & DIRTY) !== 0;
  }

  /** The page is looked at (R = 0): it is no longer as its load left it. */
  clearReferenced(frame: number): void {
    this.bits[frame] = (this.bits[frame] as number) & ~(REFERENCED | FRESH);
  }
}
