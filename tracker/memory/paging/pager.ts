/**
 * The pager: brings pages into frames and puts them out again. It alone changes frame table, free-frame list, page
 * tables, TLB and counters, and tells the policy about it, so that they always agree:
 *
 *     entry of page p is frame f   ⇔   frame table row f says p   ⇔   f is not in the free-frame list
 *
 * `touchAll` is the hot path: O(1) a hit, no allocation. Demand paging as in Silberschatz 10e §10.2; a fault takes the
 * head of the free-frame list, or else a victim's frame (global replacement, §10.5.3).
 */
import { DIRTY, FRESH, REFERENCED } from '../../../shared/status.ts';
import type { Policy } from '../replacement/policy.ts';
import { NO_FRAME } from './frame-list.ts';
import type { FrameTable } from './frame-table.ts';
import type { FreeFrameList } from './free-frame-list.ts';
import { KIND_BITS, WRITES } from './packed-reference.ts';
import { PageTable } from './page-table.ts';
import { INVALID, NEVER_RESIDENT, swappedOut, usesLeft } from './page-table-entry.ts';
import type { PagingSettings } from './paging-options.ts';
import type { Process, ProcessTable } from './process-table.ts';
import type { Tally } from './tally.ts';
import type { Tlb } from './tlb.ts';

const NOT_FRESH = ~FRESH;

const NOBODY = -1;

/** `touch` did nothing: the page is invalid, or no victim can be chosen, or there are too many pages. */
export const REFUSED = -1;

export interface PagerParts {
  readonly settings: PagingSettings;
  readonly frames: FrameTable;
  readonly free: FreeFrameList;
  readonly processes: ProcessTable;
  readonly policy: Policy;
  readonly tlb: Tlb | null;
  readonly tally: Tally;
  /** The logical time. */
  readonly now: number;
}

export class Pager {
  readonly settings: PagingSettings;
  readonly frames: FrameTable;
  readonly free: FreeFrameList;
  readonly processes: ProcessTable;
  readonly policy: Policy;
  readonly tlb: Tlb | null;
  readonly tally: Tally;
  readonly #bits: Uint8Array;
  readonly #usedAt: Float64Array;
  readonly #bitsOfLoad: number;
  /** The process referred to last, and its page table: what a context switch would load into a register. */
  #running = NOBODY;
  #table = new PageTable();
  /** One element: a typed array keeps the time a plain double however long a trace is. */
  readonly #now: Float64Array;
  /** A reference string of one reference. */
  readonly #reference = new Int32Array(1);
  readonly #page = new Float64Array(1);

  constructor(parts: PagerParts) {
    this.settings = parts.settings;
    this.frames = parts.frames;
    this.free = parts.free;
    this.processes = parts.processes;
    this.policy = parts.policy;
    this.tlb = parts.tlb;
    this.tally = parts.tally;
    this.#bits = parts.frames.bits;
    this.#usedAt = parts.frames.usedAt;
    this.#bitsOfLoad = parts.settings.refOnLoad ? REFERENCED : 0;
    this.#now = Float64Array.of(parts.now);
  }

  get now(): number {
    return this.#now[0] as number;
  }

  /**
   * One reference to a page of the process in `slot`: hit or fault, bits, TLB, counters. Answers the page's frame,
   * or REFUSED, and then nothing has changed.
   */
  touch(slot: number, page: number, write: boolean): number {
    this.#reference[0] = write ? WRITES : 0;
    this.#page[0] = page;
    return this.touchAll(slot, this.#reference, this.#page) === 1 ? this.#table.entry(page) : REFUSED;
  }

  /**
   * The references of `packed` (packed-reference.ts), one after the other, the page of id i being pages[i]. Answers how
   * many were made: all of them, or those before the first that is refused.
   */
  touchAll(slot: number, packed: Int32Array, pages: Float64Array): number {
    if (slot !== this.#running) this.#run(slot);
    const { policy, tlb } = this;
    const table = this.#table;
    const bits = this.#bits;
    const usedAt = this.#usedAt;
    let now = this.#now[0] as number;
    // The page of the reference before, and the other one lately, are where they were.
    let latest = NOBODY;
    let frame = REFUSED;
    let other = NOBODY;
    let otherFrame = REFUSED;
    for (let i = 0; i < packed.length; i++) {
      const reference = packed[i] as number;
      const id = reference >> KIND_BITS;
      if (id !== latest) {
        const known = id === other ? otherFrame : REFUSED;
        other = latest;
        otherFrame = frame;
        latest = id;
        frame = known;
        if (known < 0) {
          const page = pages[id] as number;
          frame = table.entry(page);
          if (frame < 0) {
            this.#now[0] = now;
            frame = this.#fault(this.processes.at(slot), page, frame, (reference & WRITES) !== 0);
            if (frame === REFUSED) return i;
            now = this.#now[0] as number;
            // It may have been the victim.
            other = NOBODY;
            continue;
          }
        }
      }
      policy.referenced();
      now++;
      usedAt[frame] = now;
      bits[frame] = ((bits[frame] as number) & NOT_FRESH) | REFERENCED | (reference & WRITES);
      if (tlb !== null) this.#lookUp(tlb, slot, frame);
      policy.used(frame);
    }
    this.#now[0] = now;
    return packed.length;
  }

  /** A valid page that is not resident comes into a free frame, without a reference: `alloc` and `map`. */
  loadEagerly(process: Process, page: number, frame: number): void {
    this.free.take(frame);
    this.tally.otherTicks++;
    const kept = usesLeft(process.table.entry(page));
    this.#load(process, page, frame, FRESH | this.#bitsOfLoad, kept, this.#tick());
  }

  /** A valid page becomes invalid; its frame, if it has one, joins the tail of the free-frame list. */
  discard(process: Process, page: number): void {
    const frame = process.table.entry(page);
    if (frame >= 0) {
      this.#unload(process, frame);
      this.free.add(frame);
    }
    process.table.remove(page);
    process.waste.delete(page);
    this.processes.pages--;
  }

  /** A process that has no pages left ends. */
  end(process: Process): void {
    this.tlb?.forget(process.slot);
    if (process.slot === this.#running) this.#running = NOBODY;
    this.processes.end(process);
  }

  #run(slot: number): void {
    this.#table = this.processes.at(slot).table;
    this.#running = slot;
  }

  #tick(): number {
    const now = (this.#now[0] as number) + 1;
    this.#now[0] = now;
    return now;
  }

  #lookUp(tlb: Tlb, slot: number, frame: number): void {
    tlb.enter(slot);
    if (tlb.lookUp(frame)) this.tally.tlbHits++;
    else this.tally.tlbMisses++;
  }

  #fault(process: Process, page: number, entry: number, write: boolean): number {
    if (entry === INVALID && !(process.open && this.processes.hasRoomFor(1))) return REFUSED;
    if (this.free.length === 0 && !this.policy.choosable) return REFUSED;
    this.policy.referenced();
    const now = this.#tick();
    this.tally.faults++;
    if (entry === INVALID) this.processes.addPages(process, page, 1);
    if (entry === INVALID || entry === NEVER_RESIDENT) this.tally.coldFaults++;
    if (this.tlb !== null) {
      this.tlb.enter(process.slot);
      this.tally.tlbMisses++;
    }
    const free = this.free.takeHead();
    const frame = free === NO_FRAME ? this.#evict() : free;
    const bits = write ? this.#bitsOfLoad | DIRTY : this.#bitsOfLoad;
    this.#load(process, page, frame, bits, usesLeft(entry), now);
    if (this.tlb !== null) this.tlb.insert(frame);
    return frame;
  }

  /** The victim's page leaves; answers its frame, which now has no page and is in no list. */
  #evict(): number {
    const frame = this.policy.victim();
    const page = this.frames.page[frame] as number;
    this.tally.evictions++;
    if (this.frames.isDirty(frame)) this.tally.writeBacks++;
    const owner = this.processes.at(this.frames.owner[frame] as number);
    const kept = this.#unload(owner, frame);
    owner.table.set(page, swappedOut(kept));
    return frame;
  }

  #load(process: Process, page: number, frame: number, bits: number, kept: number, now: number): void {
    process.table.set(page, frame);
    process.resident++;
    this.frames.fill(frame, process.slot, page, bits, now);
    this.policy.loaded(frame, kept);
  }

  #unload(process: Process, frame: number): number {
    const kept = this.policy.released(frame);
    this.tlb?.invalidate(frame);
    this.frames.empty(frame);
    process.resident--;
    return kept;
  }
}
