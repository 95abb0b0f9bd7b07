/** What is said after a page: its bits, and what lfu and aging remember of it. Pure. */
import { traitsOf } from '../../shared/policy-traits.ts';
import { DIRTY, type PolicyName, REFERENCED } from '../../shared/status.ts';
import { ageBits, counted } from '../view/wording.ts';

/** ` referenced dirty`; nothing where neither is set. */
export function bitsInWords(bits: number): string {
  return `${bits & REFERENCED ? ' referenced' : ''}${bits & DIRTY ? ' dirty' : ''}`;
}

/** ` used 3 times`, ` age 10000000`; nothing under a policy that has neither. */
export function countInWords(policy: PolicyName, count: number): string {
  switch (traitsOf(policy).uses) {
    case 'count':
      return ` used ${counted(count, 'time')}`;
    case 'age':
      return ` age ${ageBits(count)}`;
    default:
      return '';
  }
}
