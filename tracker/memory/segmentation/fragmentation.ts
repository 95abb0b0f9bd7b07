/**
 * Fragmentation, with its definitions. External: bytes that are free but not in one piece, 1 − largest hole / free
 * bytes (Silberschatz 10e §9.2.3). Internal: bytes of the blocks that the limits do not use, header included.
 */
import { freeBytes, type SpaceParts } from './space-parts.ts';

export interface Fragmentation {
  readonly freeBytes: number;
  readonly largestHole: number;
  /** How many there are. */
  readonly holes: number;
  /** 0 … 1; 0 when nothing is free. */
  readonly external: number;
  /** Bytes. */
  readonly internal: number;
}

export function fragmentation(parts: SpaceParts): Fragmentation {
  const { table, holes } = parts;
  const free = freeBytes(parts);
  const largestHole = holes.largest();
  let limits = 0;
  for (const segment of table) limits += segment.limit;
  return {
    freeBytes: free,
    largestHole,
    holes: holes.count,
    external: free === 0 ? 0 : 1 - largestHole / free,
    internal: table.blockBytes - limits,
  };
}
