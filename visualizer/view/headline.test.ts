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

it('the second line of the header never has less in a wider window, the command apart', async () => {
  const counters = { ...paging.counters, references: 10, hits: 2, faults: 8, coldFaults: 8, evictions: 2 };
  const lookups = { tlbHits: 1, tlbMisses: 9 };
  const tlb = { ...paging.tlb, entries: 4 };
  const status = exampleStatus({ paging: { ...paging, counters: { ...counters, ...lookups }, tlb } });
  const commands = ['access editor 0x100', 'refs P1 "0 1 2w 3 4 5 6 7 8 9 10 11 12 13 14 15 16"'];
  for (const command of commands) {
    let before: string[] = [];
    for (let columns = 90; columns <= 180; columns += columns < 120 ? 1 : 10) {
      const line = (await shown(columns, 36, { ...status, command })).line(1).trim();
      const facts = line.split(' · ').slice(1);
      expect(facts).toEqual(expect.arrayContaining(before));
      before = facts;
    }
    expect(before).toContain('2 evictions, 0 write-backs');
    expect(before).toContain('TLB 0/4 lru, 10.0% hits');
  }
});
