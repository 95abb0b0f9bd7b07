/** The answers of OSTEP's homework simulators, where their machine and ours are the same. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DISK, type PolicyName, REFERENCED } from '../../../shared/status.ts';
import { nextUses } from '../replacement/next-use.ts';
import { Paging } from './paging.ts';
import { residentPages } from './testing/resident-pages.ts';

function vectors<Case>(family: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../vectors/${family}.json`, import.meta.url), 'utf8')).cases;
}

interface ReplacementCase {
  readonly id: string;
  readonly name: string;
  readonly input: { readonly policy: string; readonly frames: number; readonly refs: number[] };
  readonly expected: {
    readonly hits: number;
    readonly faults: number;
    readonly hit_map: string;
    readonly victims: (number | null)[];
    readonly final_state: number[];
    readonly states?: number[][];
    readonly final_slots: number[];
    readonly final_bits: number[];
    readonly final_hand: number;
    readonly slots?: number[][];
    readonly bits?: number[][];
    readonly hand?: number[];
  };
}

const OURS: Readonly<Record<string, PolicyName>> = {
  FIFO: 'fifo',
  LRU: 'lru',
  OPT: 'opt',
  MRU: 'mru',
  CLOCK: 'clock',
};

describe('replacement', () => {
  const cases = vectors<ReplacementCase>('replacement').filter(({ input }) => input.policy in OURS);
  it.each(cases)('$id: $name', ({ input, expected }) => {
    const policy = OURS[input.policy] ?? 'fifo';
    const paging = new Paging({
      totalFrames: input.frames,
      pageSize: 1,
      policy,
      future: nextUses(input.refs),
    });
    paging.openProcess('P');
    const states: number[][] = [];
    const clocks: ReturnType<typeof clockOf>[] = [];
    const answers = input.refs.map((page) => {
      const answer = paging.access('P', page, 0, false);
      if (!answer.ok) throw new Error(answer.refusal.code);
      paging.check();
      states.push(orderOf(paging, policy));
      clocks.push(clockOf(paging));
      return answer;
    });
    expect(answers.map(({ fault }) => (fault ? '0' : '1')).join('')).toBe(expected.hit_map);
    expect(answers.map(({ victim }) => victim?.page ?? null)).toEqual(expected.victims);
    expect(paging.counters).toMatchObject({ hits: expected.hits, faults: expected.faults });
    if (policy === 'clock') {
      const { final_slots, final_bits, final_hand } = expected;
      expect(clocks.at(-1)).toEqual({ slots: final_slots, bits: final_bits, hand: final_hand });
      if (expected.slots) expect(clocks.map(({ slots }) => slots)).toEqual(expected.slots);
      if (expected.bits) expect(clocks.map(({ bits }) => bits)).toEqual(expected.bits);
      if (expected.hand) expect(clocks.map(({ hand }) => hand)).toEqual(expected.hand);
    } else {
      expect(states.at(-1)).toEqual(expected.final_state);
      if (expected.states) expect(states).toEqual(expected.states);
    }
  });
});

/** Pages by load, oldest first; for LRU and MRU by use, least recent first. */
function orderOf(paging: Paging, policy: PolicyName): number[] {
  const { loads } = paging.snapshot();
  const byLoad = [...loads.starts].flatMap((start, k) =>
    Array.from({ length: loads.counts[k] ?? 0 }, (_, i) => start + i),
  );
  const order = policy === 'lru' || policy === 'mru' ? byUse(paging, byLoad) : byLoad;
  const pageIn = new Map(residentPages(paging).map(({ frame, page }) => [frame, page]));
  return order.map((frame) => pageIn.get(frame) ?? -1);
}

function byUse(paging: Paging, frames: number[]): number[] {
  const { loads, uses } = paging.snapshot();
  const usedAt = new Map<number, number>();
  for (const { starts, counts, times } of [loads, uses]) {
    starts.forEach((start, k) => {
      for (let i = 0; i < (counts[k] ?? 0); i++) usedAt.set(start + i, (times[k] ?? 0) + i);
    });
  }
  return frames.toSorted((a, b) => (usedAt.get(a) ?? 0) - (usedAt.get(b) ?? 0));
}

function clockOf(paging: Paging): { slots: number[]; bits: number[]; hand: number } {
  const { processes, replacement } = paging.snapshot();
  const slots: number[] = [];
  const bits: number[] = [];
  for (const { table } of processes) {
    table.pages.forEach((page, k) => {
      const frame = table.frames[k] ?? DISK;
      for (let i = 0; frame !== DISK && i < (table.counts[k] ?? 0); i++) {
        slots[frame + i] = page + i;
        bits[frame + i] = (table.bits[k] ?? 0) & REFERENCED;
      }
    });
  }
  return { slots, bits, hand: replacement.hand };
}

interface TlbCase {
  readonly id: string;
  readonly name: string;
  readonly input: {
    readonly phys_mem: number;
    readonly page_size: number;
    readonly page_table: number[];
    readonly addresses: number[];
    readonly tlb_entries: number;
    readonly tlb_policy: 'LRU' | 'FIFO';
  };
  readonly expected: {
    readonly tlb_hits: number;
    readonly tlb_misses: number;
    readonly hit_map: string;
    readonly evicted_vpns: (number | null)[];
    readonly final_tlb_vpns: number[];
    readonly results: ({ vpn: number; ok: true; pa: number } | { vpn: number; ok: false; fault: string })[];
  };
}

const VALID = 2 ** 31;

/** Process P with the valid pages of a table of 32-bit entries, each in the frame that its entry names. */
function withPageTable(
  input: Pick<TlbCase['input'], 'phys_mem' | 'page_size' | 'page_table'>,
  tlb = {},
): Paging {
  const totalFrames = input.phys_mem / input.page_size;
  const paging = new Paging({ totalFrames, pageSize: input.page_size, ...tlb });
  input.page_table.forEach((entry, page) => {
    if (entry >= VALID) expect(paging.map('P', page, entry - VALID).ok).toBe(true);
  });
  return paging;
}

describe('tlb', () => {
  it.each(vectors<TlbCase>('tlb'))('$id: $name', ({ input, expected }) => {
    const tlbPolicy = input.tlb_policy === 'LRU' ? 'lru' : 'fifo';
    const paging = withPageTable(input, { tlbEntries: input.tlb_entries, tlbPolicy });
    let hitMap = '';
    const evicted: (number | null)[] = [];
    input.addresses.forEach((address, i) => {
      const before = paging.snapshot().tlb.content.map(({ page }) => page);
      const { page, offset } = paging.split(address);
      const answer = paging.access('P', page, offset, false);
      const after = new Set(paging.snapshot().tlb.content.map((entry) => entry.page));
      evicted.push(before.find((each) => !after.has(each)) ?? null);
      if (!answer.ok) throw new Error(answer.refusal.code);
      hitMap += answer.tlb === 'hit' ? '1' : '0';
      expect({ vpn: page, ok: true, pa: answer.physical }).toEqual(expected.results[i]);
    });
    expect(hitMap).toBe(expected.hit_map);
    expect(evicted).toEqual(expected.evicted_vpns);
    expect(paging.snapshot().tlb.content.map(({ page }) => page)).toEqual(expected.final_tlb_vpns);
    expect(paging.counters).toMatchObject({ tlbHits: expected.tlb_hits, tlbMisses: expected.tlb_misses });
    paging.check();
  });
});

describe('linear page tables', () => {
  // Three more cases are inputs that their simulator rejects.
  const cases = vectors<TlbCase>('linear').filter(({ expected }) => expected.results);
  it.each(cases)('$id: $name', ({ input, expected }) => {
    const paging = withPageTable(input);
    input.addresses.forEach((address, i) => {
      const wanted = expected.results[i];
      const { page } = paging.split(address);
      expect(page).toBe(wanted?.vpn);
      const answer = paging.translate('P', address);
      if (wanted?.ok) expect(answer).toMatchObject({ ok: true, page, physical: wanted.pa });
      else expect(answer.ok ? 'translated' : answer.refusal.code).toMatch(/^(invalid-page|no-such-process)$/);
    });
  });
});

interface MultilevelCase {
  readonly id: string;
  readonly name: string;
  readonly input: {
    readonly page_size: number;
    readonly physical_frames: number;
    readonly pdbr: number;
    /** One string of hex bytes a frame. */
    readonly memory: string[];
    readonly addresses: number[];
  };
  readonly expected: {
    readonly results: ({ pde_index: number; pte_index?: number } & (
      | { ok: true; pa: number }
      | { ok: false; fault: 'pde_invalid' | 'pte_invalid' }
    ))[];
  };
}

/** The valid entries of the table in a frame: bit 7 says valid, the low seven bits the frame. */
function validEntries({ memory }: MultilevelCase['input'], frame: number): [index: number, frame: number][] {
  const entries = (memory[frame]?.match(/../g) ?? []).map((hex) => Number.parseInt(hex, 16));
  return entries.flatMap((entry, index) =>
    entry >= 0x80 ? [[index, entry & 0x7f] as [number, number]] : [],
  );
}

describe('multi-level page tables', () => {
  it.each(vectors<MultilevelCase>('multilevel'))('$id: $name', ({ input, expected }) => {
    const paging = new Paging({ totalFrames: input.physical_frames, pageSize: input.page_size });
    for (const [directoryIndex, tableFrame] of validEntries(input, input.pdbr)) {
      for (const [tableIndex, frame] of validEntries(input, tableFrame)) {
        expect(paging.map('P', directoryIndex * 32 + tableIndex, frame).ok).toBe(true);
      }
    }
    input.addresses.forEach((address, i) => {
      const wanted = expected.results[i];
      const walk = paging.translateLevels('P', address, [5, 5]);
      if (!walk.ok || !wanted) throw new Error('no walk');
      const [directory, table] = walk.levels;
      expect(directory?.index).toBe(wanted.pde_index);
      if (wanted.pte_index !== undefined) expect(table?.index).toBe(wanted.pte_index);
      expect(directory?.valid).toBe(wanted.ok || wanted.fault === 'pte_invalid');
      expect(table?.valid).toBe(wanted.ok);
      const answer = paging.translate('P', address);
      expect(answer.ok ? answer.physical : answer.refusal.code).toBe(wanted.ok ? wanted.pa : 'invalid-page');
    });
  });
});
