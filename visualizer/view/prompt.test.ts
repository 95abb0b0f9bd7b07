import { describe, expect, it } from 'vitest';
import type { Destination } from './go-to.ts';
import { typed } from './prompt.ts';
import { FIRST_UI, type Ui } from './ui.ts';

const prompting: Ui = { ...FIRST_UI, focus: 'events', prompt: { text: '', problem: null } };
const nowhere: Destination = { problem: ['no frame 12'] };

const write = (ui: Ui, text: string): Ui =>
  Array.from(text).reduce((now, character) => typed(now, character, character, () => nowhere), ui);

describe('typing after g', () => {
  it('makes a text, of which backspace takes the last and C-u all', () => {
    const written = write(prompting, 'P1:0x');
    expect(written.prompt?.text).toBe('P1:0x');
    expect(typed(written, 'backspace', '\u007f', () => nowhere).prompt?.text).toBe('P1:0');
    expect(typed(written, 'C-u', '\u0015', () => nowhere).prompt?.text).toBe('');
  });

  it('takes nothing that is not text, and only so much of it', () => {
    for (const [key, character] of [
      ['up', ''],
      ['tab', '\t'],
      ['x', '記'],
    ] as const)
      expect(typed(prompting, key, character, () => nowhere)).toBe(prompting);
    expect(write(prompting, 'x'.repeat(100)).prompt?.text).toHaveLength(60);
  });

  it('is left with Esc, and with Enter where nothing was written', () => {
    expect(typed(write(prompting, '12'), 'escape', '\u001b', () => nowhere)).toEqual({
      ...prompting,
      prompt: null,
    });
    expect(typed(prompting, 'enter', '\r', () => nowhere).prompt).toBeNull();
  });

  it('says with Enter why the text leads nowhere, until something else is written', () => {
    const wrong = typed(write(prompting, '12'), 'enter', '\r', () => nowhere);
    expect(wrong.prompt).toEqual({ text: '12', problem: ['no frame 12'] });
    expect(wrong.cursor).toBeNull();
    expect(write(wrong, '3').prompt).toEqual({ text: '123', problem: null });
  });

  it('leads with Enter to a frame', () => {
    const to = (destination: Destination, process: string | null): Ui =>
      typed(write({ ...prompting, process }, '7'), 'enter', '\r', () => destination);
    const frame = { frame: 7, owner: 'P2', pid: null, follow: false, address: null };
    expect(to(frame, 'P1')).toMatchObject({ prompt: null, cursor: 7, focus: 'frames', process: 'P1' });
    // A process that is named is not hidden behind another that is followed.
    expect(to({ ...frame, pid: 'P2' }, 'P1').process).toBeNull();
    expect(to({ ...frame, pid: 'P1' }, 'P1').process).toBe('P1');
    expect(to({ ...frame, pid: 'P2', follow: true }, 'P1').process).toBe('P2');
  });

  it.each<[to: string, from: Partial<Ui>, destination: Partial<Destination>]>([
    ['inspector', { focus: 'inspector' }, { owner: null }],
    ['pages', { focus: 'pages' }, { owner: 'P2' }],
    ['pages', { focus: 'pages', process: 'P1' }, { owner: 'P2', pid: 'P2' }],
    // Its page table has no row for a free frame, nor that of the followed process for another's.
    ['frames', { focus: 'pages' }, { owner: null }],
    ['frames', { focus: 'pages', process: 'P1' }, { owner: 'P2' }],
    ['frames', { focus: 'trend' }, { owner: 'P2' }],
  ])('leads to the %s from %j with %j', (focus, from, destination) => {
    const frame = { frame: 7, owner: 'P2', pid: null, follow: false, address: null, ...destination };
    const ui = { ...prompting, ...from, zoomed: true, scroll: 3, prompt: { text: '7', problem: null } };
    expect(typed(ui, 'enter', '\r', () => frame)).toMatchObject({ focus, zoomed: true, scroll: null });
  });
});
