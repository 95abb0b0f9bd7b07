import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import {
  parseDuration,
  parseMilliseconds,
  parseName,
  parseNumber,
  parsePageList,
  parsePowerOfTwo,
  parseSize,
} from './values.ts';

describe('parseNumber', () => {
  it('reads decimal and 0x hex', () => {
    expect(parseNumber('42', 'PAGE')).toBe(42);
    expect(parseNumber('0x2A', 'PAGE')).toBe(42);
  });

  it.each([
    '',
    '-1',
    '+1',
    '1e3',
    '1.5',
    '0x',
    '01',
    '٣',
    '1_000',
    'ten',
    ' 1',
    '9007199254740992',
    '1'.repeat(400),
  ])('refuses %j', (word) => expect(() => parseNumber(word, 'PAGE')).toThrow(/^PAGE: found .*, expected /));

  it('says which range it expected', () => {
    expect(() => parseNumber('0', '--period', { min: 1, max: 9 })).toThrow(
      'expected a whole number from 1 to 9',
    );
  });
});

describe('parseSize', () => {
  it('takes K, M and G as powers of 1024', () => {
    expect(['4K', '4k', '1M', '2G', '0x10', '512'].map((word) => parseSize(word, 'LIMIT'))).toEqual([
      4096, 4096, 1_048_576, 2_147_483_648, 16, 512,
    ]);
  });

  it.each(['4KB', 'K', '1.5K', '9007199254740991G'])('refuses %j', (word) => {
    expect(() => parseSize(word, 'LIMIT')).toThrow(/^LIMIT: found /);
  });
});

describe('parseName', () => {
  it('takes names that look like numbers, and those of object members, as names', () => {
    for (const name of ['1e3', '0x10', '__proto__', 'constructor', 'a.b-c_d', 'x'.repeat(32)]) {
      expect(parseName(name, 'PID')).toBe(name);
    }
  });

  it.each(['', '-P', 'P 1', 'x'.repeat(33), 'é', 'a/b', '\u001b[2J', 'a\u202eb', '{bold}'])(
    'refuses %j',
    (name) => {
      expect(() => parseName(name, 'PID')).toThrow('expected 1 to 32 letters');
    },
  );

  it('shows what it refused without its control characters', () => {
    expect(() => parseName('\u001b[2J', 'PID')).toThrow('\\u{1b}[2J');
  });
});

it.each([
  [
    'compare --refs "1 2 3" --policies "fifo, lru" --frames "1, 2-3"',
    'compare --refs "1 2 3" --policies fifo,lru --frames 1,2-3',
  ],
  ['free P1 "0-1, 3"', 'free P1 0-1,3'],
  ['translate P1 0 --levels "10, 10"', 'translate P1 0 --levels 10,10'],
])('%s is %s: blanks may follow a comma', async (spaced, plain) => {
  const told = (line: string) => new Place().tell([], `alloc P1 4\n${line}\n`);
  expect(await told(spaced)).toEqual(await told(plain));
  expect((await told(spaced)).code).toBe(0);
});

describe('parsePageList', () => {
  it('reads numbers and ranges in the order typed', () => {
    expect(parsePageList('5,0-2,0x2', 'PAGES')).toEqual([
      [5, 5],
      [0, 2],
      [2, 2],
    ]);
  });

  it.each(['', '1-', '-1', '2-1', '1,,2', '1-2-3', 'all'])('refuses %j', (word) => {
    expect(() => parsePageList(word, 'PAGES')).toThrow(/^PAGES: found .*, expected /);
  });
});

describe('parseDuration', () => {
  it('knows its units', () => {
    expect(
      ['100ns', '10us', '8ms', '1s', '2m', '0.5s'].map((word) => parseDuration(word, '--interval')),
    ).toEqual([100, 10_000, 8e6, 1e9, 120e9, 5e8]);
  });

  it('is also read in milliseconds', () => {
    expect(['1s', '250ms', '100us'].map((word) => parseMilliseconds(word, '--interval'))).toEqual([
      1000, 250, 0.1,
    ]);
  });

  it.each(['', '1', '1000', '-1s', '1h', 's', '1e9s', '100000s'])('refuses %j', (word) => {
    expect(() => parseDuration(word, '--interval')).toThrow('expected a time such as 1s');
  });
});

describe('parsePowerOfTwo', () => {
  it('names the neighbours of what is none', () => {
    expect(parsePowerOfTwo('4K', '--page-size', { min: 1 })).toBe(4096);
    expect(() => parsePowerOfTwo('5000', '--page-size', { min: 1 })).toThrow('such as 4096 or 8192');
  });
});
