/**
 * What the system may withhold or put over the file: watches of its files, and file systems. Each in namespaces that
 * only the visualizer of the test is in (Linux, and only where a process may have such).
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Place } from './place.ts';
import { type Kind, Watcher } from './watcher.ts';

const SOON_MS = 2500;
const AGAIN_MS = 1200;

/** May what `unshare` starts with these flags do this? */
const possible = (flags: readonly string[], script: string): boolean =>
  spawnSync('unshare', [...flags, 'sh', '-c', script]).status === 0;

const LIMITS = '/proc/sys/user';
const limited = possible(['-Ur'], `echo 0 > ${LIMITS}/max_inotify_watches`);

it.runIf(limited).each<[Kind, string, number]>([
  ['plain', 'max_inotify_instances', 0],
  // The directory gets it, the file does not.
  ['dashboard', 'max_inotify_watches', 1],
])('%s, where %s is %i, finds each change all the same', async (kind, limit, most) => {
  const place = new Place();
  const under = ['unshare', '-Ur', 'sh', '-c', `echo ${most} > ${LIMITS}/${limit}; exec "$@"`, 'sh'];
  const watcher = await Watcher.start(kind, place.file, { under });
  for (let change = 0; change < 3; change++) {
    place.replace();
    await watcher.showsRevision(place.revision, AGAIN_MS);
  }
});

const namespaces = [['-m'], ['-Urm']].find((flags) => possible(flags, 'mount -t tmpfs none /tmp'));

it.runIf(namespaces)(
  'a file system that is mounted over the directory, read-only at last, and gone',
  async () => {
    const place = new Place();
    const under = ['unshare', ...(namespaces ?? [])];
    const watcher = await Watcher.start('plain', place.file, { under });
    const user = namespaces?.includes('-m') ? [] : ['-U', '--preserve-credentials'];
    const inside = (script: string): void => {
      const words = ['-t', `${watcher.pid}`, '-m', ...user, 'sh', '-ec', script];
      expect(spawnSync('nsenter', words, { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    };
    inside(`mount -t tmpfs none ${place.folder}`);
    await watcher.shows(/WAITING/, SOON_MS);
    for (const write of ['cat > new; mv new memory_status.txt', 'cat > memory_status.txt']) {
      writeFileSync(`${place.elsewhere}/next`, place.next());
      inside(`cd ${place.folder}; ${write.replace('cat', `cat ${place.elsewhere}/next`)}`);
      await watcher.showsRevision(place.revision, SOON_MS);
    }
    inside(`mount -o remount,ro ${place.folder}`);
    inside(`umount ${place.folder}`);
    await watcher.shows(/the file went back/, SOON_MS);
    place.replace();
    await watcher.showsRevision(place.revision, SOON_MS);
    place.replace();
    await watcher.showsRevision(place.revision, AGAIN_MS);
  },
);
