import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWords, splitWords } from './words.ts';

describe('splitWords', () => {
  it('separates at white space, however much of it', () => {
    expect(splitWords('  alloc\tP1   4 ')).toEqual(['alloc', 'P1', '4']);
  });

  it('takes nothing from a blank line or a comment', () => {
    expect(splitWords('')).toEqual([]);
    expect(splitWords('   # alloc P1 4')).toEqual([]);
  });

  it('ends at a comment that begins a word, and keeps a # inside one', () => {
    expect(splitWords('free P1 # all of it')).toEqual(['free', 'P1']);
    expect(splitWords('free P#1')).toEqual(['free', 'P#1']);
  });

  it('keeps together what is quoted either way', () => {
    expect(splitWords('refs P1 "7 0 1"')).toEqual(['refs', 'P1', '7 0 1']);
    expect(splitWords("refs P1 '7 # 1'")).toEqual(['refs', 'P1', '7 # 1']);
    expect(splitWords('refs "" P"1"')).toEqual(['refs', '', 'P1']);
  });

  it('refuses a quote that is never closed', () => {
    expect(() => splitWords('refs P1 "7 0')).toThrow('a quote is never closed');
  });

  it('cuts again what joinWords joined', () => {
    const special = fc.string({ unit: fc.constantFrom('a', '"', "'", '#', ' ', '\n', '\ufeff', '\ud83d') });
    const word = fc.oneof(fc.string(), special);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(splitWords(joinWords(words))).toEqual(words);
      }),
    );
  });
});
