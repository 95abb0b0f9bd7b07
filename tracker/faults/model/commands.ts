/** Commands for the whole machine, and how each is typed: mostly sensible, often refused, always well formed. */
import fc from 'fast-check';
import { FIT_NAMES, POLICY_NAMES } from '../../../shared/status.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { optionsFor } from '../../memory/paging/testing/commands.ts';
import type { NaiveOptions } from '../../memory/paging/testing/naive-machine.ts';
import { machines } from '../../memory/segmentation/testing/machines.ts';
import type { NaiveRequest, NaiveSegmentOptions } from './naive-segments.ts';

/** Bytes in a page of every machine here. */
export const MODEL_PAGE_SIZE = 16;

export interface ModelOptions {
  readonly paging: NaiveOptions;
  readonly segmentation: NaiveSegmentOptions;
}

export type ModelCommand =
  | { readonly do: 'init'; readonly options: ModelOptions }
  | {
      readonly do: 'alloc' | 'reserve';
      readonly pid: string;
      readonly pages: number;
      readonly bytes: number | null;
    }
  | { readonly do: 'map'; readonly pid: string; readonly page: number; readonly frame: number }
  | { readonly do: 'free'; readonly pid: string; readonly pages: number[] | null }
  | { readonly do: 'access'; readonly pid: string; readonly address: number; readonly write: boolean }
  | { readonly do: 'translate'; readonly pid: string; readonly address: number }
  | {
      readonly do: 'refs';
      readonly pid: string;
      readonly pages: readonly (readonly [page: number, write: boolean])[];
    }
  | { readonly do: 'reset' }
  | { readonly do: 'segment alloc'; readonly request: NaiveRequest }
  | { readonly do: 'segment free'; readonly id: number }
  | { readonly do: 'segment resize'; readonly id: number; readonly limit: number }
  | { readonly do: 'segment translate'; readonly id: number; readonly offset: number }
  | { readonly do: 'segment compact' };

const livePolicies = POLICY_NAMES.filter((name) => name !== 'opt');

export const modelOptions: fc.Arbitrary<ModelOptions> = fc.record({
  paging: fc.constantFrom(...livePolicies).chain(optionsFor),
  segmentation: fc.tuple(machines, fc.integer({ min: 2, max: 10 })).map(([machine, maxSegments]) => ({
    maxSegments,
    base: machine.base ?? 0,
    space: machine.space ?? 1,
    fit: machine.fit ?? 'first',
    holeOrder: machine.holeOrder ?? 'address',
    coalesce: machine.coalesce ?? true,
    header: machine.header ?? 0,
    align: machine.align ?? 1,
  })),
});

const pid = fc.constantFrom('P1', 'P2', '__proto__');
const page = fc.oneof(
  { weight: 15, arbitrary: fc.nat(8) },
  { weight: 1, arbitrary: fc.constantFrom(1e6, 2 ** 40) },
);
const address = fc
  .tuple(page, fc.nat(MODEL_PAGE_SIZE - 1))
  .map(([number, offset]) => number * MODEL_PAGE_SIZE + offset);
const limit = fc.integer({ min: 1, max: 60 });
const id = fc.nat(7);
const always = <T>(value: T) => fc.constant(value);

function pages(command: 'alloc' | 'reserve', most: number): fc.Arbitrary<ModelCommand> {
  const asPages = fc.integer({ min: 1, max: most }).map((count) => ({ pages: count, bytes: null }));
  const asBytes = fc
    .integer({ min: 1, max: most * MODEL_PAGE_SIZE })
    .map((bytes) => ({ pages: Math.ceil(bytes / MODEL_PAGE_SIZE), bytes }));
  return fc
    .tuple(pid, fc.oneof(asPages, asBytes))
    .map(([process, asked]) => ({ do: command, pid: process, ...asked }));
}

const request: fc.Arbitrary<NaiveRequest> = fc
  .record({
    limit,
    where: fc.oneof(
      { weight: 3, arbitrary: always({ base: null, fit: null }) },
      { weight: 2, arbitrary: fc.record({ base: always(null), fit: fc.constantFrom(...FIT_NAMES) }) },
      { weight: 2, arbitrary: fc.record({ base: fc.integer({ min: 990, max: 1210 }), fit: always(null) }) },
    ),
    grows: fc.constantFrom('up' as const, 'up' as const, 'down' as const),
  })
  .map(({ where, ...rest }) => ({ ...rest, ...where }));

export const modelCommand: fc.Arbitrary<ModelCommand> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: always('init' as const), options: modelOptions }) },
  { weight: 8, arbitrary: pages('alloc', 4) },
  { weight: 8, arbitrary: pages('reserve', 7) },
  { weight: 6, arbitrary: fc.record({ do: always('map' as const), pid, page, frame: fc.nat(6) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: always('free' as const),
      pid,
      pages: fc.option(fc.array(page, { minLength: 1, maxLength: 3 })),
    }),
  },
  { weight: 30, arbitrary: fc.record({ do: always('access' as const), pid, address, write: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: always('translate' as const), pid, address }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: always('refs' as const),
      pid,
      pages: fc.array(fc.tuple(fc.nat(6), fc.boolean()), { minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 1, arbitrary: always({ do: 'reset' as const }) },
  { weight: 18, arbitrary: fc.record({ do: always('segment alloc' as const), request }) },
  { weight: 10, arbitrary: fc.record({ do: always('segment free' as const), id }) },
  { weight: 8, arbitrary: fc.record({ do: always('segment resize' as const), id, limit }) },
  { weight: 4, arbitrary: fc.record({ do: always('segment translate' as const), id, offset: fc.nat(62) }) },
  { weight: 2, arbitrary: always({ do: 'segment compact' as const }) },
);

/** The command as a person types it. */
export function typed(command: ModelCommand): string {
  switch (command.do) {
    case 'init':
      return initLine(command.options);
    case 'alloc':
    case 'reserve':
      return `${command.do} ${command.pid} ${command.bytes === null ? command.pages : `--bytes ${command.bytes}`}`;
    case 'map':
      return `map ${command.pid} ${command.page} ${command.frame}`;
    case 'free':
      return `free ${command.pid} ${command.pages?.join(',') ?? ''}`;
    case 'access':
      return `access ${command.pid} 0x${command.address.toString(16)}${command.write ? ' --write' : ''}`;
    case 'translate':
      return `translate ${command.pid} ${command.address}`;
    case 'refs':
      return `refs ${command.pid} "${command.pages.map(([number, write]) => number + (write ? 'w' : '')).join(' ')}"`;
    case 'reset':
      return 'reset counters';
    case 'segment alloc': {
      const { limit: bytes, base, fit, grows } = command.request;
      const where = base === null ? (fit === null ? '' : ` --fit ${fit}`) : ` --base ${base}`;
      return `segment alloc ${bytes}${where} --grows ${grows}`;
    }
    case 'segment resize':
      return `segment resize ${command.id} ${command.limit}`;
    case 'segment translate':
      return `segment translate ${command.id} ${command.offset}`;
    case 'segment free':
      return `segment free ${command.id}`;
    case 'segment compact':
      return command.do;
    default:
      return unreachable(command);
  }
}

export function initLine({ paging, segmentation }: ModelOptions): string {
  const { policy } = paging;
  const ofPolicy = {
    'ref-on-load': ['clock', 'enhanced-clock', 'nru'].includes(policy) ? Number(paging.refOnLoad) : null,
    period: ['nru', 'aging'].includes(policy) ? paging.period : null,
    'lfu-counts': policy === 'lfu' ? (paging.keepCounts ? 'keep' : 'forget') : null,
    seed: policy === 'random' ? paging.seed : null,
  };
  const options = {
    'total-frames': paging.totalFrames,
    'page-size': MODEL_PAGE_SIZE,
    policy,
    ...ofPolicy,
    'tlb-entries': paging.tlbEntries,
    'tlb-policy': paging.tlbPolicy,
    'max-segments': segmentation.maxSegments,
    'segment-base': segmentation.base,
    'segment-space': segmentation.space,
    fit: segmentation.fit,
    'hole-order': segmentation.holeOrder,
    header: segmentation.header,
    align: segmentation.align,
  };
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`--${name} ${value}`],
  );
  const flags = [paging.tlbFlush ? '--tlb-flush' : '', segmentation.coalesce ? '' : '--no-coalesce'];
  return ['init', ...words, ...flags].join(' ');
}
