/**
 * The processes: each has a name, a letter that every picture uses for it, and a page table. The frame table
 * refers to a process by its *slot*, a small number that is free again when the process ends.
 */
import { MAX_PAGES, MAX_PROCESSES } from '../../../shared/status.ts';
import { PageTable } from './page-table.ts';
import { NEVER_RESIDENT } from './page-table-entry.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export interface Process {
  readonly pid: string;
  /** The lowest unused of A–Z when the process began, or `#`. */
  readonly letter: string;
  readonly slot: number;
  readonly table: PageTable;
  /** Internal fragmentation, by page: bytes of it that nobody asked for. */
  readonly waste: Map<number, number>;
  /** How many of its pages are in a frame. */
  resident: number;
  /** Every page number is valid, and comes into being with its first reference: the process of a trace. */
  open: boolean;
}

export class ProcessTable implements Iterable<Process> {
  /** In order of creation. */
  readonly #byName = new Map<string, Process>();
  readonly #bySlot: (Process | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  readonly #lettersInUse = new Set<string>();
  /** Valid pages of all processes together. */
  pages = 0;

  find(pid: string): Process | undefined {
    return this.#byName.get(pid);
  }

  /** The process in a slot that the frame table names. Throws on any other slot. */
  at(slot: number): Process {
    const process = this.#bySlot[slot];
    if (process === undefined) throw new Error(`no process in slot ${slot}`);
    return process;
  }

  /** A process that does not exist begins, without pages. `letter` only where it is known from a saved state. */
  create(pid: string, letter = this.#unusedLetter()): Process {
    const slot = this.#freeSlots.pop() ?? this.#bySlot.length;
    const process = { pid, letter, slot, table: new PageTable(), waste: new Map(), resident: 0, open: false };
    this.#byName.set(pid, process);
    this.#bySlot[slot] = process;
    if (letter !== '#') this.#lettersInUse.add(letter);
    return process;
  }

  /** Whether no process can begin before another has ended. */
  get isFull(): boolean {
    return this.#byName.size >= MAX_PROCESSES;
  }

  hasRoomFor(pages: number): boolean {
    return this.pages + pages <= MAX_PAGES;
  }

  /** `count` pages of a process, invalid so far, become valid. There is room for them. */
  addPages(process: Process, first: number, count: number): void {
    process.table.add(first, count, NEVER_RESIDENT, 0);
    this.pages += count;
  }

  /** A process that has no pages left ends. */
  end(process: Process): void {
    this.#byName.delete(process.pid);
    this.#bySlot[process.slot] = undefined;
    this.#freeSlots.push(process.slot);
    this.#lettersInUse.delete(process.letter);
  }

  get names(): string[] {
    return [...this.#byName.keys()];
  }

  [Symbol.iterator](): IterableIterator<Process> {
    return this.#byName.values();
  }

  #unusedLetter(): string {
    return [...LETTERS].find((letter) => !this.#lettersInUse.has(letter)) ?? '#';
  }
}
