import { describe, expect, it } from 'vitest';
import { done } from './testing/done.ts';
import { residentPages } from './testing/resident-pages.ts';
import { machine } from './testing/small-machine.ts';

describe('letters', () => {
  it('are the lowest unused ones', () => {
    const paging = machine();
    for (const pid of ['P1', 'P2', 'P3']) done(paging.reserve(pid, 1, null));
    done(paging.free('P2', null));
    done(paging.reserve('P4', 1, null));
    expect(paging.snapshot().processes.map(({ pid, letter }) => pid + letter)).toEqual(['P1A', 'P3C', 'P4B']);
  });

  it('become # when A to Z are taken', () => {
    const paging = machine();
    for (let i = 0; i < 28; i++) done(paging.reserve(`P${i}`, 1, null));
    expect(
      paging
        .snapshot()
        .processes.map(({ letter }) => letter)
        .slice(24),
    ).toEqual(['Y', 'Z', '#', '#']);
    done(paging.free('P3', null));
    done(paging.reserve('Q', 1, null));
    expect(paging.snapshot().processes.at(-1)?.letter).toBe('D');
  });

  it.each(['__proto__', 'constructor', '007', '1e3'])(
    'come to a process named %s like to any other',
    (pid) => {
      const paging = machine();
      done(paging.alloc(pid, 2, null));
      expect(paging.snapshot().processes).toMatchObject([{ pid, letter: 'A' }]);
      expect(residentPages(paging)).toMatchObject([
        { pid, frame: 0 },
        { pid, frame: 1 },
      ]);
      expect(done(paging.access(pid, 1, 0, false)).frame).toBe(1);
    },
  );
});
