/**
 * The paging half of the machine: physical memory in frames, processes with pages, demand paging between them.
 * Every operation is done whole or refused, and a refusal changes nothing. How is elsewhere: `allocation` and
 * `reference` check and answer, the pager moves pages, a policy chooses victims, snapshot and restore save.
 */
import type { Counters, PagingStatus } from '../../../shared/status.ts';
import type { Outcome } from '../outcome.ts';
import { append, free, map } from './allocation.ts';
import type { AccessAnswer, PagesAnswer, TranslateAnswer } from './answers.ts';
import { check } from './check.ts';
import { EXPLAINED_CANDIDATES } from './explanation.ts';
import { newPager } from './new-pager.ts';
import type { PageRange } from './page-ranges.ts';
import { Pager } from './pager.ts';
import type { PagingOptions } from './paging-options.ts';
import { access, type LevelsAnswer, refusalOf, split, translate, walkLevels } from './reference.ts';
import type { PagingRefusal } from './refusals.ts';
import { restorePager } from './restore.ts';
import { takeSnapshot } from './snapshot.ts';

export type { PagingOptions, PolicyOptions } from './paging-options.ts';

export class Paging {
  readonly #pager: Pager;

  /** A new machine: no process, every frame free. Throws on a frame count or page size that cannot be. */
  constructor(from: PagingOptions | Pager) {
    this.#pager = from instanceof Pager ? from : newPager(from);
  }

  /** The machine saved as `status`, which has been checked; it goes on as if it had never been saved. */
  static restore(status: PagingStatus): Paging {
    return new Paging(restorePager(status));
  }

  /** All of its state. O(frames + pages). */
  snapshot(): PagingStatus {
    return takeSnapshot(this.#pager);
  }

  /** Throws if an invariant is broken, which is a bug. */
  check(): void {
    check(this.#pager);
  }

  get totalFrames(): number {
    return this.#pager.frames.total;
  }

  /** Bytes in a page and in a frame. */
  get pageSize(): number {
    return this.#pager.settings.pageSize;
  }

  get freeFrames(): number {
    return this.#pager.free.length;
  }

  /** The logical time: one tick for each reference, and one for each page that `alloc` or `map` loaded. */
  get time(): number {
    return this.#pager.now;
  }

  get counters(): Counters {
    return this.#pager.tally.at(this.#pager.now);
  }

  resetCounters(): void {
    this.#pager.tally.reset(this.#pager.now);
  }

  /** R and D of the page in each frame; those of a free frame mean nothing. O(frames). */
  get bits(): Readonly<Uint8Array> {
    this.#pager.policy.settle();
    return this.#pager.frames.bits;
  }

  /** The frame at which a clock's hand points; 0 for other policies. */
  get hand(): number {
    return this.#pager.policy.state.hand;
  }

  /**
   * Eager allocation: `pages` pages (1 or more) after the process's highest, with frames from the head of the
   * free-frame list. `bytes`, where given, is what was asked for: the rest of the last page is wasted.
   */
  alloc(pid: string, pages: number, bytes: number | null): Outcome<PagesAnswer> {
    return append(this.#pager, 'alloc', pid, pages, bytes);
  }

  /** As `alloc`, but demand-paged: the pages are on disk until they are accessed. */
  reserve(pid: string, pages: number, bytes: number | null): Outcome<PagesAnswer> {
    return append(this.#pager, 'reserve', pid, pages, bytes);
  }

  /** One page, new or on disk, into one chosen free frame. Counts no reference and no fault. */
  map(pid: string, page: number, frame: number): Outcome<PagesAnswer> {
    return map(this.#pager, pid, page, frame);
  }

  /** Frees the pages of `ranges`, both ends included, or with null the whole process. */
  free(pid: string, ranges: readonly PageRange[] | null): Outcome<PagesAnswer> {
    return free(this.#pager, pid, ranges);
  }

  /** One reference, explained; an eviction lists up to `candidates` pages that could have gone. */
  access(
    pid: string,
    page: number,
    offset: number,
    write: boolean,
    candidates = EXPLAINED_CANDIDATES,
  ): Outcome<AccessAnswer> {
    return access(this.#pager, pid, page, offset, write, candidates);
  }

  /** Why these references, one after the other, could not all be done; null if they can. */
  refusalOf(pid: string, pages: Iterable<number>): PagingRefusal | null {
    return refusalOf(this.#pager, pid, pages);
  }

  /** Where an address leads. Touches no bit, counter or TLB entry; a page on disk is refused as `page-fault`. */
  translate(pid: string, address: number): Outcome<TranslateAnswer> {
    return translate(this.#pager, pid, address);
  }

  /** The walk through a multi-level page table with these bit widths, root directory first. Touches nothing. */
  translateLevels(pid: string, address: number, bitWidths: readonly number[]): Outcome<LevelsAnswer> {
    return walkLevels(this.#pager, pid, address, bitWidths);
  }

  /** Page and offset of an address. */
  split(address: number): { page: number; offset: number } {
    return split(address, this.pageSize);
  }

  /**
   * The slot for `touch` of a process for which every page is valid, each coming into being with its first
   * reference. It begins if need be. That it is open is not saved, nor is the process while it has no page: after
   * a restore it has to be opened again.
   */
  openProcess(pid: string): number {
    const { processes } = this.#pager;
    const process = processes.find(pid) ?? processes.create(pid);
    process.open = true;
    return process.slot;
  }

  /**
   * One reference to a page of the process in `slot`, with nothing said about it. Answers the frame, or REFUSED, and
   * then nothing has changed and `refusalOf` knows why.
   */
  touch(slot: number, page: number, write: boolean): number {
    return this.#pager.touch(slot, page, write);
  }

  /**
   * `touch` for a whole reference string (packed-reference.ts), the page of id i being pages[i]: the hot path, for
   * traces. Answers how many references were made: all, or those before the first that is refused.
   */
  touchAll(slot: number, packed: Int32Array, pages: Float64Array): number {
    return this.#pager.touchAll(slot, packed, pages);
  }
}
