/** The `segment` commands: a segment table with base and limit over one segment space. */
import { FIT_NAMES, MAX_ADDRESS } from '../../../shared/status.ts';
import type { Happening } from '../../memory/outcome.ts';
import type { SegmentSpace } from '../../memory/segmentation/segment-space.ts';
import type { MemoryCommand } from '../command.ts';
import { count } from '../phrases.ts';
import { usage } from '../trouble.ts';
import { parseChoice, parseName, parseNumber, parseSize } from '../values.ts';

const ID = { name: 'id', of: 'segments', describe: 'The segment, as the segment table numbers it' } as const;

export const segmentAlloc: MemoryCommand = {
  kind: 'memory',
  words: ['segment', 'alloc'],
  summary: 'Place a segment of LIMIT bytes in a hole',
  positionals: [{ name: 'limit', describe: 'Its length in bytes; K, M and G allowed' }],
  options: {
    base: { describe: 'At this base, instead of where the fit strategy puts it', value: 'A' },
    fit: { describe: 'The strategy for this request only', value: 'F', choices: FIT_NAMES },
    grows: {
      describe: 'up (offsets from the base) or down (the base is the high end)',
      value: 'WAY',
      choices: ['up', 'down'],
    },
    name: { describe: 'What it is called in the tables and pictures', value: 'S' },
  },
  examples: [
    ['segment alloc 100', 'a hundred bytes where the fit strategy finds room'],
    ['segment alloc 4K --name stack --grows down', 'a stack: its base is the high end'],
    ['segment alloc 200 --base 1100', 'exactly at 1100, if that is free'],
  ],
  changes: true,
  prepare(args) {
    const limit = parseSize(args.get('limit'), 'LIMIT', { min: 1, max: MAX_ADDRESS });
    const base = args.optional('base', (word, what) => parseNumber(word, what, { max: MAX_ADDRESS }));
    const fit = args.optional('fit', (word, what) => parseChoice(word, what, FIT_NAMES));
    if (base !== undefined && fit !== undefined) {
      throw usage('either --base A or --fit F: with a base there is nothing to choose');
    }
    const grows =
      args.optional('grows', (word, what) => parseChoice(word, what, ['up', 'down'] as const)) ?? 'up';
    const name = args.optional('name', parseName) ?? null;
    return ({ segments }) => {
      const outcome = segments.alloc({
        limit,
        grows,
        name,
        ...(base === undefined ? {} : { base }),
        ...(fit === undefined ? {} : { fit }),
      });
      if (!outcome.ok) return outcome;
      const { id, block, searched } = outcome;
      return {
        ok: true,
        fields: { id, base: outcome.base, limit: outcome.limit, block, searched, holes: segments.holes() },
        text: `segment ${id}: base ${outcome.base}, limit ${outcome.limit}${base === undefined ? ` (${count(searched, 'hole')} searched)` : ''}`,
        sentence: sentenceOf(outcome.happenings),
        happenings: outcome.happenings,
      };
    };
  },
};

export const segmentFree: MemoryCommand = {
  kind: 'memory',
  words: ['segment', 'free'],
  summary: 'Take a segment out of the table; its bytes become a hole',
  positionals: [ID],
  examples: [['segment free 1', 'segment 1 is gone; neighbouring holes coalesce']],
  changes: true,
  prepare(args) {
    const id = parseNumber(args.get('id'), 'ID');
    return ({ segments }) => {
      const outcome = segments.free(id);
      if (!outcome.ok) return outcome;
      return {
        ok: true,
        fields: { id, holes: segments.holes() },
        text: `segment ${id} freed; ${holesInWords(segments)}`,
        sentence: sentenceOf(outcome.happenings),
        happenings: outcome.happenings,
      };
    };
  },
};

export const segmentResize: MemoryCommand = {
  kind: 'memory',
  words: ['segment', 'resize'],
  summary: 'Give a segment another limit; it grows only into the hole at its growing edge',
  positionals: [ID, { name: 'limit', describe: 'The new length in bytes; K, M and G allowed' }],
  examples: [['segment resize 0 150', 'segment 0 now has 150 bytes, if the hole behind it has room']],
  changes: true,
  prepare(args) {
    const id = parseNumber(args.get('id'), 'ID');
    const limit = parseSize(args.get('limit'), 'LIMIT', { min: 1, max: MAX_ADDRESS });
    return ({ segments }) => {
      const outcome = segments.resize(id, limit);
      if (!outcome.ok) return outcome;
      return {
        ok: true,
        fields: {
          id,
          base: outcome.base,
          limit: outcome.limit,
          block: outcome.block,
          holes: segments.holes(),
        },
        text: `segment ${id}: base ${outcome.base}, limit ${outcome.limit}; ${holesInWords(segments)}`,
        sentence: sentenceOf(outcome.happenings),
        happenings: outcome.happenings,
      };
    };
  },
};

export const segmentCompact: MemoryCommand = {
  kind: 'memory',
  words: ['segment', 'compact'],
  summary: 'Slide all segments together at the segment base: one hole remains',
  examples: [['segment compact', 'external fragmentation is gone, for the price of the bytes moved']],
  changes: true,
  prepare() {
    return ({ segments }) => {
      const outcome = segments.compact();
      if (!outcome.ok) return outcome;
      const moves = outcome.moved.map(([id, from, to]) => `   segment ${id}: base ${from} -> ${to}`);
      const summary = `${count(outcome.moved.length, 'segment')} moved, ${count(outcome.bytesMoved, 'byte')} copied; ${holesInWords(segments)}`;
      return {
        ok: true,
        fields: { moved: outcome.moved, bytesMoved: outcome.bytesMoved, holes: segments.holes() },
        text: [summary, ...moves].join('\n'),
        sentence: sentenceOf(outcome.happenings),
        happenings: outcome.happenings,
      };
    };
  },
};

export const segmentTranslate: MemoryCommand = {
  kind: 'memory',
  words: ['segment', 'translate'],
  summary: 'Translate segment and offset, or one logical address, to a physical address',
  positionals: [
    { ...ID, optional: true },
    { name: 'offset', describe: 'Growing up 0 … limit − 1; growing down 1 … limit', optional: true },
  ],
  options: {
    address: { describe: 'One logical address whose top bits select the segment', value: 'A' },
    bits: { describe: 'How many top bits select the segment', value: 'N' },
    'address-bits': { describe: 'How many bits the logical address has', value: 'M' },
  },
  examples: [
    ['segment translate 1 53', 'base + offset, or a segmentation fault'],
    [
      'segment translate --address 0x1069 --bits 2 --address-bits 14',
      'the top 2 of 14 bits select the segment',
    ],
  ],
  changes: false,
  prepare(args) {
    const address = args.optional('address', parseNumber);
    const idWord = args.find('id');
    if (address === undefined) {
      const id = parseNumber(idWord ?? missing(), 'ID');
      const offset = parseNumber(args.find('offset') ?? missing(), 'OFFSET');
      return ({ segments }) => translateOffset(segments, id, offset);
    }
    if (idWord !== undefined)
      throw usage('either ID OFFSET or --address A --bits N --address-bits M, not both');
    const bits =
      args.optional('bits', (word, what) => parseNumber(word, what, { min: 1, max: 20 })) ?? missing();
    const addressBits =
      args.optional('address-bits', (word, what) => parseNumber(word, what, { min: bits + 1, max: 52 })) ??
      missing();
    if (address >= 2 ** addressBits) {
      throw usage(`--address: found ${address}, expected less than 2^${addressBits} = ${2 ** addressBits}`);
    }
    return ({ segments }) => translateAddress(segments, address, bits, addressBits);
  },
};

function missing(): never {
  throw usage('segment translate needs ID OFFSET, or --address A --bits N --address-bits M');
}

function translateOffset(segments: SegmentSpace, id: number, offset: number) {
  const outcome = segments.translate(id, offset);
  if (!outcome.ok) return outcome;
  return translated(id, outcome.grows, outcome.base, outcome.limit, offset, outcome.physical, []);
}

function translateAddress(segments: SegmentSpace, address: number, bits: number, addressBits: number) {
  const outcome = segments.translateAddress(address, bits, addressBits);
  if (!outcome.ok) return outcome;
  const { id, grows, base, limit, rawOffset, offset, physical } = outcome;
  const low = addressBits - bits;
  const lines = [
    `segment  = top ${bits} of ${addressBits} bits of ${address} = ${address} div 2^${low} = ${id}`,
    `offset   = low ${count(low, 'bit')} = ${address} mod 2^${low} = ${rawOffset}`,
  ];
  if (grows === 'down') lines.push(`d        = 2^${low} − offset = ${2 ** low} − ${rawOffset} = ${offset}`);
  return translated(id, grows, base, limit, offset, physical, lines);
}

function translated(
  id: number,
  grows: 'up' | 'down',
  base: number,
  limit: number,
  offset: number,
  physical: number,
  before: readonly string[],
) {
  const arithmetic =
    grows === 'up'
      ? [
          `check    : offset ${offset} < limit ${limit}`,
          `physical = base + offset = ${base} + ${offset} = ${physical} (0x${physical.toString(16)})`,
        ]
      : [
          `check    : 1 ≤ ${offset} ≤ limit ${limit} (grows down)`,
          `physical = base − d = ${base} − ${offset} = ${physical} (0x${physical.toString(16)})`,
        ];
  return {
    ok: true,
    fields: { id, offset, physical },
    text: [...before, ...arithmetic].join('\n'),
    sentence: arithmetic.join('; '),
    happenings: [],
  } as const;
}

/** The event log says how it came about. */
function sentenceOf(happenings: readonly Happening[]): string {
  return happenings.map(({ text }) => text).join('; ');
}

function holesInWords(segments: SegmentSpace): string {
  const { freeBytes, largestHole, holes } = segments.fragmentation();
  if (holes === 0) return 'no hole is left';
  return `${count(freeBytes, 'byte')} free in ${count(holes, 'hole')}, the largest ${largestHole}`;
}
