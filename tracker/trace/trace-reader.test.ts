import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE } from './line-blocks.ts';
import { readText, troubleOf } from './testing/read-text.ts';

describe('lackey text', () => {
  it('is told by its first line, valgrind’s own lines before and between', async () => {
    const text = '==12== Lackey\n==12== \nI  0401ab70,3\n S 1fff000738,8\n==12== more\n L 04a0,4\n M 0,1\n';
    expect(await readText(text)).toEqual({
      references: ['fetch 16410', 'store 33550336', 'load 0', 'modify 0'],
      badLines: 0,
      format: 'lackey',
    });
  });

  it('makes one reference of each page that an access touches, in ascending order', async () => {
    expect(
      (await readText('I  00000ffe,4\n S 00002fff,1\n S 00002fff,2\n L 1000,8192\n L 1001,8192\n'))
        .references,
    ).toEqual([
      'fetch 0',
      'fetch 1',
      'store 2',
      'store 2',
      'store 3',
      'load 1',
      'load 2',
      'load 1',
      'load 2',
      'load 3',
    ]);
  });

  it('counts pages of any size', async () => {
    const { references } = await readText('I  00000010,3\n', { pageSize: 2 });
    expect(references).toEqual(['fetch 8', 'fetch 9']);
  });

  it.each([8, 9, 10, 11, 12, 13, 1, 7])(
    'takes addresses of %i digits, in lower or upper case',
    async (digits) => {
      const address = 'fedcba9876543'.slice(0, digits);
      const page = Math.floor(Number.parseInt(address, 16) / 4096);
      const padding = 'I  00001000,1\n'.repeat(5);
      const { references } = await readText(
        `I  ${address},1\n${padding} L ${address.toUpperCase()},16\n${padding}`,
      );
      expect([references[0], references[6]]).toEqual([`fetch ${page}`, `load ${page}`]);
    },
  );

  it.each([
    ['I0401ab70,3', 'no blank'],
    ['I  0401ab7g,3', 'a letter that is no digit'],
    ['I  0401ab70,0', 'a size of nothing'],
    ['I  0401ab70,', 'no size'],
    ['I  0401ab70', 'no comma'],
    ['I  0401ab70,:', 'the character after 9'],
    ['I  0401ab70,3x', 'something behind'],
    [' X 0401ab70,3', 'an unknown letter'],
    ['I  ,3', 'no address'],
    ['I  0401ab70,2000000', 'a size no instruction has'],
    ['I  20000000000000,1', 'an address of 2^53'],
    ['I  1fffffffffffff,2', 'an access that reaches 2^53'],
    ['hello', 'a word'],
  ])('refuses %j: %s', async (line) => {
    for (const after of ['', 'I  0401ab70,3\n'.repeat(9)]) {
      const trouble = await troubleOf(`I  0401ab70,3\n==1== x\n${line}\n${after}`);
      expect(trouble).toMatch(/^bad-file: stdin:3: found '.*', expected a line of valgrind's lackey such as/);
      expect(trouble).toContain(`'${line}'`);
    }
  });

  it('goes up to the last byte below 2^53', async () => {
    expect((await readText('I  1fffffffffffff,1\n')).references).toEqual([`fetch ${2 ** 41 - 1}`]);
  });
});

describe('plain numbers', () => {
  it('are decimal or 0x hex, one or many a line, with comments and blank lines', async () => {
    const text = '# pages\n\n4096 8192,0x3000\t0X4fff # four\n   \n0\n';
    expect(await readText(text)).toEqual({
      references: ['load 1', 'load 2', 'load 3', 'load 4', 'load 0'],
      badLines: 0,
      format: 'numbers',
    });
  });

  it.each([
    ['W 4096', ['store 1']],
    ['R 4096 W 8192 0', ['load 1', 'store 2', 'load 0']],
    ['4096 W 8192', ['store 1', 'load 2']],
    ['4096W 8192r,12288 w', ['store 1', 'load 2', 'store 3']],
    ['w4096 R8192 12288', ['store 1', 'load 2', 'load 3']],
    ['W,0x1000', ['store 1']],
    ['4096 W#comment', ['store 1']],
    ['4096 W\r', ['store 1']],
  ])('take R or W before or after: %j', async (line, references) => {
    expect((await readText(`${line}\n`)).references).toEqual(references);
  });

  it.each([
    '4096 X',
    '4096x',
    '12345678901234567890',
    '9007199254740992',
    '0x20000000000000',
    '0x',
    '0123',
    '-1',
    '1.5',
    '4096 W W',
    'R W 4096',
    'W',
    '4096 R8192',
    'abc',
    '1e3',
  ])('refuse %j', async (line) => {
    expect(await troubleOf(`1 2\n${line}\n`)).toMatch(
      /^bad-file: stdin:2: found '.*', expected addresses below 2\^53/,
    );
  });

  it('write nothing of a line that is bad further on', async () => {
    const { references, badLines } = await readText('1 2 3 x\n4096\n', { format: 'numbers', skipBad: true });
    expect({ references, badLines }).toEqual({ references: ['load 1'], badLines: 1 });
  });

  it('may be more on a line than a chunk holds', async () => {
    const numbers = Array.from({ length: 150_000 }, (_, i) => i);
    const { references } = await readText(`${numbers.join(' ')} W\n7\n`, { pageSize: 1 });
    expect(references).toEqual([...numbers.slice(0, -1).map((n) => `load ${n}`), 'store 149999', 'load 7']);
  });
});

describe('a byte order mark', () => {
  it.each([
    ['lackey', 'I  0401ab70,3\n'],
    ['numbers', '4096 8192\n'],
    ['dinero', '0 1000\n'],
  ])('before %s is no part of the trace', async (format, text) => {
    const read = await readText(text, { format });
    for (const pieces of [[99], [1], [2, 3]]) {
      expect(await readText(`\ufeff${text}`, { format, pieces })).toEqual(read);
      expect(await readText(gzipSync(`\ufeff${text}`), { format, pieces })).toEqual(read);
      if (format !== 'dinero') expect(await readText(`\ufeff${text}`, { pieces })).toEqual(read);
    }
  });

  it('is a bad line anywhere else', async () => {
    expect(await troubleOf('1\n\ufeff2\n')).toMatch(/^bad-file: stdin:2: found /);
  });
});

describe('dinero', () => {
  it('has to be asked for', async () => {
    const text = '0 1000\n1 0x2fff a comment\n2 401ab70\n\n';
    expect((await readText(text, { format: 'dinero' })).references).toEqual([
      'load 1',
      'store 2',
      'fetch 16410',
    ]);
  });

  it.each(['3 1000', '0', '0 xyz', '0 20000000000000', 'R 1000'])('refuses %j', async (line) => {
    expect(await troubleOf(`0 0\n${line}\n`, { format: 'dinero' })).toMatch(
      /^bad-file: stdin:2: .*0 \(load\), 1/,
    );
  });
});

describe('any trace', () => {
  const LINES = [
    'I  0401ab70,3',
    ' S 1fff000738,8',
    ' L 04001ffe,8',
    '==7== note',
    ' M 0000000000ab,1',
    'I  04000000,15',
  ];

  it('is the same however its bytes arrive, whole or in pieces, gzip or plain', async () => {
    const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 60 });
    const pieces = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
    const whole = `${LINES.join('\n')}\n`;
    await fc.assert(
      fc.asyncProperty(lines, pieces, fc.boolean(), async (more, lengths, ended) => {
        const text = whole + more.join('\n') + (ended ? '\n' : '');
        const atOnce = await readText(text);
        expect(await readText(text, { pieces: lengths })).toEqual(atOnce);
        expect(await readText(gzipSync(text), { pieces: lengths })).toEqual(atOnce);
        const small = { newChunk: () => new Int32Array(1 + (lengths[0] ?? 0)) };
        expect(await readText(text, small)).toEqual(atOnce);
        expect(await readText(text, { pieces: lengths, eager: true })).toEqual(atOnce);
      }),
      { numRuns: 60 },
    );
  });

  it('counts bad lines and goes on where that is asked for', async () => {
    const text = 'what?\nI  0401ab70,3\n\u0000\u0001\n S 1fff000738,8\nI  zz,1\n';
    expect(await readText(text, { skipBad: true })).toEqual({
      references: ['fetch 16410', 'store 33550336'],
      badLines: 3,
      format: 'lackey',
    });
  });

  it('is refused with file, line, what was found and what was expected; nothing reaches a terminal unescaped', async () => {
    expect(await troubleOf('\u001b[31mred\n')).toMatch(
      /^bad-file: stdin:1: found '\\u\{1b\}\[31mred', expected a line such as 'I {2}0401ab70,3' .* or '0x1000 W' .*; other formats need --format dinero \(--skip-bad counts such lines and goes on\)$/,
    );
  });

  it.each([
    ['nothing', '', 1],
    ['blank lines', '\n\n', 2],
    ['valgrind’s own lines', '==1== a\n==1== b\n', 2],
    ['comments', '# one\n', 1],
    ['a comment that no line feed ends', '# one\n# two', 2],
    ['an empty gzip file', gzipSync(''), 1],
  ])('is refused at its last line where it is only %s', async (_, content, line) => {
    expect(await troubleOf(content)).toMatch(
      new RegExp(`^bad-file: stdin:${line}: found no reference, expected `),
    );
  });

  it('is refused where its gzip data end too early or are damaged', async () => {
    const whole = gzipSync('I  0401ab70,3\n'.repeat(10_000));
    expect(await troubleOf(whole.subarray(0, -9))).toMatch(
      /^bad-file: stdin:\d+: found gzip data that ends too early/,
    );
    expect(await troubleOf(whole.subarray(0, 5))).toMatch(/found gzip data that ends too early/);
    const damaged = Buffer.from(whole).fill(0xff, 30, 40);
    expect(await troubleOf(damaged)).toMatch(/found gzip data that is damaged, expected a whole gzip file/);
  });

  it('is refused at a line that does not end, with bounded memory', async () => {
    const endless = 'a'.repeat(LONGEST_LINE + 10);
    expect(await troubleOf(`1 2\n${endless}`, { pieces: [65_536] })).toMatch(
      /^bad-file: stdin:2: found a line of more than 16777216 bytes/,
    );
    const { references, badLines } = await readText(`1\n${endless}\n2\n`, {
      skipBad: true,
      pieces: [65_536],
      pageSize: 1,
    });
    expect({ references, badLines }).toEqual({ references: ['load 1', 'load 2'], badLines: 1 });
  });

  it('is refused where there is no such file', async () => {
    expect(await troubleOf('# nothing but bad lines\nx\n', { skipBad: true })).toMatch(
      /found 1 bad line and no reference/,
    );
  });
});
