/** A memory saved and loaded between every two commands behaves like one that never was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_NAMES } from '../../shared/status.ts';
import { formatStatus } from '../../shared/status-text/format.ts';
import { parseStatus } from '../../shared/status-text/parse.ts';
import type { InitCommand, MemoryCommand } from '../cli/command.ts';
import { parseWords } from '../cli/parse.ts';
import { commandLine } from '../testing/arbitrary-command.ts';
import { Memory } from './memory.ts';

const ORIGIN = { session: '0badcafe', configFrames: 64, configPageSize: 4096 };
const WRITER = { written: '2026-11-23T00:00:00.000Z', tracker: 1, door: 'command', command: 'x' } as const;

function begin(line: string): Memory {
  const { command, args } = parseWords(line.split(' '));
  return Memory.create((command as InitCommand).prepare(args), ORIGIN);
}

function execute(memory: Memory, line: string) {
  const { command, args } = parseWords(line.split(' '));
  const result = (command as MemoryCommand).prepare(args)(memory);
  if (result.ok) memory.commit(result.happenings);
  return result;
}

function savedAndLoaded(memory: Memory): Memory {
  const parsed = parseStatus(formatStatus(memory.snapshot(WRITER)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return Memory.restore(parsed.status);
}

const policies = POLICY_NAMES.filter((name) => name !== 'opt');

describe.each(policies)('under %s', (policy) => {
  it('saving and loading between every two commands changes nothing, and neither does a refusal', () => {
    const machine = fc
      .record({
        frames: fc.integer({ min: 1, max: 9 }),
        tlb: fc.integer({ min: 0, max: 3 }),
        tlbPolicy: fc.constantFrom('lru', 'fifo'),
        flush: fc.constantFrom('', ' --tlb-flush'),
        fit: fc.constantFrom('first', 'best', 'worst', 'next'),
        order: fc.constantFrom('address', 'size-ascending', 'size-descending', 'front', 'back'),
        coalesce: fc.constantFrom('', ' --no-coalesce'),
        header: fc.constantFrom(0, 4),
        align: fc.constantFrom(1, 8),
      })
      .map(
        (o) =>
          `init --policy ${policy} --total-frames ${o.frames} --page-size 16 --tlb-entries ${o.tlb} --tlb-policy ${o.tlbPolicy}${o.flush} ` +
          `--fit ${o.fit} --hole-order ${o.order}${o.coalesce} --header ${o.header} --align ${o.align} --segment-space 200`,
      );
    fc.assert(
      fc.property(machine, fc.array(commandLine, { maxLength: 40, size: 'max' }), (init, lines) => {
        const kept = begin(init);
        let loaded = begin(init);
        for (const line of lines) {
          loaded = savedAndLoaded(loaded);
          const before = loaded.snapshot(WRITER);
          const result = execute(loaded, line);
          expect(result).toEqual(execute(kept, line));
          if (!result.ok) expect(loaded.snapshot(WRITER)).toEqual(before);
          expect(loaded.snapshot(WRITER)).toEqual(kept.snapshot(WRITER));
          loaded.check();
          kept.check();
        }
      }),
      { numRuns: 60 },
    );
  });
});
