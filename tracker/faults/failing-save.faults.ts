/** The long form of failing-save.test.ts: every way to fail, and an `init`, which keeps a copy first. */
import { expect, it } from 'vitest';
import { EXAMPLE } from '../trace/testing/slow-trace.ts';
import { strikeEverySave } from './failing-save.ts';

it.each([[['alloc', 'P9', '2']], [['init', '--total-frames', '16']], [['replay', EXAMPLE, '--until', '50']]])(
  '%j fails at every operation in every way',
  async (args) => {
    const strikes = ['EIO', 'ENOSPC', 'EACCES', 'before', 'after', 'short'] as const;
    const runs = await strikeEverySave(args, strikes);
    console.log(`${args[0]}: ${runs} failures of file operations, no damage`);
    expect(runs).toBeGreaterThan(120);
  },
);
