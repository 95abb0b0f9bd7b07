/** Looking an address up in the segment table: find the row, hold the offset against the limit, add the base. */
import type { SegmentStatus } from '../../../shared/status.ts';
import type { Outcome } from '../outcome.ts';
import { noSuchSegment, type SegmentTable } from './segment-table.ts';
import { offsetIn, physicalAddress, splitAddress } from './translation.ts';
import { requireWhole } from './whole-number.ts';

/** Every number of the arithmetic: `physical` is base + offset growing up, base − offset growing down. */
export interface SegmentTranslated {
  readonly id: number;
  /** What was held against the limit: growing down d, counted back from the base. */
  readonly offset: number;
  readonly physical: number;
  readonly base: number;
  readonly limit: number;
  readonly grows: SegmentStatus['grows'];
}

export interface AddressTranslated extends SegmentTranslated {
  readonly address: number;
  /** Bytes that one segment number spans: 2^(M−N). Growing down, offset = span − rawOffset. */
  readonly span: number;
  /** The low M − N bits of the address. */
  readonly rawOffset: number;
}

/** `offset` counts from the base in the direction in which the segment grows: from 0 up, from 1 down. */
export function translateOffset(table: SegmentTable, id: number, offset: number): Outcome<SegmentTranslated> {
  requireWhole('offset', offset, 0);
  return translated(table, id, () => offset);
}

/** The top `bits` of an address of `addressBits` bits select the segment. Throws where it has more bits than that. */
export function translateAddress(
  table: SegmentTable,
  address: number,
  bits: number,
  addressBits: number,
): Outcome<AddressTranslated> {
  requireWhole('address', address, 0);
  requireWhole('bits', bits, 1);
  requireWhole('addressBits', addressBits, bits + 1);
  if (address >= 2 ** addressBits)
    throw new RangeError(`address ${address} has more than ${addressBits} bits`);
  const logical = splitAddress(address, 2 ** (addressBits - bits));
  const outcome = translated(table, logical.segment, (grows) => offsetIn(grows, logical));
  if (outcome.ok) return { ...outcome, address, span: logical.span, rawOffset: logical.rawOffset };
  const { refusal } = outcome;
  const mine = refusal.code === 'no-such-segment' || refusal.code === 'segmentation-fault';
  return mine ? { ok: false, refusal: { ...refusal, logical } } : outcome;
}

function translated(
  table: SegmentTable,
  id: number,
  offsetFor: (grows: SegmentStatus['grows']) => number,
): Outcome<SegmentTranslated> {
  const segment = table.get(id);
  if (segment === undefined) return { ok: false, refusal: noSuchSegment(table, id) };
  const { base, limit, grows } = segment;
  const offset = offsetFor(grows);
  const physical = physicalAddress(segment, offset);
  if (physical === null) {
    return { ok: false, refusal: { code: 'segmentation-fault', id, offset, base, limit, grows } };
  }
  return { ok: true, id, offset, physical, base, limit, grows, happenings: [] };
}
