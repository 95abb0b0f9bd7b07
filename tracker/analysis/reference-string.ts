/**
 * A reference string as textbooks print it (Silberschatz 10e §10.4): page numbers separated by blanks or commas,
 * decimal or 0x hex, `w` behind those that are written to: `7 0 1 2w 0 3`.
 */
import { printable } from '../../shared/printable.ts';

export interface References {
  /** Page numbers, in order of reference. */
  readonly pages: Float64Array;
  /** 1 where the reference is a write. As long as `pages`. */
  readonly writes: Uint8Array;
}

export type ParsedReferences =
  | ({ readonly ok: true } & References)
  /** `position` counts references from 1; 0 where there are none. */
  | { readonly ok: false; readonly position: number; readonly message: string };

const REFERENCE = /^(0|[1-9]\d*|0x[\da-f]+)(w?)$/i;

/** Answers the references of `text`, or what is wrong with the first bad one. */
export function parseReferenceString(text: string): ParsedReferences {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) {
    return { ok: false, position: 0, message: 'found no references, expected page numbers such as 7 0 1 2w' };
  }
  const pages = new Float64Array(words.length);
  const writes = new Uint8Array(words.length);
  for (const [i, word] of words.entries()) {
    const [, digits, write] = REFERENCE.exec(word) ?? [];
    const page = Number(digits);
    if (!Number.isSafeInteger(page)) {
      const expected = 'expected a page number such as 7 or 0x1f, with w behind it for a write';
      const message = `reference ${i + 1}: found ${printable(word, 40)}, ${expected}`;
      return { ok: false, position: i + 1, message };
    }
    pages[i] = page;
    writes[i] = write ? 1 : 0;
  }
  return { ok: true, pages, writes };
}
