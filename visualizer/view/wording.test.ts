import { describe, expect, it } from 'vitest';
import {
  age,
  bytes,
  compact,
  counted,
  cut,
  cutName,
  goingOn,
  grouped,
  hex,
  percent,
  plain,
  rate,
  wrap,
} from './wording.ts';

describe('wording', () => {
  it('groups digits and counts nouns', () => {
    expect(grouped(1_048_576)).toBe('1,048,576');
    expect(counted(1, 'hole')).toBe('1 hole');
    expect(counted(2000, 'hole')).toBe('2,000 holes');
    expect(compact(9999)).toBe('9999');
    expect(compact(64_000)).toBe('64K');
    expect(compact(298_099)).toBe('298K');
    expect(compact(1_500_000)).toBe('1.5M');
    expect([99_949, 99_950, 999_499, 999_500, 99_950_000].map(compact)).toEqual([
      ...['99.9K', '100K', '999K', '1.0M', '100M'],
    ]);
  });

  it('says sizes in units of 1024', () => {
    expect(bytes(100)).toBe('100 B');
    expect(bytes(4096)).toBe('4 KiB');
    expect(bytes(64_536)).toBe('63.0 KiB');
    expect(bytes(3 * 1024 ** 3)).toBe('3 GiB');
    expect([1023, 102_348, 102_350, 1023 * 1024, 1_048_063, 1_048_064].map(bytes)).toEqual([
      ...['1023 B', '99.9 KiB', '100 KiB', '1023 KiB', '1023 KiB', '1.0 MiB'],
    ]);
  });

  it('never rounds something to nothing or to all', () => {
    expect(percent(0, 8)).toBe('0%');
    expect(percent(1, 1_000_000)).toBe('<1%');
    expect(percent(6, 1000)).toBe('1%');
    expect(percent(999_999, 1_000_000)).toBe('>99%');
    expect(percent(8, 8)).toBe('100%');
    expect(percent(0, 0)).toBe('0%');
    expect(rate(1, 3)).toBe('33.3%');
    expect(rate(0, 0)).toBe('–');
    expect([0, 1, 50, 99_949, 99_950, 100_000].map((part) => rate(part, 100_000))).toEqual([
      ...['0.0%', '<0.1%', '0.1%', '99.9%', '>99.9%', '100.0%'],
    ]);
  });

  it('says ages in the unit that changes slowly enough', () => {
    expect([399, 1000, 59_999, 60_000, 7_200_000, 2 * 86_400_000, -5].map(age)).toEqual([
      '0.3 s',
      '1 s',
      '59 s',
      '1 min',
      '2 h',
      '2 days',
      '0.0 s',
    ]);
  });

  it('cuts what goes on elsewhere at a whole word, or a whole item', () => {
    expect(goingOn('segment 1 freed: 484', 30)).toBe('segment 1 freed: 484 …');
    expect(goingOn('segment 1 freed: 484', 20)).toBe('segment 1 freed: …');
    expect(goingOn('segment 1 freed: 484', 18)).toBe('segment 1 freed: …');
    expect(goingOn('segment 1 freed: 484', 17)).toBe('segment 1 …');
    expect(goingOn('segment', 5)).toBe('segm…');
    expect(goingOn('lru: P1 95→2950, P1', 40, ', ')).toBe('lru: P1 95→2950, …');
    expect(goingOn('lru: P1 95→2950,', 40, ', ')).toBe('lru: P1 95→2950, …');
    expect(goingOn('lru: P1 9→2, P1 8→1, P1', 16, ', ')).toBe('lru: P1 9→2, …');
  });

  it('cuts a name in its middle, for names often differ at the end', () => {
    expect(cutName('verylongprocessname17', 12)).toBe('verylo…ame17');
    expect([12, 5, 4, 3, 2, 1, 0].map((width) => cutName('process12345', width))).toEqual([
      ...['process12345', 'pr…45', 'pr…5', 'p…5', 'p…', '…', ''],
    ]);
  });

  it('cuts and wraps to a width', () => {
    expect(cut('abcdef', 6)).toBe('abcdef');
    expect(cut('abc def', 5)).toBe('abc…');
    expect(cut('abc', 0)).toBe('');
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('one two three', 20, 5)).toEqual(['one', 'two three']);
    expect(wrap('', 4)).toEqual(['']);
  });

  it('lets nothing through that is not one column wide', () => {
    expect(plain('a\u001b[31mb')).toBe('a\\u{1b}[31mb');
    expect(plain('記憶 e\u0301 \u{1f600}')).toBe('?? e? ?');
    expect(plain('Straße → π ▏')).toBe('Straße → π ▏');
    expect(Array.from(plain('\u{1f600}'.repeat(300)), (character) => character.length)).not.toContain(2);
  });

  it('writes addresses in hexadecimal', () => {
    expect(hex(4096)).toBe('0x1000');
    expect(hex(1, 4)).toBe('0x0001');
  });
});
