/** The status file between two commands: an edited config, and what is kept of an old memory. */

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProjectCopy } from '../shared/testing/project-copy.ts';
import { Place } from './testing/run-tracker.ts';

/** The tracker of a project whose config has been edited, started as `npm run tracker` does. */
function withConfig(edit: (config: string) => string) {
  const project = new ProjectCopy();
  project.editConfig(edit);
  return (place: Place, ...args: string[]) =>
    spawnSync(process.execPath, [project.launcher, 'tracker', ...args], {
      cwd: place.directory,
      encoding: 'utf8',
    });
}

/** What a pipe has said, and its exit code in the end; it has begun with a page for P1. */
async function afterOneAlloc(pipe: ChildProcessWithoutNullStreams) {
  const said = { stdout: '', stderr: '' };
  pipe.stdout.on('data', (chunk) => (said.stdout += String(chunk)));
  pipe.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
  const closed = new Promise((resolve) => pipe.on('close', resolve));
  pipe.stdin.write('alloc P1 1\n');
  await expect.poll(() => said.stdout, { timeout: 10_000 }).toContain('P1: 1 page allocated');
  return { said, closed };
}

describe('an edited config', () => {
  const smaller = (config: string) =>
    config.replace('TOTAL_FRAMES = 64', 'TOTAL_FRAMES = 16').replace('PAGE_SIZE = 4096', 'PAGE_SIZE = 1024');

  it.each([['alloc', 'P2', '1'], ['show']])(
    'begins a fresh memory at the next %s, keeps the old file and says so',
    async (...args) => {
      const place = new Place();
      await place.tell(['alloc', 'P1', '4']);
      const before = place.text();
      const { status, stderr, stdout } = withConfig(smaller)(place, ...args, '--json');
      expect(status).toBe(0);
      expect(stderr).toContain('TOTAL_FRAMES 16 and PAGE_SIZE 1024');
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, revision: args[0] === 'alloc' ? 1 : 0 });
      expect(readFileSync(`${place.file}.bak`, 'utf8')).toBe(before);
      expect(place.text()).toContain('TOTAL_FRAMES: 16\nPAGE_SIZE: 1024\n');
    },
  );

  it.each([
    ['alloc', 'P2', '17'],
    ['free', 'P1'],
    ['translate', 'P1', '0'],
  ])('is tried by %s %s on a fresh memory; where that refuses, the file stays as it was', async (...args) => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    const before = place.text();
    const { status, stderr, stdout } = withConfig(smaller)(place, ...args, '--json');
    expect(status).toBe(1);
    expect(place.text()).toBe(before);
    expect(existsSync(`${place.file}.bak`)).toBe(false);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, revision: 1 });
    expect(stderr).toContain('TOTAL_FRAMES 16 and PAGE_SIZE 1024 (it was 64 and 4096)');
    expect(stderr).toContain('the file keeps the old one');
  });

  it('is undone with a replay that was to go on and finds its trace damaged', async () => {
    const place = new Place();
    const trace = `${place.directory}/damaged.lackey`;
    writeFileSync(trace, `${' L 0,4\n'.repeat(9)} L zzz,4\n`);
    await place.tell(['alloc', 'P1', '4']);
    const before = place.text();
    const { status, stderr } = withConfig(smaller)(place, 'replay', trace, '--from', '5');
    expect(status).toBe(65);
    expect(stderr).toContain('TOTAL_FRAMES 16 and PAGE_SIZE 1024');
    expect(stderr).toContain('the file keeps the old memory');
    expect(stderr).not.toContain('a fresh memory begins');
    expect(stderr).toContain('damaged.lackey:10: ');
    expect(place.text()).toBe(before);
    expect(existsSync(`${place.file}.bak`)).toBe(false);
  });

  it('is not undone by a pipe that was started before, which goes on helping and says what to do', async () => {
    const project = new ProjectCopy();
    const place = new Place();
    const options = { cwd: place.directory } as const;
    const pipe = spawn(process.execPath, [project.launcher, 'tracker'], options);
    const { said, closed } = await afterOneAlloc(pipe);
    project.editConfig(smaller);
    const args = [project.launcher, 'tracker', 'alloc', 'P2', '1'];
    expect(spawnSync(process.execPath, args, options).status).toBe(0);
    const text = place.text();
    pipe.stdin.end('help alloc\nalloc P3 1\nshow\n');
    expect(await closed).toBe(65);
    expect(said.stdout).toContain('alloc P1 --bytes');
    expect(
      said.stderr.match(/begun under another config, TOTAL_FRAMES 16 .*; leave, and start it again/g),
    ).toHaveLength(2);
    expect(place.text()).toBe(text);
  });

  it('is not what a pipe speaks of where the file was replaced by one of another config', async () => {
    const place = new Place();
    const pipe = place.start([]);
    const { said, closed } = await afterOneAlloc(pipe);
    const other = place.text().replace('Config TOTAL_FRAMES: 64', 'Config TOTAL_FRAMES: 32');
    writeFileSync(place.file, other.replace(/^Checksum: .*\n/m, ''));
    pipe.stdin.end('alloc P2 1\n');
    expect(await closed).toBe(65);
    expect(said.stderr).toContain('the memory in the file was begun under another config, TOTAL_FRAMES 32 ');
    expect(said.stderr).not.toContain('edited');
  });

  it('is used at once by two trackers started together', async () => {
    const project = new ProjectCopy();
    project.editConfig(smaller);
    const place = new Place();
    const start = (pid: string) => {
      const child = spawn(process.execPath, [project.launcher, 'tracker', 'alloc', pid, '1'], {
        cwd: place.directory,
      });
      return new Promise((resolve) => child.on('close', resolve));
    };
    expect(await Promise.all([start('P1'), start('P2'), start('P3')])).toEqual([0, 0, 0]);
    expect(place.text()).toContain('TOTAL_FRAMES: 16\n');
    expect(place.text()).toContain('Used Frames: 3\n');
  });

  it('that does not compile is refused, naming file and line', () => {
    const place = new Place();
    const { status, stderr } = withConfig((config) =>
      config.replace('TOTAL_FRAMES = 64', 'TOTAL_FRAMES = = 64'),
    )(place, 'show');
    expect(status).toBe(65);
    expect(stderr).toMatch(/^[^\u001b]*shared\/config\.ts:7:\d+[^\u001b]*$/);
    expect(stderr).toContain('the sources do not compile');
  });

  it('does not disturb a memory that init made different from the config', async () => {
    const place = new Place();
    await place.tell(['init', '--total-frames', '128']);
    await place.tell(['alloc', 'P1', '100']);
    expect((await place.json('show')).usedFrames).toBe(100);
    expect(existsSync(`${place.file}.bak`)).toBe(false);
  });

  it.each([
    ['PAGE_SIZE = 4096', 'PAGE_SIZE = 1000', 'PAGE_SIZE is 1000, expected a power of two'],
    ['TOTAL_FRAMES = 64', "TOTAL_FRAMES = '64'", "TOTAL_FRAMES is '64', expected a whole number from 1 to"],
    ['SEGMENT_BASE = 1000', 'SEGMENT_BASE = -5', 'SEGMENT_BASE is -5, expected a whole number from 0 to'],
  ])('with %s made %s is refused by name, and nothing is lost', async (was, is, message) => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    const before = place.text();
    const odd = withConfig((config) => config.replace(was, is));
    const { status, stderr } = odd(place, 'alloc', 'P1', '1');
    expect(status).toBe(65);
    expect(stderr).toContain(message);
    expect(place.text()).toBe(before);
  });

  it('counts for segments from the next init, as the refusal says that sends people there', async () => {
    const place = new Place();
    const lines = 'segment alloc 10\n'.repeat(5);
    expect((await place.tell([], lines)).code).toBe(0);
    const larger = withConfig((config) => config.replace('MAX_SEGMENTS = 5', 'MAX_SEGMENTS = 6'));
    expect(larger(place, 'segment', 'alloc', '10').stderr).toContain(
      'it holds 5 segments; free one first (MAX_SEGMENTS in shared/config.ts, then init, or init --max-segments,',
    );
    larger(place, 'init');
    expect(place.text()).toContain('MAX_SEGMENTS: 6\n');
  });
});
