/** What the numbered menu offers: the original's choices first, then the rest, each with the questions it asks. */
import { parseReferenceString } from '../analysis/reference-string.ts';
import { usage } from './trouble.ts';
import { parseChoice } from './values.ts';

export interface Question {
  readonly ask: string;
  /** What an empty answer means, such as `all`: it leaves the word out. Without it there must be an answer. */
  readonly enter?: string;
  /** Stands for the answer while it is not given yet, so that those before it can be checked. */
  readonly sample?: string;
  /** The option that the answer becomes, as words. Throws a usage `Trouble` where it makes no sense. */
  readonly as?: (answer: string) => readonly string[];
  /** Whether the answer may be several words. */
  readonly many?: boolean;
}

export interface Choice {
  readonly label: string;
  readonly command: string;
  readonly questions: readonly Question[];
}

const PROCESS: Question = { ask: 'Process name, such as P1', sample: 'P1' };
const SEGMENT: Question = { ask: 'Segment ID', sample: '0' };
const ADDRESS: Question = { ask: 'Virtual address, such as 0x1234', sample: '0' };
const PAGES: Question = { ask: 'Number of pages', sample: '1' };

export const CHOICES: readonly Choice[] = [
  { label: 'Allocate pages', command: 'alloc', questions: [PROCESS, PAGES] },
  {
    label: 'Free pages',
    command: 'free',
    questions: [PROCESS, { ask: 'Which pages, such as 0-2,5', enter: 'all' }],
  },
  {
    label: 'Allocate a segment',
    command: 'segment alloc',
    questions: [
      { ask: 'Limit in bytes', sample: '1' },
      { ask: 'Base address', enter: 'where it fits', as: (answer) => ['--base', answer] },
    ],
  },
  { label: 'Free a segment', command: 'segment free', questions: [SEGMENT] },
  { label: 'Show the tables', command: 'show', questions: [] },
  {
    label: 'Reserve pages (demand paging)',
    command: 'reserve',
    questions: [PROCESS, PAGES],
  },
  {
    label: 'Access an address',
    command: 'access',
    questions: [
      PROCESS,
      ADDRESS,
      {
        ask: 'Load or store? l/s',
        enter: 'load',
        as: (answer) => (isStore(answer) ? ['--write'] : []),
      },
    ],
  },
  {
    label: 'Translate an address',
    command: 'translate',
    questions: [PROCESS, ADDRESS],
  },
  {
    label: 'Map a page into a frame',
    command: 'map',
    questions: [PROCESS, { ask: 'Page number', sample: '0' }, { ask: 'Frame number', sample: '0' }],
  },
  {
    label: 'Reference a string of pages',
    command: 'refs',
    questions: [PROCESS, { ask: 'Pages, such as 7 0 1 2w', sample: '0', many: true }],
  },
  {
    label: 'Compare replacement policies',
    command: 'compare',
    questions: [{ ask: 'Pages, such as 7 0 1 2 0 3', sample: '0', as: asReferenceString }],
  },
  {
    label: 'Translate segment and offset',
    command: 'segment translate',
    questions: [SEGMENT, { ask: 'Offset', sample: '0' }],
  },
  {
    label: 'Resize a segment',
    command: 'segment resize',
    questions: [SEGMENT, { ask: 'New limit in bytes', sample: '1' }],
  },
  { label: 'Compact the segments', command: 'segment compact', questions: [] },
  { label: 'Count from zero again', command: 'reset counters', questions: [] },
  { label: 'The demonstration, on a fresh memory', command: 'demo', questions: [] },
  { label: 'What happened so far', command: 'show events', questions: [] },
  {
    label: 'Begin a fresh memory',
    command: 'init',
    questions: [
      { ask: 'Frames', enter: 'as configured', as: (answer) => ['--total-frames', answer] },
      {
        ask: 'Page size in bytes',
        enter: 'as configured',
        as: (answer) => ['--page-size', answer],
      },
      { ask: 'Replacement policy', enter: 'fifo', as: (answer) => ['--policy', answer] },
    ],
  },
];

function isStore(answer: string): boolean {
  const letter = /^[LS]$/.test(answer) ? answer.toLowerCase() : answer;
  return parseChoice(letter, 'load or store', ['l', 's']) === 's';
}

/** Page numbers only: at a prompt, nobody means the file or the standard input that --refs may name as well. */
function asReferenceString(answer: string): string[] {
  const parsed = parseReferenceString(answer);
  if (!parsed.ok) throw usage(parsed.message);
  return ['--refs', answer];
}
