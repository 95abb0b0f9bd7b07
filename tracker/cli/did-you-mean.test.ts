import { expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

it.each([
  ['tob', 'tlb'],
  ['comapct', 'compact'],
  ['optimal', 'opt'],
])('%j was meant to be %j', (word, name) => {
  expect(didYouMean(word, ['at', 'tlb', 'compact', 'opt'], '--')).toBe(` (did you mean '--${name}'?)`);
});

it.each([['ab'], ['a'], ['it'], ['tax'], ['comxxxt']])('what %j was meant to be nobody can tell', (word) => {
  expect(didYouMean(word, ['at', 'tlb', 'compact', 'opt'])).toBe('');
});
