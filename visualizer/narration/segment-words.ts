/** A segment in words. Pure. */
import type { SegmentStatus } from '../../shared/status.ts';
import { plain } from '../view/wording.ts';

/** `segment 0 code: base 1000, limit 100, grows up` */
export function segmentInWords({ id, name, base, limit, grows }: SegmentStatus): string {
  return `segment ${id}${name === null ? '' : ` ${plain(name)}`}: base ${base}, limit ${limit}, grows ${grows}`;
}
