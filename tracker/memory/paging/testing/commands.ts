/** Random commands for the machine, a few of which make no sense, and doing them in the engine and naively. */
import * as fc from 'fast-check';
import { POLICY_NAMES, type PolicyName } from '../../../../shared/status.ts';
import type { Paging } from '../paging.ts';
import type { NaiveMachine, NaiveOptions } from './naive-machine.ts';

export type Command =
  | { readonly do: 'alloc' | 'reserve'; readonly pid: string; readonly pages: number }
  | { readonly do: 'map'; readonly pid: string; readonly page: number; readonly frame: number }
  | { readonly do: 'free'; readonly pid: string; readonly pages: number[] | null }
  | { readonly do: 'access'; readonly pid: string; readonly page: number; readonly write: boolean };

const pid = fc.constantFrom('P', 'Q', '__proto__');
/** Mostly near the bottom, some far out: both halves of a page table. */
const page = fc.oneof(
  { weight: 9, arbitrary: fc.nat(7) },
  { weight: 1, arbitrary: fc.constantFrom(1e6, 1e6 + 1, 2 ** 40) },
);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('access' as const), pid, page, write: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('alloc' as const), pid, pages: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('reserve' as const), pid, pages: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('map' as const), pid, page, frame: fc.nat(6) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('free' as const),
      pid,
      pages: fc.option(fc.array(page, { minLength: 1, maxLength: 3 })),
    }),
  },
);

/** Up to 80 of them. Most begin with pages on disk, so that there is something to fault on. */
export const commands: fc.Arbitrary<Command[]> = fc
  .tuple(fc.nat(4), fc.array(command, { maxLength: 78, size: 'max' }))
  .map(([lonely, all]) => {
    if (lonely === 0) return all;
    return [{ do: 'reserve', pid: 'P', pages: 8 }, { do: 'reserve', pid: 'Q', pages: 5 }, ...all];
  });

export function optionsFor(policy: PolicyName): fc.Arbitrary<NaiveOptions> {
  return fc.record({
    totalFrames: fc.integer({ min: 1, max: 6 }),
    policy: fc.constant(policy),
    refOnLoad: ['clock', 'enhanced-clock', 'nru'].includes(policy) ? fc.boolean() : fc.constant(true),
    period: fc.integer({ min: 1, max: 4 }),
    keepCounts: fc.boolean(),
    seed: fc.nat(2 ** 32 - 1),
    tlbEntries: fc.nat(3),
    tlbPolicy: fc.constantFrom('lru' as const, 'fifo' as const),
    tlbFlush: fc.boolean(),
  });
}

export const anyOptions = fc.constantFrom(...POLICY_NAMES).chain(optionsFor);

/** What it came to: `ok`, the victim of an access as `P 3`, or the code of the refusal. */
export function doIt(paging: Paging, command: Command): string {
  const outcome = inEngine(paging, command);
  if (!outcome.ok) return outcome.refusal.code;
  if (!('victim' in outcome) || outcome.victim === null) return 'ok';
  return `evicts ${outcome.victim.pid} ${outcome.victim.page}`;
}

function inEngine(paging: Paging, command: Command) {
  if (command.do === 'map') return paging.map(command.pid, command.page, command.frame);
  if (command.do === 'free')
    return paging.free(command.pid, command.pages?.map((each) => [each, each] as const) ?? null);
  if (command.do === 'access') return paging.access(command.pid, command.page, 0, command.write);
  return paging[command.do](command.pid, command.pages, null);
}

/** The same, naively. */
export function doItNaively(machine: NaiveMachine, command: Command): string {
  if (command.do === 'map') return machine.map(command.pid, command.page, command.frame) ?? 'ok';
  if (command.do === 'free') return machine.release(command.pid, command.pages) ?? 'ok';
  if (command.do !== 'access')
    return machine.append(command.pid, command.pages, command.do === 'alloc') ?? 'ok';
  const answer = machine.access(command.pid, command.page, command.write);
  if (typeof answer === 'string') return answer;
  return answer.victim === null ? 'ok' : `evicts ${answer.victim}`;
}
