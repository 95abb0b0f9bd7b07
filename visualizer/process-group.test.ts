/** Who is dead, by what Linux says of its processes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../shared/testing/temporary-directory.ts';
import { isDead } from './process-group.ts';

const GROUP = 70;

/** A folder as /proc, of processes in the group 70 but where another is given. */
function procOf(...processes: readonly { state: string; group?: number; threads?: number; name?: string }[]) {
  const proc = temporaryDirectory();
  writeFileSync(join(proc, 'uptime'), '1 1\n');
  for (const [index, { state, group = GROUP, threads = 1, name = 'sh' }] of processes.entries()) {
    const pid = GROUP + index;
    mkdirSync(join(proc, `${pid}`));
    const fields = `${group} ${group} 0 -1 4228364 0 0 0 0 0 0 0 0 20 0 ${threads} 0 5103 0 0`;
    writeFileSync(join(proc, `${pid}`, 'stat'), `${pid} (${name}) ${state} 1 ${fields}\n`);
  }
  return proc;
}

it.each([
  ['a zombie', true, [{ state: 'Z' }]],
  [
    'zombies alone, whoever lives elsewhere',
    true,
    [{ state: 'Z' }, { state: 'Z' }, { state: 'R', group: 7 }],
  ],
  ['one that is just being removed', true, [{ state: 'X', threads: 0 }, { state: 'Z' }]],
  ['one whose name looks like a state', true, [{ state: 'Z', name: 'a) R 1 (70 70' }]],
  ['a zombie and one that sleeps', false, [{ state: 'Z' }, { state: 'S' }]],
  ['one that is stopped', false, [{ state: 'T' }]],
  ['a process whose first thread alone has ended', false, [{ state: 'Z', threads: 2 }]],
  ['nobody that can be seen', false, [{ state: 'Z', group: 7 }]],
] as const)('a group of %s is dead: %s', (_, dead, processes) => {
  expect(isDead(GROUP, procOf(...processes))).toBe(dead);
});

it('where there is no such folder nobody is dead', () => {
  expect(isDead(GROUP, join(temporaryDirectory(), 'proc'))).toBe(false);
});
