/**
 * Accesses become references: an access of n bytes at an address is one reference to each page it touches, in
 * ascending order. The words go into a chunk of fixed length; a full one is taken away by whoever reads the trace.
 *
 * 79–91 % of the references of a real program are to one of its last two pages: these are kept at hand.
 */

import { KIND_BITS } from '../memory/paging/packed-reference.ts';
import { PageNumbering } from './page-numbering.ts';

const NO_PAGE = -1;

export class ReferenceWriter {
  readonly numbering = new PageNumbering();
  /** In bytes, a power of two. */
  readonly pageSize: number;
  readonly #pagesPerByte: number;
  #words: Int32Array;
  #count = 0;
  #latest = NO_PAGE;
  #latestWord = 0;
  #previous = NO_PAGE;
  #previousWord = 0;
  /** What is left of an access for which the chunk had no room: pages #nextPage … #lastPage. */
  #nextPage = 0;
  #lastPage = NO_PAGE;
  #kind = 0;

  /** `words` is the first chunk. */
  constructor(pageSize: number, words: Int32Array) {
    this.pageSize = pageSize;
    this.#pagesPerByte = 1 / pageSize;
    this.#words = words;
  }

  /** There is no room: `take` comes before the next `add`. */
  get full(): boolean {
    return this.#count === this.#words.length;
  }

  /** What is left of the chunk: for those who write words themselves, and then `advance`. */
  room(): Int32Array {
    return this.#words.subarray(this.#count);
  }

  /** So many words have been written into `room()`. */
  advance(words: number): void {
    this.#count += words;
  }

  get empty(): boolean {
    return this.#count === 0;
  }

  /** What has been written since the last `take`, in the chunk it was given; `next` is for what follows `resume`. */
  take(next: Int32Array): Int32Array {
    const taken = this.#words.subarray(0, this.#count);
    this.#words = next;
    this.#count = 0;
    return taken;
  }

  /** Once what was taken is not needed any more: writes the rest of an access that found no room. */
  resume(): void {
    while (this.#nextPage <= this.#lastPage && !this.full) {
      this.#words[this.#count++] = this.#wordOf(this.#nextPage++) | this.#kind;
    }
  }

  /** One access of `size` bytes, 1 or more, the last of them below ADDRESS_LIMIT. Not while the chunk is full. */
  add(address: number, size: number, kind: number): void {
    const page = Math.floor(address * this.#pagesPerByte);
    this.#words[this.#count++] = (page === this.#latest ? this.#latestWord : this.#wordOf(page)) | kind;
    const offset = address - page * this.pageSize;
    if (offset + size > this.pageSize) this.#cross(page, offset + size, kind);
  }

  /** The word of the page of this address, without a kind. */
  wordOf(address: number): number {
    const page = Math.floor(address * this.#pagesPerByte);
    return page === this.#latest ? this.#latestWord : this.#wordOf(page);
  }

  /** `page` becomes the latest one; answers its word but for the kind. */
  #wordOf(page: number): number {
    const word = page === this.#previous ? this.#previousWord : this.numbering.idOf(page) << KIND_BITS;
    this.#previous = this.#latest;
    this.#previousWord = this.#latestWord;
    this.#latest = page;
    this.#latestWord = word;
    return word;
  }

  /** The access goes on to `bytes` bytes after the beginning of `page`. */
  #cross(page: number, bytes: number, kind: number): void {
    this.#kind = kind;
    this.#nextPage = page + 1;
    this.#lastPage = page + Math.floor((bytes - 1) * this.#pagesPerByte);
    this.resume();
  }
}
