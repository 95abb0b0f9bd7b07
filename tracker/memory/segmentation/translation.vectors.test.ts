import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SegmentSpace } from './segment-space.ts';
import { done, refused } from './testing/machines.ts';
import { offsetIn, physicalAddress, splitAddress } from './translation.ts';

/** Answers of the OSTEP relocation and segmentation simulators; see the homework for chapters 15 and 16. */
interface Expected {
  readonly error?: string;
  readonly results?: readonly { readonly segment?: number; readonly ok: boolean; readonly pa?: number }[];
}
interface Row {
  readonly base: number;
  readonly limit: number;
  readonly grows: 'up' | 'down';
}
interface TwoSegments {
  readonly id: string;
  readonly name: string;
  readonly input: {
    readonly address_space: number;
    readonly phys_mem: number;
    readonly seg0: Row;
    readonly seg1: Row;
    readonly addresses: readonly number[];
  };
  readonly expected: Expected;
}
interface BaseAndBounds {
  readonly id: string;
  readonly name: string;
  readonly input: {
    readonly address_space: number;
    readonly phys_mem: number;
    readonly base: number;
    readonly limit: number;
    readonly addresses: readonly number[];
  };
  readonly expected: Expected;
}

// The files are ours and copied in: their shapes are known.
const read = <Vector>(name: string) =>
  (
    JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')) as {
      cases: Vector[];
    }
  ).cases;
const twoSegments = read<TwoSegments>('segmentation');
const baseAndBounds = read<BaseAndBounds>('relocation');

const machine = (space: number) => new SegmentSpace({ maxSegments: 2, base: 0, space });

/** Tables of two rows; one whose limit is 0 cannot be allocated, so it is left out. */
function build({ input }: TwoSegments) {
  const space = machine(input.phys_mem);
  const outcomes = [input.seg0, input.seg1].map((row) => space.alloc(row));
  return { space, outcomes };
}

describe('the segmentation vectors', () => {
  it('are 46, of which 7 are rejected configurations and 2 have a segment of no bytes', () => {
    expect(twoSegments).toHaveLength(46);
    expect(twoSegments.filter(({ expected }) => expected.error !== undefined)).toHaveLength(7);
    const empty = twoSegments.filter(({ input }) => input.seg0.limit === 0 || input.seg1.limit === 0);
    expect(empty.map(({ id }) => id)).toEqual(['segmentation-v-032', 'segmentation-v-036']);
  });

  for (const vector of twoSegments.filter(({ expected }) => expected.results !== undefined)) {
    const { address_space, addresses, seg0, seg1 } = vector.input;

    it(`agree on the arithmetic of ${vector.id}: ${vector.name}`, () => {
      const answers = addresses.map((address) => {
        const logical = splitAddress(address, address_space / 2);
        const row = logical.segment === 0 ? seg0 : seg1;
        const physical = physicalAddress(row, offsetIn(row.grows, logical));
        return answer(logical.segment, physical);
      });
      expect(answers).toEqual(vector.expected.results);
    });

    if (seg1.limit > 0) {
      it(`agree on the segment table of ${vector.id}`, () => {
        const { space, outcomes } = build(vector);
        expect(outcomes.map((outcome) => done(outcome).id)).toEqual([0, 1]);
        space.check();
        const answers = addresses.map((address) => {
          const logical = splitAddress(address, address_space / 2);
          const row = logical.segment === 0 ? seg0 : seg1;
          const outcome = space.translate(logical.segment, offsetIn(row.grows, logical));
          return answer(logical.segment, outcome.ok ? outcome.physical : null);
        });
        expect(answers).toEqual(vector.expected.results);
      });
    }

    const addressBits = Math.log2(address_space);
    if (seg1.limit > 0 && Number.isInteger(addressBits)) {
      it(`agree on whole addresses of ${vector.id}, the top bit of ${addressBits} selecting the segment`, () => {
        const { space } = build(vector);
        const answers = addresses.map((address) => {
          const outcome = space.translateAddress(address, 1, addressBits);
          if (outcome.ok) return answer(outcome.id, outcome.physical);
          return answer(outcome.refusal.code === 'segmentation-fault' ? outcome.refusal.id : -1, null);
        });
        expect(answers).toEqual(vector.expected.results);
      });
    }
  }

  it('have overlapping segments refused here too, whichever comes first', () => {
    const { input } = find('segments_overlap');
    for (const rows of [
      [input.seg0, input.seg1],
      [input.seg1, input.seg0],
    ] as const) {
      const space = machine(input.phys_mem);
      done(space.alloc(rows[0]));
      expect(refused(space.alloc(rows[1]))).toMatchObject({ code: 'segments-overlap', id: 0 });
    }
  });

  it('have a segment behind the end of physical memory refused here too', () => {
    const [outcome] = build(find('seg0_outside_physical_memory')).outcomes;
    expect(outcome && refused(outcome)).toEqual({
      code: 'out-of-space',
      from: 512,
      to: 532,
      base: 0,
      end: 512,
    });
  });

  it('have an address space as large as memory rejected; here only the segment that does not fit is', () => {
    const [first, second] = build(find('phys_mem_must_exceed_address_space')).outcomes;
    expect(first?.ok).toBe(true);
    expect(second && refused(second)).toMatchObject({ code: 'out-of-space', from: 492, to: 512, end: 128 });
  });

  it('have limits beyond half the address space rejected; here they stand, and only the named bytes are reached', () => {
    for (const error of ['seg0_limit_too_large', 'seg1_limit_too_large']) {
      const { space, outcomes } = build(find(error));
      expect(outcomes.every(({ ok }) => ok)).toBe(true);
      expect(done(space.translateAddress(0, 1, 7)).physical).toBe(0);
      expect(done(space.translateAddress(127, 1, 7)).physical).toBe(511);
    }
  });

  it('have addresses outside the address space rejected; here they are a bug of the caller', () => {
    const outside = twoSegments.filter(({ expected }) => expected.error === 'address_outside_address_space');
    expect(outside).toHaveLength(2);
    for (const vector of outside) {
      const { space } = build(vector);
      expect(() => space.translateAddress(vector.input.addresses.at(-1) ?? 0, 1, 7)).toThrow(RangeError);
    }
  });
});

describe('the relocation vectors', () => {
  it('are 40, of which 4 are rejected configurations and one has a limit of 0', () => {
    expect(baseAndBounds).toHaveLength(40);
    expect(baseAndBounds.filter(({ expected }) => expected.error !== undefined)).toHaveLength(4);
    expect(baseAndBounds.filter(({ input }) => input.limit === 0).map(({ id }) => id)).toEqual([
      'relocation-v-018',
    ]);
  });

  for (const vector of baseAndBounds.filter(({ expected }) => expected.results !== undefined)) {
    const { phys_mem, base, limit, addresses } = vector.input;
    it(`agree on ${vector.id}: ${vector.name}`, () => {
      const plain = addresses.map((address) =>
        answer(undefined, physicalAddress({ base, limit, grows: 'up' }, address)),
      );
      expect(plain).toEqual(vector.expected.results);
      if (limit === 0) return;
      const space = machine(phys_mem);
      const { id } = done(space.alloc({ base, limit }));
      const looked = addresses.map((address) => {
        const outcome = space.translate(id, address);
        return answer(undefined, outcome.ok ? outcome.physical : null);
      });
      expect(looked).toEqual(vector.expected.results);
    });
  }

  it('have what does not fit in physical memory refused here too', () => {
    const tooBig = baseAndBounds.filter(
      ({ input }) => input.base + input.limit > input.phys_mem && input.limit > 0,
    );
    expect(tooBig.map(({ expected }) => expected.error)).toEqual([
      'does_not_fit_in_physical_memory',
      'does_not_fit_in_physical_memory',
      'phys_mem_must_exceed_address_space',
    ]);
    for (const { input } of tooBig) {
      expect(refused(machine(input.phys_mem).alloc(input)).code).toBe('out-of-space');
    }
  });
});

function find(error: string): TwoSegments {
  const found = twoSegments.find(({ expected }) => expected.error === error);
  if (found === undefined) throw new Error(`no vector is rejected as ${error}`);
  return found;
}

function answer(segment: number | undefined, physical: number | null) {
  const selected = segment === undefined ? {} : { segment };
  return physical === null
    ? { ...selected, ok: false, fault: 'segmentation_violation' }
    : { ...selected, ok: true, pa: physical };
}
