/** What is not done: with which code and exit code, in which words, and with the file as it was. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

describe('a refusal', () => {
  const prepared = async () => {
    const place = new Place();
    const script = 'init --total-frames 8\nalloc P1 4\nreserve P1 2\nsegment alloc 100\n';
    expect((await place.tell([], script)).code).toBe(0);
    return place;
  };

  it.each([['free P1'], ['access P1 0'], ['segment free 0']])(
    'of %j where there is no memory leaves the directory empty',
    async (line) => {
      const place = new Place();
      expect((await place.tell(line.split(' '))).code).toBe(1);
      expect((await place.tell([], `${line}\n`)).code).toBe(1);
      expect(readdirSync(place.directory)).toEqual([]);
    },
  );

  it.each([
    ['alloc P2 5', 'no-free-frames', 1],
    ['map P1 9 0', 'frame-taken', 1],
    ['map P1 9 8', 'no-such-frame', 1],
    ['map P1 0 7', 'page-resident', 1],
    ['free P9', 'no-such-process', 1],
    ['free P1 2-7', 'no-such-page', 1],
    ['access P1 --page 6', 'invalid-page', 1],
    ['translate P1 --page 4', 'usage', 64],
    ['translate P1 0x4000', 'page-fault', 1],
    ['translate P1 0x6000', 'invalid-page', 1],
    ['segment alloc 1M', 'no-hole', 1],
    ['segment alloc 10 --base 1050', 'segments-overlap', 1],
    ['segment alloc 10 --base 999', 'out-of-space', 1],
    ['segment free 1', 'no-such-segment', 1],
    ['segment translate 0 100', 'segmentation-fault', 1],
    ['alloc P1 0', 'usage', 64],
    ['alloc P1 -1', 'usage', 64],
    ['alloc P1 1e9', 'usage', 64],
    ['alloc P/1 1', 'usage', 64],
    ['init --total-frames 1000000000', 'usage', 64],
    ['init --page-size 1000', 'usage', 64],
    ['init --policy opt', 'usage', 64],
    ['access P1 0 --write=maybe', 'usage', 64],
    ['show --help=no', 'usage', 64],
    ['--version=no', 'usage', 64],
    ['frobnicate', 'usage', 64],
    ['run nowhere.txt', 'no-input', 66],
  ])(
    'of %j has the code %s and exit code %i, and leaves the file byte for byte as it was',
    async (line, code, exit) => {
      const place = await prepared();
      const before = place.text();
      const asJson = await place.tell([...line.split(' '), '--json']);
      expect(asJson.code).toBe(exit);
      expect(JSON.parse(asJson.stdout)).toMatchObject({
        ok: false,
        error: { code, message: expect.stringMatching(/\w/) },
      });
      const asText = await place.tell(line.split(' '));
      expect(asText.code).toBe(exit);
      expect(asText.stdout).toBe('');
      expect(asText.stderr).toMatch(/^tracker: \S/);
      expect(place.text()).toBe(before);
      expect(existsSync(`${place.file}.bak`)).toBe(false);
    },
  );

  it('of a segment that cannot grow advises what makes room, and compaction only where that does', async () => {
    const place = new Place();
    for (const line of ['segment alloc 100', 'segment alloc 100']) await place.tell(line.split(' '));
    const between = await place.tell(['segment', 'resize', '0', '150']);
    expect(between.stderr).toContain(
      'no hole touches it there. The cheapest slide moves segment 1 (100 bytes) and brings the hole 1200:65336 there; ' +
        "'segment compact' makes no room there, so free segment 1 first\n",
    );
    await place.tell(['segment', 'free', '0']);
    const last = await place.tell(['segment', 'resize', '1', '65500']);
    expect(last.stderr).toContain(
      "joins 1000:100 + 1200:65336 into a hole of 65436; 'segment compact' joins all holes\n",
    );
    const never = await place.tell(['segment', 'resize', '1', '1M']);
    expect(never.stderr).toContain('ask for less\n');
  });

  it('speaks of one process, one page and one segment as such', async () => {
    const place = new Place();
    await place.tell([], 'map P1 2 0\nsegment alloc 100\n');
    const words = async (line: string) => (await place.tell(line.split(' '))).stderr;
    expect(await words('access P1 99999')).toContain('; its only page is 2\n');
    expect(await words('alloc 4 P1')).toContain(
      "PAGES: found 'P1', expected a whole number: the process comes",
    );
    expect(await words('reserve 4 P1')).toContain('comes first, as in P1 4\n');
    expect(await words('free P1 0')).toContain('so nothing was freed; its only page is 2\n');
    expect(await words('translate P9 0')).toBe('tracker: there is no process P9; there is only P1\n');
    expect(await words('segment free 3')).toBe('tracker: there is no segment 3; there is only 0\n');
    await place.tell([], 'alloc P2 2\nsegment alloc 100\n');
    expect(await words('access P2 99999')).toContain('; its pages are 0-1\n');
    expect(await words('translate P9 0')).toContain('; there are: P1, P2\n');
    expect(await words('segment free 3')).toContain('; there are: 0, 1\n');
  });

  it('of a process where there is none at all says so', async () => {
    const { stderr } = await new Place().tell(['free', 'P9']);
    expect(stderr).toBe("tracker: there is no process P9, nor any other; 'alloc P9 4' makes one\n");
  });

  it('of a page too far out says where pages end, or where those of the levels do', async () => {
    const place = await prepared();
    const words = async (line: string) => (await place.tell(line.split(' '))).stderr;
    const end = 'pages go from 0 to 2199023255551, as addresses end below 2^53\n';
    for (const line of ['map P2 9007199254740991 0', 'reserve P2 9007199254740991']) {
      expect(await words(line)).toMatch(/^tracker: there can be no page 900719925474099[01]: /);
      expect(await words(line)).toContain(end);
    }
    expect(await words('translate P1 0x4000 --levels 1,1')).toBe(
      'tracker: page 4 needs more than the 2 bits of the levels: they reach pages 0 to 3\n',
    );
  });

  it('of a sixth segment says that the table holds five', async () => {
    const place = new Place();
    for (let i = 0; i < 5; i++) expect((await place.tell(['segment', 'alloc', '10'])).code).toBe(0);
    const { code, stderr } = await place.tell(['segment', 'alloc', '10']);
    expect(code).toBe(1);
    expect(stderr).toContain('the segment table is full: it holds 5 segments');
  });

  it('without a file to look at is 66, and makes none', async () => {
    const place = new Place();
    for (const args of [['show'], ['translate', 'P1', '0']]) {
      expect((await place.tell(args)).code).toBe(66);
      expect(await place.json(...args)).toMatchObject({
        ok: false,
        revision: null,
        error: { code: 'no-input' },
      });
    }
    expect(existsSync(place.file)).toBe(false);
  });

  it('in JSON has the revision of the file, whatever became of it', async () => {
    const place = new Place();
    for (const args of [
      ['nonsense'],
      ['alloc'],
      ['compare', '--refs', '7 0 1'],
      ['help'],
      ['show', '--version'],
    ]) {
      expect(await place.json(...args), args.join(' ')).toMatchObject({ revision: null });
    }
    await place.tell(['alloc', 'P1', '1']);
    for (const args of [
      ['nonsense'],
      ['alloc'],
      ['compare', '--refs', '7 0 1'],
      ['help'],
      ['alloc', '--help'],
    ]) {
      expect(await place.json(...args), args.join(' ')).toMatchObject({ revision: 1 });
    }
    const { stdout } = await place.tell(['--json'], 'nonsense\n');
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, revision: 1 });
    const fresh = await place.tell(['run', '-', '--fresh', '--json'], 'nonsense\n');
    expect(JSON.parse(fresh.stdout)).toMatchObject({ ok: false, revision: null });
    expect(await place.json('help', 'alloc')).toMatchObject({
      ok: true,
      text: expect.stringContaining('--bytes'),
    });
  });

  it('of a damaged file names file and line, exits 65 and leaves the file alone', async () => {
    const place = new Place();
    await place.tell(['alloc', 'P1', '4']);
    const damaged = place.text().replace('   0-3 -> 0-3', '   0-3 -> 1-4');
    writeFileSync(place.file, damaged);
    const { code, stderr } = await place.tell(['alloc', 'P2', '1']);
    expect(code).toBe(65);
    expect(stderr).toMatch(/memory_status\.txt:\d+: found .+, expected /);
    expect(place.text()).toBe(damaged);
  });
});
