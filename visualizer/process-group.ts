/**
 * A process group that we have started: signalling it, and whether anybody in it is alive.
 *
 * A process that has died stays in its group as a zombie until its parent asks what became of it. The parent of an
 * orphan is process 1, which in a container may ask late or never; signals reach zombies all the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Signals all of it; false when nobody is left in it. */
export function signalled(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    // EPERM: someone is there who is not ours to signal any more, such as a program that changed its user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether only the dead are left in it. Linux tells, in `proc`; elsewhere, and where none of it can be seen, it is taken
 * for alive. Looks at every process there is, which takes some milliseconds.
 */
export function isDead(group: number, proc = '/proc'): boolean {
  const states = members(group, proc);
  return states.length > 0 && states.every((isGone) => isGone);
}

/** Of each process in the group, whether it is a zombie, or not even that any more. */
function members(group: number, proc: string): boolean[] {
  const found: boolean[] = [];
  for (const pid of numbersIn(proc)) {
    const [state = '', , itsGroup, ...rest] = fieldsOf(path.join(proc, pid, 'stat'));
    // A first thread that has ended before the others looks like one.
    if (Number(itsGroup) === group) found.push(/[ZX]/.test(state) && Number(rest[14]) <= 1);
  }
  return found;
}

function numbersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    // Not Linux.
    return [];
  }
}

/** Of a `/proc/PID/stat` what follows the name, which may have blanks and brackets in it: state, parent, group … threads. */
function fieldsOf(file: string): string[] {
  try {
    const text = readFileSync(file, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has gone meanwhile.
    return [];
  }
}
