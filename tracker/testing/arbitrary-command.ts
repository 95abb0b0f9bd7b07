/** Random command lines for small machines: mostly sensible, often refused, always well formed. */
import fc from 'fast-check';

const pid = fc.constantFrom('P1', 'P2', 'P3', '__proto__');
const page = fc.integer({ min: 0, max: 12 });
const id = fc.integer({ min: 0, max: 5 });
const bytes = fc.integer({ min: 1, max: 120 });
const write = fc.constantFrom('', ' --write');

export const commandLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(pid, fc.integer({ min: 1, max: 5 })).map(([p, n]) => `alloc ${p} ${n}`) },
  { weight: 1, arbitrary: fc.tuple(pid, bytes).map(([p, n]) => `alloc ${p} --bytes ${n}`) },
  {
    weight: 2,
    arbitrary: fc.tuple(pid, fc.integer({ min: 1, max: 6 })).map(([p, n]) => `reserve ${p} ${n}`),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pid, page, fc.integer({ min: 0, max: 9 })).map(([p, v, f]) => `map ${p} ${v} ${f}`),
  },
  { weight: 1, arbitrary: fc.constant('map P1 4000000000 2') },
  { weight: 1, arbitrary: pid.map((p) => `free ${p}`) },
  { weight: 2, arbitrary: fc.tuple(pid, page, page).map(([p, a, b]) => `free ${p} ${a},${b}`) },
  { weight: 12, arbitrary: fc.tuple(pid, page, write).map(([p, v, w]) => `access ${p} --page ${v}${w}`) },
  { weight: 1, arbitrary: fc.constant('access P1 --page 4000000000') },
  { weight: 1, arbitrary: fc.constant('reset counters') },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        bytes,
        fc.constantFrom('', ' --grows down'),
        fc.constantFrom('', ' --name heap', ' --fit worst', ' --fit next'),
      )
      .map(([n, way, more]) => `segment alloc ${n}${way}${more}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(bytes, fc.integer({ min: 990, max: 1210 }))
      .map(([n, at]) => `segment alloc ${n} --base ${at}`),
  },
  { weight: 4, arbitrary: id.map((each) => `segment free ${each}`) },
  { weight: 2, arbitrary: fc.tuple(id, bytes).map(([each, n]) => `segment resize ${each} ${n}`) },
  { weight: 1, arbitrary: fc.constant('segment compact') },
);
