/**
 * File systems that are full or read-only: small ones in memory, mounted where only the commands of the test see them
 * (Linux, and only where a process may have mounts of its own).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Place, temporaryDirectory } from '../testing/run-tracker.ts';
import { attack, expectSentence } from './attack.ts';

const namespaces = [['-m'], ['-Urm']].find((flags) => {
  const mount = 'mount -t tmpfs none /tmp';
  return spawnSync('unshare', [...flags, 'sh', '-c', mount]).status === 0;
});

/** A status file of about 12 kB, so that its bytes do not fit where those of a lock file do. */
async function largeMemory(): Promise<Place> {
  const place = new Place();
  const lines = Array.from({ length: 600 }, (_, k) => `map P1 ${3 * k} ${2 * k}`);
  await place.tell(['init', '--total-frames', '4096']);
  expect((await place.tell(['run', '-'], lines.join('\n'))).code).toBe(0);
  return place;
}

interface Mount {
  /** Of the file system: 64 kB in memory. */
  readonly options?: string;
  /** What is done in it, when the memory is there. */
  readonly prepare: string;
}

/** Runs `args` on a copy of the place's file in a file system of its own. */
async function mounted(place: Place, args: readonly string[], { options = 'size=64k', prepare }: Mount) {
  const out = temporaryDirectory();
  const script = `
    cp memory_status.txt "$0/before" && mount -t tmpfs -o mode=777,${options} none . && cd "$PWD"
    cp "$0/before" memory_status.txt && : > memory_status.txt.lock
    ${prepare}
    "$@"; code=$?
    ls -A > "$0/names"; cp memory_status.txt "$0/after"
    if rm filler 2> /dev/null; then "$1" "$2" alloc P7 1 > "$0/next"; fi
    exit $code`;
  const under = ['unshare', ...(namespaces ?? []), 'sh', '-c', script, out];
  const ran = await attack(place, args, { under });
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  return { ran, same: read('before') === read('after'), read };
}

const FILL = 'cat /dev/zero > filler 2> /dev/null';
const ALLOC = ['alloc', 'P9', '1'];
const PARTLY_FULL: Mount = { prepare: `${FILL}; truncate -s -8k filler` };
it.runIf(namespaces).each<[string, Mount, readonly string[][]]>([
  ['without a byte left', { prepare: FILL }, [ALLOC, ['init']]],
  ['with room for the lock and a part of the file', PARTLY_FULL, [ALLOC]],
  [
    'with room for no further file',
    { options: 'size=64k,nr_inodes=4', prepare: ': > filler' },
    [ALLOC, ['init']],
  ],
])(
  'a disk %s is said, the file is as it was, and with room again all is well',
  async (_, mount, commands) => {
    const place = await largeMemory();
    for (const args of commands) {
      const { ran, same, read } = await mounted(place, args, mount);
      expectSentence(ran, 74);
      expect(ran.stderr).toContain('the disk is full: make room and try again');
      expect(same).toBe(true);
      expect(read('names')).not.toMatch(/\.tmp$/m);
      expect(read('next')).toContain('P7: 1 page allocated');
    }
  },
);

it.runIf(namespaces)('a backup takes no room: where a small file has some, init begins afresh', async () => {
  const { ran, same, read } = await mounted(await largeMemory(), ['init'], PARTLY_FULL);
  expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('memory_status.txt.bak') });
  expect(same).toBe(false);
  expect(read('names')).toContain('memory_status.txt.bak');
});

it.runIf(namespaces)('a read-only file system is said, and the memory there is shown', async () => {
  const place = await largeMemory();
  const mount = { prepare: 'mount -o remount,ro .' };
  for (const args of [['alloc', 'P9', '1'], ['init']]) {
    const { ran, same } = await mounted(place, args, mount);
    expectSentence(ran, 74);
    expect(ran.stderr).toContain('the file system is read-only: choose a file elsewhere with --file');
    expect(same).toBe(true);
  }
  expect((await mounted(place, ['show', 'segments'], mount)).ran).toMatchObject({ code: 0, stderr: '' });
});
