import { DIRTY, REFERENCED } from './status.ts';

/** `R`, `D`, `RD`, or nothing, as the status file has the bits of a page. */
export function bitLetters(bits: number): string {
  return `${bits & REFERENCED ? 'R' : ''}${bits & DIRTY ? 'D' : ''}`;
}
