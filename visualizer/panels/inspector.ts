/** One frame in full, and below it, where there is room, the machinery that chooses among them. */
import { freeListInWords } from '../view/free-list.ts';
import { counterWords } from '../view/headline.ts';
import { inspect } from '../view/inspection.ts';
import { plain, wrap } from '../view/wording.ts';
import type { Machine } from '../view-model.ts';
import type { Panel } from './panel.ts';

/** Columns for the names. */
const NAME_WIDTH = 10;

export const inspector: Panel = {
  title: 'Inspector',

  draw(surface, machine, theme) {
    let y = 0;
    const line = (name: string, value: string): void => {
      for (const [index, text] of wrap(value, Math.max(8, surface.width - NAME_WIDTH - 2)).entries()) {
        if (index === 0) surface.put(1, y, name, theme.dim);
        surface.put(1 + NAME_WIDTH, y, text, theme.text);
        y++;
      }
    };
    for (const { name, value } of inspect(machine.picture, machine.inspected)) line(name, value);
    if (y + 2 > surface.height) return;
    y++;
    for (const { name, value } of machinery(machine)) line(name, value);
  },
};

function machinery({ picture }: Machine): { name: string; value: string }[] {
  const { replacement, tlb, freeList } = picture.status.paging;
  const facts = [
    { name: 'policy', value: replacement.policy },
    { name: 'free list', value: freeListInWords(freeList) },
    {
      name: 'counters',
      value: counterWords(picture)
        .map(({ text }) => text)
        .join(' · '),
    },
  ];
  if (tlb.content.length > 0) {
    const entries = tlb.content.map(({ pid, page, frame }) => `${plain(pid)} ${page}→${frame}`);
    facts.push({ name: 'TLB', value: `${entries.join(', ')} (the first goes next)` });
  }
  return facts;
}
