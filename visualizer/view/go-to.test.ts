import { describe, expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { destinationOf } from './go-to.ts';

/** P1 (A) has pages 0-3 in frames 0-3; editor (B) page 1 in frame 5, page 2 in frame 4, 0 and 3-8 on disk. */
const { paging } = exampleStatus();

const OWNERS = ['P1', 'P1', 'P1', 'P1', 'editor', 'editor', null, null];

const at = (frame: number, pid: string | null = null, follow = false) => ({
  ...{ frame, owner: OWNERS[frame], pid, follow, address: null },
});

const atAddress = (frame: number, address: number, pid: string | null = null) => ({
  ...{ ...at(frame, pid), address: { pid, address } },
});

describe('where g leads', () => {
  it.each([
    ['5', at(5)],
    ['0x7', at(7)],
    [' 0 ', at(0)],
    ['@0x0', atAddress(0, 0)],
    ['@0x4fff', atAddress(4, 0x4fff)],
    ['@ 20480', atAddress(5, 20_480)],
    ['P1 3', at(3, 'P1')],
    ['editor 0x1', at(5, 'editor')],
    ['b 2', at(4, 'editor')],
    ['P1:0x2abc', atAddress(2, 0x2abc, 'P1')],
    ['editor:4097', atAddress(5, 4097, 'editor')],
    ['A: 0', atAddress(0, 0, 'P1')],
    ['editor', at(5, 'editor', true)],
    ['B', at(5, 'editor', true)],
  ])('"%s" is a frame', (text, destination) => {
    expect(destinationOf(text, paging)).toEqual(destination);
  });

  it.each([
    ['8', 'no frame 8: the last frame is 7'],
    ['@0x8000', 'no physical address 0x8000: the last is 0x7fff'],
    ['@', 'an address is missing after @'],
    ['@P1', 'not an address: P1'],
    ['P1 4', 'P1 has no page 4'],
    ['P1:0x4000', 'P1 has no page 4'],
    ['P1:', 'an address is missing after P1:'],
    ['P1 x', 'not a page number: x'],
    ['editor 8', 'page 8 of editor is on disk, in no frame'],
    ['editor:0', 'page 0 of editor is on disk, in no frame'],
    ['P3', 'no process P3: there are P1, editor'],
    ['P3 0', 'no process P3: there are P1, editor'],
    ['P1 2 3', 'not understood: P1 2 3'],
    ['P1:2:3', 'not understood: P1:2:3'],
    ['-1', 'no process -1: there are P1, editor'],
    ['1e3', 'no process 1e3: there are P1, editor'],
    [' ', 'nothing to go to'],
  ])('"%s" is nowhere, and it says why', (text, problem) => {
    const { problem: forms = [] } = destinationOf(text, paging) as { problem?: readonly string[] };
    expect(forms[0]).toBe(problem);
    // So much room is there after the end of what was typed, in 60 columns.
    expect(forms.at(-1)?.length).toBeLessThanOrEqual(36);
  });

  it('says what it was told in what may stand on a screen', () => {
    expect(destinationOf('\u001b[31m', paging)).toMatchObject({
      problem: ['no process \\u{1b}[31m: there are P1, editor', 'there are P1, editor', 'no such process'],
    });
  });
});
