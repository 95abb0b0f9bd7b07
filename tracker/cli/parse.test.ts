import { describe, expect, it } from 'vitest';
import { commandName } from './command.ts';
import { parseWords } from './parse.ts';
import { splitWords } from './words.ts';

const parse = (line: string) => parseWords(splitWords(line));

describe('parseWords', () => {
  it('finds commands of one word and of two', () => {
    expect(commandName(parse('alloc P1 4').command)).toBe('alloc');
    expect(commandName(parse('segment alloc 100').command)).toBe('segment alloc');
  });

  it('leaves every value a string, also one that looks like a number', () => {
    const { args } = parse('alloc 1e3 4');
    expect([args.get('pid'), args.get('pages')]).toEqual(['1e3', '4']);
  });

  it('takes options anywhere, with = or without', () => {
    expect(parse('alloc --bytes=10 P1').args.option('bytes')).toBe('10');
    expect(parse('alloc P1 --bytes 10').args.option('bytes')).toBe('10');
  });

  it('knows a flag from an option with a value', () => {
    const { args } = parse('access P1 --write 0x10');
    expect([args.flag('write'), args.find('address')]).toEqual([true, '0x10']);
  });

  it('takes no value for a flag but true and false, and never the word behind it', () => {
    expect(parse('access P1 0 --write=true').args.flag('write')).toBe(true);
    expect(parse('access P1 0 --write=false').args.flag('write')).toBe(false);
    const { args } = parse('access --write true 0');
    expect([args.flag('write'), args.get('pid'), args.find('address')]).toEqual([true, 'true', '0']);
  });

  it('takes the word behind an option for its value, dashes and all', () => {
    expect(parse('compare --refs -').args.option('refs')).toBe('-');
    expect(parse('segment alloc 10 --base -5').args.option('base')).toBe('-5');
    expect(() => parse('compare --refs --csv')).toThrow('--refs needs a value');
  });

  it('keeps a command as typed, on one line', () => {
    expect(parse('refs   P1  "7 0 1"').text).toBe('refs P1 "7 0 1"');
  });

  it.each([
    ['alocc P1 4', "there is no command 'alocc' (did you mean 'alloc'?)"],
    ['compact', "there is no command 'compact' (did you mean 'segment compact'?)"],
    ['resize 0 150', "there is no command 'resize' (did you mean 'segment resize'?)"],
    ['counters', "there is no command 'counters' (did you mean 'reset counters'?)"],
    ['compar', "there is no command 'compar' (did you mean 'compare'?)"],
    ['alloc', 'PID is missing'],
    ['alloc P1 4 5', "'5' is one word too many"],
    ['alloc P1 --byte 4', "alloc has no option --byte (did you mean '--bytes'?)"],
    [
      'alloc P1 4 --jsn',
      "alloc has no option --jsn (did you mean '--json'?); it takes --bytes, --file, --json, --help",
    ],
    ['show -j', 'show has no option -j; it takes --eat, --memory'],
    ['show --JSON', "show has no option --JSON (did you mean '--json'?); it takes --eat"],
    ['menu --jsn', 'menu has no option --jsn; it takes --file, --help'],
    ['init --policy clock --ref-on-load 2', "--ref-on-load: found '2', expected 0, 1"],
    ['alloc P1 --bytes', '--bytes needs a value'],
    ['alloc P1 --bytes 1 --bytes 2', '--bytes was given more than once'],
    ['access P1 0 --write=maybe', "--write: found 'maybe', expected no value"],
    ['access P1 0 --write=', "--write: found '', expected no value"],
    ['run s.txt --keep-going=1', "--keep-going: found '1', expected no value"],
    ['segment', "'segment' is followed by one of: alloc, free"],
    ['segment alocate 4', "found 'alocate'"],
    ['init --fit fist', "--fit: found 'fist' (did you mean 'first'?), expected first, best, worst, next"],
    ['init --policy opt', "aging, random; opt needs the future, which only 'compare' and 'replay' know"],
    ['alloc P1 --__proto__ 4', 'alloc has no option'],
    ['constructor', "there is no command 'constructor'"],
    ['\u001b[31m', "there is no command '\\u{1b}[31m'"],
  ])('refuses %j', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
