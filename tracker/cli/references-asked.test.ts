import { writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

describe('compare --refs', () => {
  it('reads a file with comments, or standard input', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, '\ufeff# a string\n1 2 3 4 # and\n1,2,5\n');
    expect(await place.json('compare', '--refs', `@${path}`)).toMatchObject({
      references: 7,
      distinctPages: 5,
    });
    expect(
      JSON.parse((await place.tell(['compare', '--refs', '-', '--json'], '1 2 1')).stdout),
    ).toMatchObject({
      references: 3,
    });
  });

  it('waits for standard input to its end', async () => {
    const compare = new Place().start(['compare', '--refs', '-', '--json']);
    let stdout = '';
    compare.stdout.on('data', (data) => (stdout += data));
    const ended = new Promise((resolve) => compare.on('close', resolve));
    await wait(500);
    compare.stdin.write('1 2 3\n4 ');
    await wait(100);
    compare.stdin.end('5 5\n');
    expect(await ended).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ references: 6, distinctPages: 5 });
  });

  it('reads no more than references can be, even where there is no end', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield '1 2 3 4 5 6 7 8 '.repeat(10_000);
      })(),
    );
    const { code, stderr } = await new Place().tell(['compare', '--refs', '-'], endless);
    expect(code).toBe(65);
    expect(stderr).toContain('stdin:1: found a larger file, expected the references in 16 MiB at most');
  });

  it('leaves standard input to the commands where they come from there', async () => {
    const place = new Place();
    const { code, stdout, stderr } = await place.tell([], 'compare --refs -\nalloc P1 1\n');
    expect(code).toBe(64);
    expect(stderr).toBe(
      'tracker: stdin:1: - is standard input, which is read from the command line only: name a file instead\n',
    );
    expect(stdout).toContain('P1: 1 page allocated');
    const trace = await place.tell([], 'compare -\ntrace -\n');
    expect(trace.stderr.match(/- is standard input/g)).toHaveLength(2);
  });

  it('names file and line of what is no reference', async () => {
    const place = new Place();
    const path = `${place.directory}/string.txt`;
    writeFileSync(path, '1 2 3\n# none\n4 five 6\n');
    const { code, stderr } = await place.tell(['compare', '--refs', `@${path}`]);
    expect(code).toBe(65);
    expect(stderr).toMatch(/string\.txt:3: reference 5: found five, expected a page number/);
  });
});
