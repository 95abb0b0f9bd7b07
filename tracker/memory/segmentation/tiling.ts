/**
 * The invariant of a segment space: blocks and holes tile it. Every byte of [base, base + space) is in exactly
 * one block or one hole, and no row, hole or rover says otherwise.
 */
import { blockAddress, blockSize, type Segment } from './segment.ts';
import type { SpaceParts } from './space-parts.ts';

/** Throws an Error that names the first thing found wrong. */
export function checkTiling(parts: SpaceParts): void {
  const { options, table, holes } = parts;
  holes.check();
  if (table.count > options.maxSegments) {
    throw new Error(`${table.count} segments in a table of ${options.maxSegments}`);
  }
  let blocks = 0;
  for (const segment of table) {
    checkRow(segment, parts);
    blocks += segment.block[1];
  }
  if (blocks !== table.blockBytes)
    throw new Error(`${blocks} bytes of blocks, counted as ${table.blockBytes}`);
  const tiled = walk(parts);
  const end = options.base + options.space;
  if (tiled !== end) throw new Error(`segments and holes end at ${tiled}, the space at ${end}`);
}

/** Goes from the segment base on, block by block and hole by hole, each once, and returns where the last one ends. */
function walk({ options, table, holes }: SpaceParts): number {
  const blocks = table.byAddress().map((segment) => segment.block);
  const free = [...holes].sort((a, b) => a.base - b.base);
  let end = options.base;
  let used = 0;
  let skipped = 0;
  while (used < blocks.length || skipped < free.length) {
    const block = blocks[used];
    const hole = free[skipped];
    if (block?.[0] === end) {
      end += block[1];
      used += 1;
    } else if (hole?.base === end) {
      if (!Number.isSafeInteger(hole.size) || hole.size < 1) throw new Error(`a hole of ${hole.size} bytes`);
      end += hole.size;
      skipped += 1;
    } else throw new Error(`the next segment or hole does not begin at ${end}, where the last one ends`);
  }
  return end;
}

function checkRow({ id, base, limit, grows, block }: Segment, { options }: SpaceParts): void {
  const size = blockSize(limit, options);
  const address = blockAddress(base, size, grows, options);
  if (block[0] !== address || block[1] !== size) {
    throw new Error(`segment ${id} needs the block ${address}:${size} and has ${block.join(':')}`);
  }
  const idIsRow = Number.isSafeInteger(id) && id >= 0 && id < options.maxSegments;
  if (!idIsRow || !Number.isSafeInteger(limit) || limit < 1) {
    throw new Error(`segment ${id} of ${limit} bytes in a table of ${options.maxSegments}`);
  }
}
