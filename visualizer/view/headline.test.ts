import { expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { summaryOf } from '../narration/summary.ts';
import { shown } from '../testing/shown.ts';
import { counterWords, machineWords } from './headline.ts';
import { Picture } from './picture.ts';

const example = exampleStatus();
const { paging } = example;
const told = {
  ...example,
  paging: {
    ...paging,
    replacement: { ...paging.replacement, policy: 'clock', refOnLoad: false },
    tlb: { ...paging.tlb, entries: 2, flush: true },
  },
} as const;

const textsOf = (words: readonly { readonly text: string }[]) => words.map(({ text }) => text);

it('names the conventions that are not the default beside the policy and the TLB', () => {
  expect(textsOf(machineWords(new Picture(told)))).toContain('a load does not set R');
  expect(textsOf(machineWords(new Picture(example)))).not.toContain('a load does not set R');
  expect(textsOf(counterWords(new Picture(told)))).toContain('TLB emptied when the process changes');
  expect(summaryOf(told).join('\n')).toContain('policy clock (a load does not set R).');
});

it('the dashboard shows them, in a narrow window in the inspector', async () => {
  const replacement = { ...paging.replacement, policy: 'random', seed: 7, randomState: 7 } as const;
  const random = { ...example, paging: { ...paging, replacement } };
  expect((await shown(180, 50, random)).text()).toMatch(/random +seed 7/);
  const narrow = await shown(80, 24, random);
  await narrow.press('5', 'e');
  expect(narrow.text()).toMatch(/policy +random \(seed 7\)/);
});
