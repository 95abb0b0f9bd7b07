/** What only an `init` sets, or what no event tells: said, each in a few words, only where somebody has edited it, or missed it. Pure. */
import { placementInWords, policyInWords, tlbInWords } from '../../shared/conventions.ts';
import { traitsOf } from '../../shared/policy-traits.ts';
import type { Counters } from '../../shared/status.ts';
import { bytes, counted, grouped, plain } from '../view/wording.ts';
import type { Fact } from './facts.ts';

const none =
  (key: keyof Counters, noun: string): Fact =>
  ({ status }) =>
    status.paging.counters[key] === 0 ? `no ${noun}` : null;

const configOf: Fact = ({ status: { configFrames, configPageSize } }) =>
  `config at init: ${counted(configFrames, 'frame')} of ${bytes(configPageSize)}`;

const sincePeriodOf: Fact = ({ status: { paging } }) => {
  const { policy, sincePeriod } = paging.replacement;
  if (traitsOf(policy).period === undefined) return null;
  return `${counted(sincePeriod, 'reference')} since R was last cleared`;
};

const randomStateOf: Fact = ({ status: { paging } }) => {
  const { policy, randomState } = paging.replacement;
  return traitsOf(policy).seed === undefined ? null : `state of the random generator: ${randomState}`;
};

const tlbOf: Fact = ({ status: { paging } }) =>
  `TLB of ${counted(paging.tlb.entries, 'entry', 'entries')}, ${tlbInWords(paging.tlb)}`;

const tlbProcessOf: Fact = ({ status: { paging } }) => {
  const { flush, process } = paging.tlb;
  return flush ? `process that the TLB is for: ${process === null ? 'none' : plain(process)}` : null;
};

/** Only next fit uses it, of which `roverOf` tells; every fit has one. */
const unusedRoverOf: Fact = ({ status: { segmentation } }) =>
  segmentation.fit === 'next' || segmentation.rover === null ? null : `rover at ${segmentation.rover}`;

/** A reset tells that in one, where nobody missed it. */
export const BACK_AT_ZERO: readonly Fact[] = [
  none('references', 'references'),
  none('faults', 'faults'),
  none('evictions', 'evictions'),
  none('writeBacks', 'write-backs'),
  none('tlbHits', 'TLB hits'),
  none('tlbMisses', 'TLB misses'),
];

export const EDITABLE: readonly Fact[] = [
  ({ status }) => `command: ${plain(status.command)}`,
  ({ status }) => `written ${status.written}`,
  ({ status }) => `door: ${status.door}`,
  ({ status }) => `tracker: process ${status.tracker}`,
  configOf,
  ({ status: { paging } }) => `frames of ${bytes(paging.pageSize)}`,
  ({ status: { paging } }) => `policy ${policyInWords(paging.replacement)}`,
  sincePeriodOf,
  randomStateOf,
  ({ status: { paging } }) => `time ${grouped(paging.time)}`,
  ...BACK_AT_ZERO,
  tlbOf,
  tlbProcessOf,
  ({ status: { segmentation } }) => `segment space ${segmentation.base}:${segmentation.space}`,
  ({ status: { segmentation } }) => `${counted(segmentation.maxSegments, 'segment')} at most`,
  ({ status: { segmentation } }) => `placement: ${placementInWords(segmentation).join(', ')}`,
  unusedRoverOf,
];
