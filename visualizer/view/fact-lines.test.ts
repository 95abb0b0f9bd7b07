import { expect, it } from 'vitest';
import { sharing } from './fact-lines.ts';

const fact = (name: string, ...values: readonly string[]) => ({ name, values });
const FACTS = [
  fact('one', 'a long value', 'a'),
  fact('two', 'b'),
  fact('three', 'c'),
  fact('four', 'd long value', 'd'),
];

const inLines = (facts: typeof FACTS, width: number, height: number): string[] =>
  sharing(facts, width, height)
    .flat()
    .map(({ name, text, beside }) => `${name} ${text}${beside ? ` + ${beside.name} ${beside.text}` : ''}`);

const shared = (width: number, height: number): string[] => inLines(FACTS, width, height);

it('a line each, where there is room', () => {
  expect(shared(12, 4)).toEqual(['one a long value', 'two b', 'three c', 'four d long value']);
});

it('those share a line that lose nothing by it', () => {
  expect(shared(12, 3)).toEqual(['one a long value', 'two b + three c', 'four d long value']);
});

it('others lose something where only so all of them have room', () => {
  expect(shared(12, 2)).toEqual(['one a + two b', 'three c + four d']);
});

it('where there is not even room for those, it is the last that have none', () => {
  expect(shared(12, 1)).toEqual(['one a + two b', 'three c', 'four d long value']);
  expect(shared(4, 1)).toEqual(['one a', 'two b', 'three c', 'four d']);
});

it('one has none rather than two, whatever the others lose', () => {
  const more = [...FACTS, fact('five', 'e')];
  expect(inLines(more, 12, 2)).toEqual(['one a + two b', 'three c + four d', 'five e']);
});
