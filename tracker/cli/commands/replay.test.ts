import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { POLICY_NAMES } from '../../../shared/status.ts';
import { attackWithin } from '../../faults/attack.ts';
import { Place } from '../../testing/run-tracker.ts';
import { slowCounts } from '../../trace/testing/slow-faults.ts';
import { EXAMPLE, slowReferences } from '../../trace/testing/slow-trace.ts';

const slow = slowReferences(4096);

describe('replay', () => {
  it.each(POLICY_NAMES)('counts under %s what the definition counts', async (policy) => {
    const place = new Place();
    const { faults, evictions, writeBacks } = slowCounts(policy, slow, 32);
    const answer = await place.json('replay', EXAMPLE, '--policy', policy, '--total-frames', '32');
    expect(answer).toMatchObject({
      ok: true,
      command: 'replay',
      policy,
      frames: 32,
      pageSize: 4096,
      references: slow.length,
      faults,
      hits: slow.length - faults,
      coldFaults: 127,
      evictions,
      writeBacks,
      interrupted: null,
    });
    expect(place.text()).toContain(
      `Door: replay\nCommand: replay ${EXAMPLE} --total-frames 32 --policy ${policy}\n`,
    );
    expect(place.text()).toContain(`Revision: ${answer.revision}\n`);
    expect(place.text()).toContain(`Faults: ${faults}\n`);
  });

  it('agrees with compare', async () => {
    const place = new Place();
    const { results } = await place.json(
      'compare',
      EXAMPLE,
      '--policies',
      'clock',
      '--frames',
      '9',
      '--page-size',
      '256',
    );
    const options = ['--policy', 'clock', '--total-frames', '9', '--page-size', '256'];
    const { faults, hits } = await place.json('replay', EXAMPLE, ...options);
    expect(results).toEqual([{ policy: 'clock', frames: 9, faults, hits }]);
  });

  it('stops where it is told to, and goes on from there to the same end', async () => {
    const [whole, parts] = [new Place(), new Place()];
    const options = ['--policy', 'aging', '--total-frames', '20', '--tlb-entries', '4'];
    const atOnce = await whole.json('replay', EXAMPLE, ...options);
    const { stdout } = await parts.tell(['replay', EXAMPLE, ...options, '--until', '70001']);
    expect(stdout).toContain('Stopped after reference 70001; --from 70001 goes on.\n');
    await parts.tell(['replay', EXAMPLE, '--from', '70001', '--until', '70002']);
    const { stdout: rest, stderr } = await parts.tell(['replay', EXAMPLE, '--from', '70002', '--json']);
    expect(stderr).toBe('');
    const last = JSON.parse(rest);
    expect(last).toMatchObject({ ...atOnce, revision: last.revision });
    const show = async (place: Place) => ({ ...(await place.json('show')), revision: 0, events: [] });
    expect(await show(parts)).toEqual(await show(whole));
  });

  it('names the conventions that are not the default', async () => {
    const args = ['replay', '-', '--policy', 'clock', '--ref-on-load', '0', '--total-frames', '8'];
    const tlb = ['--tlb-entries', '2', '--tlb-flush'];
    const { stdout } = await new Place().tell([...args, ...tlb], '1 1 9000');
    expect(stdout).toContain('3 references under clock (a load does not set R) with 8 frames');
    expect(stdout).toContain(
      '   TLB of 2 entries, lru (emptied when the process changes): 1 hit, 2 misses\n',
    );
    const answer = JSON.parse((await new Place().tell([...args, ...tlb, '--json'], '1 1 9000')).stdout);
    expect(answer).toMatchObject({
      policy: 'clock',
      replacement: { policy: 'clock', refOnLoad: false },
      tlb: { entries: 2, policy: 'lru', flush: true },
    });
  });

  it('says so where it goes on after another number of references than the memory has counted', async () => {
    const place = new Place();
    await place.tell(['replay', EXAMPLE, '--until', '3']);
    const args = ['replay', EXAMPLE, '--from', '1', '--until', '2'];
    const { code, stderr } = await place.tell(args);
    expect(code).toBe(0);
    expect(stderr).toBe(
      'tracker: --from 1: the memory had counted 3 references before; what was replayed is added to them\n',
    );
    expect(place.text()).toContain('References: 4\n');
  });

  it('says nothing of what follows where nothing does', async () => {
    const place = new Place();
    await place.tell(['replay', EXAMPLE, '--until', '3']);
    const { code, stderr } = await place.tell(['replay', EXAMPLE, '--from', '9999999']);
    expect(code).toBe(64);
    expect(stderr).toBe(
      'tracker: --from: found 9999999, expected less than the 200136 references of the trace\n',
    );
  });

  it('begins afresh otherwise, and keeps what there was', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    const before = place.text();
    const { stderr } = await place.tell(['replay', EXAMPLE, '--until', '10']);
    expect(stderr).toContain('the memory there was is kept in');
    expect(readFileSync(`${place.file}.bak`, 'utf8')).toBe(before);
    expect((await place.json('show')).processes).toMatchObject([{ pid: 'trace', letter: 'A' }]);
  });

  it('reads a pipe', async () => {
    const text = gunzipSync(readFileSync(EXAMPLE)).toString('latin1');
    const place = new Place();
    const { stdout } = await place.tell(
      ['replay', '-', '--json', '--total-frames', '64', '--policy', 'lru'],
      text,
    );
    expect(JSON.parse(stdout)).toMatchObject({ references: slow.length, faults: 161, position: slow.length });
  });

  it('leaves the backup as it was, too, where the trace is bad', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    await place.tell(['init']);
    const [file, backup] = [place.text(), readFileSync(`${place.file}.bak`, 'utf8')];
    const { code, stderr } = await place.tell(['replay', '-'], `${'4096\n'.repeat(10)}garbage\n`);
    expect(code).toBe(65);
    expect(stderr).not.toContain('is kept in');
    expect(place.text()).toBe(file);
    expect(readFileSync(`${place.file}.bak`, 'utf8')).toBe(backup);
    expect(readdirSync(place.directory)).toHaveLength(3);
  });

  it('keeps a file of any size that is no memory, and reads nothing of it', async () => {
    const place = new Place();
    writeFileSync(place.file, '');
    truncateSync(place.file, 2 ** 40);
    const args = ['replay', EXAMPLE, '--until', '10'];
    const { code, stderr } = await attackWithin(place, args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('is kept in') });
    expect(statSync(`${place.file}.bak`).size).toBe(2 ** 40);
    expect(place.text()).toContain('References: 10\n');
  });

  it('leaves the file as it was where the trace is bad, however late that is found', async () => {
    const text = gunzipSync(readFileSync(EXAMPLE)).toString('latin1');
    for (const existing of [true, false]) {
      const place = new Place();
      if (existing) await place.tell(['alloc', 'P1', '4']);
      const before = existing ? place.text() : null;
      const late = await place.tell(['replay', '-', '--json'], `${text}garbage\n`);
      expect(late.code).toBe(65);
      expect(JSON.parse(late.stdout)).toMatchObject({ ok: false, error: { code: 'bad-file' } });
      expect(late.stdout).toContain(`stdin:${text.split('\n').length}: found 'garbage'`);
      expect(existsSync(place.file) ? place.text() : null).toBe(before);
    }
  });

  it('passes over bad lines where it is told to', async () => {
    const { stdout, stderr } = await new Place().tell(
      ['replay', '-', '--skip-bad', '--json'],
      'x\n1 2\ny\n4096\n',
    );
    expect(JSON.parse(stdout)).toMatchObject({ references: 3, faults: 2, badLines: 2 });
    expect(stderr).toContain('stdin: 2 bad lines passed over');
  });

  it('knows the future for opt, which afterwards nobody does', async () => {
    const place = new Place();
    const { stdout } = await place.tell([
      'replay',
      EXAMPLE,
      '--policy',
      'opt',
      '--total-frames',
      '8',
      '--until',
      '5000',
    ]);
    expect(stdout).toContain('Stopped after reference 5000; opt begins anew each time');
    expect(stdout).not.toContain('goes on');
    const before = place.text();
    const { revision } = await place.json('show');
    const goOn = await place.json('replay', EXAMPLE, '--from', '5000');
    expect(goOn).toMatchObject({ ok: false, revision, error: { code: 'policy-needs-future' } });
    expect(place.text()).toBe(before);
    expect((await place.tell(['replay', EXAMPLE, '--from', '4000'])).stderr).toBe(
      'tracker: a page would have to go, and opt needs the future to choose it, which the file does not hold: ' +
        'opt begins anew each time: to see more, replay without --from and with a larger --until, or none\n',
    );
  });

  it.each([
    [['replay'], 64, 'TRACE is missing'],
    [['replay', 'nowhere'], 66, 'there is no file nowhere'],
    [['replay', EXAMPLE, '--policy', 'best'], 64, "found 'best'"],
    [['replay', EXAMPLE, '--from', '5', '--policy', 'lru'], 64, '--policy is for a fresh one'],
    [['replay', EXAMPLE, '--from', '5', '--until', '5'], 64, 'expected more than --from'],
    [['replay', EXAMPLE, '--from', '9999999'], 64, 'expected less than the 200136 references'],
    [['replay', EXAMPLE, '--speed', '0'], 64, '--speed'],
    [['replay', EXAMPLE, '--format', 'xml'], 64, "found 'xml'"],
  ])('refuses %j with %i, and touches nothing', async (args, exit, message) => {
    const place = new Place();
    const { code, stderr } = await place.tell(args);
    expect(code).toBe(exit);
    expect(stderr).toContain(message);
    expect(existsSync(place.file)).toBe(false);
  });
});

describe('a live replay', () => {
  /** Waits until the status file says so. */
  async function until(place: Place, condition: (text: string) => boolean): Promise<void> {
    const deadline = Date.now() + 15_000;
    while (!(existsSync(place.file) && condition(place.text()))) {
      if (Date.now() > deadline) throw new Error('the status file never came to that');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  const revision = (text: string) => Number(/^Revision: (\d+)$/m.exec(text)?.[1]);

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
    ['SIGUSR1', 138],
  ] as const)(
    'saves what it has on %s and says where it stopped; until then nobody else gets the file',
    async (signal, exit) => {
      const place = new Place();
      const replay = place.start(['replay', EXAMPLE, '--speed', '1000', '--json']);
      let stdout = '';
      replay.stdout.on('data', (data) => (stdout += data));
      await until(place, (text) => revision(text) >= 3);
      const other = place.start(['alloc', 'P1', '1']);
      const ended = new Promise((resolve) => replay.on('exit', (code) => resolve(code)));
      replay.kill(signal);
      expect(await ended).toBe(exit);
      const answer = JSON.parse(stdout);
      expect(answer).toMatchObject({ ok: true, interrupted: signal, position: answer.references });
      await new Promise((resolve) => other.on('exit', resolve));
      const text = place.text();
      expect(revision(text)).toBe(answer.revision + 1);
      expect(text).toContain(`References: ${answer.references}\n`);
    },
  );

  it.each([false, true])(
    'says what it could not save on a signal, of a file there was before: %s',
    async (was) => {
      const place = new Place();
      const file = `${place.directory}/gone/status.txt`;
      mkdirSync(dirname(file));
      if (was) await place.tell(['alloc', 'P1', '1', '--file', file]);
      const replay = place.start(['replay', EXAMPLE, '--speed', '1', '--json', '--file', file]);
      let stdout = '';
      replay.stdout.on('data', (data) => (stdout += data));
      const ended = new Promise((resolve) => replay.on('close', (code) => resolve(code)));
      // The first save is of the replay itself, which listens by then.
      const underWay = (text: string) => /^Door: replay$/m.test(text) && revision(text) >= 1;
      await vi.waitUntil(() => existsSync(file) && underWay(readFileSync(file, 'utf8')), 10_000);
      rmSync(dirname(file), { recursive: true });
      replay.kill('SIGINT');
      expect(await ended).toBe(74);
      expect(JSON.parse(stdout)).toMatchObject({
        ok: false,
        command: 'replay',
        error: { code: 'io', message: expect.stringContaining('the directory must be there first') },
      });
    },
  );

  it('uses threads where they help, and they count the same', async () => {
    const place = new Place();
    const asked = ['compare', EXAMPLE, '--policies', 'lfu,clock,opt', '--frames', '1-90', '--json'];
    const inThreads = JSON.parse(place.run(asked).stdout);
    const alone = JSON.parse((await place.tell(asked)).stdout);
    expect(inThreads).toEqual(alone);
  });
});
