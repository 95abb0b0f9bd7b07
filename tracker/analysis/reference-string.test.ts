import { describe, expect, it } from 'vitest';
import { parseReferenceString } from './reference-string.ts';

function parsed(text: string): string {
  const result = parseReferenceString(text);
  if (!result.ok) return result.message;
  return Array.from(result.pages, (page, i) => `${page}${result.writes[i] ? 'w' : ''}`).join(' ');
}

describe('a reference string', () => {
  it('is page numbers with a w behind those that are written to', () => {
    expect(parsed('7 0 1 2w 0')).toBe('7 0 1 2w 0');
  });

  it('is separated by blanks, line breaks or commas', () => {
    expect(parsed(' 7,0\n1,\t2W ')).toBe('7 0 1 2w');
  });

  it('may be hexadecimal', () => {
    expect(parsed('0x1f 0X1Fw')).toBe('31 31w');
  });

  it('takes the largest exact page number and refuses the next', () => {
    expect(parsed('9007199254740991')).toBe('9007199254740991');
    expect(parsed('9007199254740992')).toContain('reference 1: found 9007199254740992');
  });

  it.each(['x9', '-1', '1.5', '1e3', '007', '00w', '7r', 'w', '0x', '７'])(
    'refuses %s, with its position and what was expected',
    (word) => {
      expect(parseReferenceString(`7 0 ${word} 1`)).toMatchObject({
        ok: false,
        position: 3,
        message: expect.stringMatching(/^reference 3: found .*, expected a page number such as 7 or 0x1f/),
      });
    },
  );

  it('refuses a string without references', () => {
    expect(parseReferenceString(' , ')).toMatchObject({ ok: false, position: 0 });
  });

  it('shows no control character of what it refuses', () => {
    expect(parsed('1 \x1b[31m')).not.toContain('\x1b');
  });
});
