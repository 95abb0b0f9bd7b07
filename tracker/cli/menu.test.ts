/** The menu as someone at a prompt meets it: numbers, questions, typed commands, nonsense, and the end of the input. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

const menu = (place: Place, ...answers: string[]) => place.run(['menu'], `${answers.join('\n')}\n`);

describe('the menu', () => {
  it("begins with the original's five choices", async () => {
    const { stdout } = menu(new Place(), '0');
    expect(stdout).toMatch(
      /1 {2}Allocate pages\n +2 {2}Free pages\n +3 {2}Allocate a segment\n +4 {2}Free a segment\n +5 {2}Show the tables\n/,
    );
  });

  it('asks for what a choice needs, and shows the tables after the change', async () => {
    const place = new Place();
    const { code, stdout } = menu(place, '1', 'P1', '4', '3', '100', '', '0');
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Process name, such as P1 (Enter: back to the menu): Number of pages (menu: back): ',
    );
    expect(stdout).toContain('=== Page Table: P1 ===\nPage Number -> Frame Number\n   0 -> 0\n');
    expect(stdout).toContain('Segment ID -> Base Address -> Limit\n   0 -> 1000 -> 100\n');
    expect(await place.json('show')).toMatchObject({
      usedFrames: 4,
      segments: [{ id: 0, base: 1000, limit: 100 }],
    });
  });

  it.each([['0'], ['leave'], ['Quit'], ['exit # for today']])('is left by %j', async (answer) => {
    const { code, stdout, stderr } = menu(new Place(), answer, 'alloc P1 4');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('pages allocated');
  });

  it('frees pages and segments', async () => {
    const place = new Place();
    menu(place, '1', 'P1', '4', '2', 'P1', '0-1', '3', '50', '2000', '4', '0', '2', 'P1', '', '0');
    expect(await place.json('show')).toMatchObject({ usedFrames: 0, segments: [], revision: 5 });
  });

  it('offers the rest as well, each with its own questions', async () => {
    const place = new Place();
    const { code, stdout } = await menu(place, '9', 'P1', '0', '17', '10', 'P1', '0 0w', '11', '1 2 1');
    expect(code).toBe(0);
    expect(stdout).toContain('P1: page 0 -> frame 17');
    expect(stdout).toContain('2 references: 2 hits, 0 page faults');
    expect(stdout).toContain('Page faults of 3 references to 2 pages');
  });

  it('shows the half that changed, then the answer, which the prompt follows', async () => {
    const { stdout } = menu(new Place(), '1', 'P1', '2', 'segment alloc 100', '0');
    expect(stdout).toContain(
      '   0 -> 0\n   1 -> 1\n\nP1: 2 pages allocated: pages 0-1 -> frames 0-1\n[0-18, menu, help] > ',
    );
    expect(stdout).toMatch(/> === Segment Table ===\n(.+\n|\n)+segment 0: base 1000, limit 100 .*\n\[0-18/);
    expect(stdout.match(/=== Segment Table ===/g)).toHaveLength(1);
  });

  it('checks each answer at its question, says what is wrong with it and asks again', async () => {
    const place = new Place();
    const { stdout, stderr } = menu(
      place,
      '1',
      'P/1',
      'P1',
      'many',
      '0',
      '4',
      '18',
      '',
      '1000',
      '1K',
      'lru',
      '0',
    );
    expect(stderr).toMatch(
      /^tracker: PID: found 'P\/1'.*\ntracker: PAGES: found 'many'.*\ntracker: PAGES: found 0.*\ntracker: --page-size: found 1000.*\n/,
    );
    expect(stdout.match(/Process name/g)).toHaveLength(2);
    expect(stdout.match(/Number of pages/g)).toHaveLength(3);
    expect(await place.json('show')).toMatchObject({ pageSize: 1024, policy: 'lru' });
  });

  it('takes an answer for the one thing it was asked for, whatever it looks like', async () => {
    const place = new Place();
    const { stderr } = menu(
      place,
      '1',
      'P 1',
      '--file',
      '"P',
      'P1',
      '-3',
      '4 5',
      '2',
      '3',
      '9',
      '--fit',
      '',
      '0',
    );
    const name = "expected 1 to 32 letters, digits, '.', '_' or '-', not beginning with '-'";
    const pages = 'expected a whole number of at least 1, decimal or 0x hex, below 2^53';
    expect(stderr.split('\n')).toEqual([
      `tracker: PID: found 'P 1', ${name}`,
      `tracker: PID: found '--file', ${name}`,
      `tracker: PID: found '"P', ${name}`,
      `tracker: PAGES: found '-3', ${pages}`,
      `tracker: PAGES: found '4 5', ${pages}`,
      'tracker: --base needs a value: --base A',
      '',
    ]);
    expect(await place.json('show')).toMatchObject({ usedFrames: 2, segments: [{ id: 0, limit: 9 }] });
  });

  it('takes l and s in either case, and guesses at nothing that one letter may have meant', () => {
    const place = new Place();
    const { stderr } = menu(place, '1', 'P1', '1', '7', 'P1', '0', 'x', 'P1', 'S', '0');
    expect(stderr).toBe(
      "tracker: load or store: found 'x', expected l, s\ntracker: load or store: found 'P1', expected l, s\n",
    );
    expect(place.text()).toContain('   0 -> 0 -> RD\n');
  });

  it('leaves a damaged file to the command, which says where it is damaged', async () => {
    const place = new Place();
    writeFileSync(place.file, 'damaged\n');
    const { code, stderr } = menu(place, '2', 'P1', '', '0');
    expect(code).toBe(0);
    expect(stderr.match(/^tracker: .*:1: /gm)).toHaveLength(1);
  });

  it('takes page numbers for a comparison, and asks again for anything else', async () => {
    const { stdout, stderr } = menu(new Place(), '11', '-', '7 x', '@f', '7 0 7', '0');
    expect(stderr.match(/found .+, expected a page number/g)).toHaveLength(3);
    expect(stdout).toContain('Page faults of 3 references to 2 pages');
  });

  it.each([[['1', '']], [['1', 'menu']], [['1', 'P1', '', 'menu']], [['18', '8', 'menu']]])(
    'goes back to the menu from a question: %j',
    async (answers) => {
      const place = new Place();
      const { code, stdout } = await place.tell(['menu'], `${answers.join('\n')}\nalloc P2 1\n`);
      expect(code).toBe(0);
      expect(stdout.match(/Memory tracker\n/g)).toHaveLength(2);
      expect(await place.json('show')).toMatchObject({ revision: 1, processes: [{ pid: 'P2' }] });
    },
  );

  it('takes typed commands too', async () => {
    const place = new Place();
    expect(menu(place, 'alloc P1 3', 'translate P1 0x1004', 'help alloc').stdout).toContain(
      'physical = 1 × 4096 + 4 = 4100',
    );
  });

  it('survives bad input and goes on', async () => {
    const place = new Place();
    const { code, stdout, stderr } = menu(
      place,
      'nonsense',
      '99',
      '-1',
      '1',
      'P1',
      'many',
      'menu',
      'alloc P1 1000',
      '\u0007',
      'run x',
      'alloc P1 1',
    );
    expect(code).toBe(0);
    expect(stderr).toContain("there is no command 'nonsense'");
    expect(stdout).toContain('There is no choice 99');
    expect(stderr).toContain("PAGES: found 'many'");
    expect(stderr).toContain('1000 frames asked for');
    expect(stderr).toContain("'run' works from the command line only");
    expect((await place.json('show')).usedFrames).toBe(1);
  });

  it('ends with the end of the input, also in the middle of a question', async () => {
    expect(new Place().run(['menu'], '1\nP1').code).toBe(0);
    const place = new Place();
    expect(place.run(['menu'], '').code).toBe(0);
    expect(existsSync(place.file)).toBe(false);
  });

  it('with --json is a usage error that names the door for programs, and reads nothing', async () => {
    const place = new Place();
    const { code, stdout, stderr } = await place.tell(['menu', '--json'], 'alloc P1 1\n');
    expect({ code, stderr }).toEqual({ code: 64, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      command: 'menu',
      revision: null,
      error: { code: 'usage', message: expect.stringContaining('tracker --json') },
    });
    expect(existsSync(place.file)).toBe(false);
  });

  it('goes on from what another tracker did in the meantime', async () => {
    const place = new Place();
    const open = place.start(['menu']);
    const answered = (text: string) =>
      new Promise<void>((resolve) => {
        let seen = '';
        const listen = (chunk: Buffer) => {
          seen += chunk.toString();
          if (!seen.includes(text)) return;
          open.stdout.off('data', listen);
          resolve();
        };
        open.stdout.on('data', listen);
      });
    const first = answered('   1 -> 1');
    open.stdin.write('alloc P1 2\n');
    await first;
    expect((await place.tell(['alloc', 'P2', '3'])).code).toBe(0);
    const second = answered('=== Page Table: P2 ===');
    open.stdin.write('alloc P1 1\n');
    await second;
    const closed = new Promise((resolve) => open.on('close', resolve));
    open.stdin.end();
    expect(await closed).toBe(0);
    expect(await place.json('show')).toMatchObject({ usedFrames: 6, revision: 3 });
    expect(readFileSync(place.file, 'utf8')).toContain('Door: menu');
  });
});
