/** One command as its users meet it: what it answers, what is in the file, which file it is. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attack } from './faults/attack.ts';
import { Place } from './testing/run-tracker.ts';

describe('a one-shot command', () => {
  it('begins a memory of the config where there is none, and goes on with it', async () => {
    const place = new Place();
    expect(await place.json('alloc', 'P1', '4')).toEqual({
      ok: true,
      command: 'alloc',
      revision: 1,
      pid: 'P1',
      pages: [[0, 0, 4]],
    });
    expect(await place.json('alloc', 'P1', '2')).toMatchObject({ revision: 2, pages: [[4, 4, 2]] });
    expect(place.text()).toContain(
      '=== Page Table: P1 ===\nPage Number -> Frame Number\n   0-3 -> 0-3\n   4-5 -> 4-5\n'.replace(
        '   0-3 -> 0-3\n   4-5 -> 4-5\n',
        '   0-5 -> 0-5\n',
      ),
    );
  });

  it('raises the revision by one if it mutates, and not otherwise', async () => {
    const place = new Place();
    expect((await place.json('init')).revision).toBe(0);
    expect((await place.json('alloc', 'P1', '4')).revision).toBe(1);
    expect((await place.json('access', 'P1', '0')).revision).toBe(2);
    expect((await place.json('show')).revision).toBe(2);
    expect((await place.json('translate', 'P1', '0')).revision).toBe(2);
  });

  it('answers with the fields that scripts rely on', async () => {
    const place = new Place();
    expect(await place.json('reserve', 'P1', '3')).toMatchObject({ pages: [[0, null, 3]] });
    expect(await place.json('map', 'P1', '1', '9')).toMatchObject({ pages: [[1, 9, 1]] });
    expect(await place.json('access', 'P1', '0x1004', '--write')).toMatchObject({
      pid: 'P1',
      page: 1,
      offset: 4,
      frame: 9,
      physical: 36868,
      write: true,
      fault: false,
      tlb: null,
      victim: null,
      why: expect.any(String),
    });
    expect(await place.json('access', 'P1', '--page', '0')).toMatchObject({ page: 0, frame: 0, fault: true });
    expect(await place.json('translate', 'P1', '4100')).toMatchObject({
      pid: 'P1',
      address: 4100,
      page: 1,
      offset: 4,
      frame: 9,
      physical: 36868,
    });
    expect(await place.json('free', 'P1', '0-1')).toMatchObject({
      pid: 'P1',
      pages: [
        [0, 0, 1],
        [1, 9, 1],
      ],
    });
    expect(await place.json('segment', 'alloc', '100')).toMatchObject({
      command: 'segment alloc',
      id: 0,
      base: 1000,
      limit: 100,
      block: [1000, 100],
      searched: 1,
      holes: [[1100, 65436]],
    });
    expect(await place.json('segment', 'translate', '0', '99')).toMatchObject({
      id: 0,
      offset: 99,
      physical: 1099,
    });
    expect(await place.json('segment', 'free', '0')).toMatchObject({ id: 0, holes: [[1000, 65536]] });
    expect(await place.json('show')).toMatchObject({
      totalFrames: 64,
      pageSize: 4096,
      usedFrames: 0,
      freeFrames: 64,
      processes: [{ pid: 'P1', letter: 'A', pages: [[2, null, 1]] }],
      segments: [],
      holes: [[1000, 65536]],
    });
  });

  it('keeps the free-frame list first in, first out, in ascending page order whatever order was typed', async () => {
    const place = new Place();
    await place.tell(['init', '--total-frames', '6']);
    await place.tell(['alloc', 'P1', '6']);
    await place.tell(['free', 'P1', '4,1']);
    await place.tell(['free', 'P1', '0']);
    expect((await place.json('show')).freeFrameList).toEqual([1, 4, 0]);
    expect(place.text()).toContain('=== Free Frame List ===\n1 4 0\n');
  });

  it('logs what happened in the order of the logical time, segments and resets too', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    await place.tell(['segment', 'alloc', '10']);
    await place.tell(['reset', 'counters']);
    const events = (await place.json('show')).events as { revision: number; time: number; kind: string }[];
    expect(events.map(({ revision, time, kind }) => [revision, time, kind])).toEqual([
      [1, 4, 'alloc'],
      [2, 4, 'segment-alloc'],
      [3, 4, 'reset'],
    ]);
  });

  it('speaks of one frame and one byte as such', async () => {
    const { stdout } = await new Place().tell(['init', '--total-frames', '1', '--page-size', '1']);
    expect(stdout).toBe('A fresh memory: 1 frame of 1 byte; replacement fifo.\n');
  });

  it('asks for pages in bytes', async () => {
    const place = new Place();
    expect(await place.json('alloc', 'P1', '--bytes', '10K')).toMatchObject({ pages: [[0, 0, 3]] });
  });

  it('takes names for strings, even where they look like numbers', async () => {
    const place = new Place();
    for (const name of ['1e3', '0x10', '__proto__', 'constructor']) {
      expect(await place.json('alloc', name, '1')).toMatchObject({ ok: true, pid: name });
    }
    expect(((await place.json('show')).processes as { pid: string }[]).map(({ pid }) => pid)).toEqual([
      '1e3',
      '0x10',
      '__proto__',
      'constructor',
    ]);
  });

  it('uses the file that --file or MEMORY_STATUS_FILE names', async () => {
    const place = new Place();
    const other = `${place.directory}/other.txt`;
    await place.tell(['alloc', 'P1', '1', '--file', other]);
    expect(existsSync(place.file)).toBe(false);
    expect((await place.json('show', `--file=${other}`)).usedFrames).toBe(1);
  });

  it('keeps the old file as FILE.bak when init begins a fresh memory', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    const before = place.text();
    const { code, stderr } = await place.tell(['init', '--total-frames', '8']);
    expect(code).toBe(0);
    expect(stderr).toContain('memory_status.txt.bak');
    expect(readFileSync(`${place.file}.bak`, 'utf8')).toBe(before);
    expect((await place.json('show')).totalFrames).toBe(8);
  });

  it('tells its version', async () => {
    expect(new Place().run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

it.each([
  ['a callback', "setTimeout(()=>{throw(Error('a-slip'))},300)"],
  ['a promise that nobody waits for', "setTimeout(()=>Promise.reject(Error('a-slip')),300)"],
])('a bug in %s is said to be one, with its stack', async (_, slip) => {
  const place = new Place();
  const script = `${place.directory}/script.txt`;
  writeFileSync(script, 'alloc P1 1\nalloc P1 1\n');
  const { code, stderr } = await attack(place, ['run', script, '--interval', '10s'], {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${slip}` },
  });
  expect(code).toBe(70);
  expect(stderr).toMatch(/^tracker: this is a bug; .*\nError: a-slip\n +at /);
});
