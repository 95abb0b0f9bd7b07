import { describe, expect, it } from 'vitest';
import { DOORS } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { livenessOf, STALE_MS } from './liveness.ts';

const observed = (door: (typeof DOORS)[number], silentMs: number, trackerAlive: boolean) => {
  const status = exampleStatus({ door });
  return livenessOf({
    observation: { kind: 'ok', status, bytes: new Uint8Array() },
    status,
    silentMs,
    isAlive: () => trackerAlive,
  });
};

describe('what is said of the tracker', () => {
  it('is LIVE after a command, however long ago and by whomever', () => {
    expect(observed('command', 1e9, false)).toEqual({ state: 'live' });
  });

  it('is GONE when a tracker that worked on has ended', () => {
    for (const door of DOORS.filter((name) => name !== 'command')) {
      expect(observed(door, 0, false)).toEqual({ state: 'gone', pid: 4242 });
    }
  });

  it('is STALE when a running tracker has been silent for ten seconds', () => {
    for (const door of DOORS.filter((name) => name !== 'command' && name !== 'menu')) {
      expect(observed(door, STALE_MS - 1, true)).toEqual({ state: 'live' });
      expect(observed(door, STALE_MS, true)).toEqual({ state: 'stale', silentMs: STALE_MS });
    }
  });

  it('stays LIVE while a menu waits for a person', () => {
    expect(observed('menu', 100 * STALE_MS, true)).toEqual({ state: 'live' });
    expect(observed('menu', STALE_MS, false)).toMatchObject({ state: 'gone' });
  });

  it('is about the file when there is something wrong with it', () => {
    const rest = { status: exampleStatus({ door: 'script' }), silentMs: 1e6, isAlive: () => false };
    expect(livenessOf({ ...rest, observation: { kind: 'missing' } })).toEqual({ state: 'waiting' });
    const problem = { line: 17, found: 'x', expected: 'y' };
    expect(livenessOf({ ...rest, observation: { kind: 'bad', problem } })).toEqual({
      state: 'bad',
      ...problem,
    });
    expect(
      livenessOf({
        ...rest,
        observation: { kind: 'unreadable', reason: 'permission denied' },
      }),
    ).toEqual({ state: 'unreadable', reason: 'permission denied' });
  });
});
