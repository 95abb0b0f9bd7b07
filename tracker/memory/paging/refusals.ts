/** What the paging half of the machine refuses, with the numbers that say why. */
export type PagingRefusal =
  /** `alloc` never evicts: it takes free frames or nothing. */
  | { readonly code: 'no-free-frames'; readonly asked: number; readonly free: number; readonly total: number }
  | { readonly code: 'frame-taken'; readonly frame: number; readonly pid: string; readonly page: number }
  | { readonly code: 'no-such-frame'; readonly frame: number; readonly total: number }
  | { readonly code: 'page-resident'; readonly pid: string; readonly page: number; readonly frame: number }
  | { readonly code: 'no-such-process'; readonly pid: string; readonly known: readonly string[] }
  /** `free` was given a page that the process does not have. */
  | { readonly code: 'no-such-page'; readonly pid: string; readonly page: number; readonly valid: string }
  /** A reference outside the process's pages: the program would be killed. `valid` lists them, such as `0-3, 7`. */
  | { readonly code: 'invalid-page'; readonly pid: string; readonly page: number; readonly valid: string }
  /** `translate` only: the page is valid and not resident. */
  | { readonly code: 'page-fault'; readonly pid: string; readonly page: number }
  | { readonly code: 'too-many-processes'; readonly limit: number }
  | { readonly code: 'too-many-pages'; readonly asked: number; readonly limit: number }
  /**
   * Page numbers end at `limit` − 1: the addresses beyond are no exact integers, or have more bits of page number than
   * the `bits` of a multi-level page table.
   */
  | {
      readonly code: 'page-out-of-range';
      readonly page: number;
      readonly limit: number;
      readonly bits?: number;
    }
  | { readonly code: 'policy-needs-future'; readonly policy: string };
