/** The states of the file, of the tracker behind it and of the window, in their inks. */
import type { Status } from '../shared/status.ts';
import type { Observation } from './observation.ts';
import { describeLooks, type Scene } from './testing/looks.ts';
import { MEMORY, memory } from './testing/scenes.ts';

/** What is seen of the file after the memory, or with nothing before. */
const sees =
  (observation: Observation, ...before: readonly Status[]): Scene['arrange'] =>
  async (screen) => {
    await screen.show(...before);
    await screen.observe(observation);
  };

const BAD = { kind: 'bad', problem: { line: 12, found: '"x"', expected: 'a number' } } as const;
const UNREADABLE = { kind: 'unreadable', reason: 'permission denied' } as const;
const FAILED = {
  command: 'memory-tracker rnu',
  lastLines: ['unknown command: rnu'],
  end: { code: 64, how: 'exited with 64', endedByUs: false },
  stop: async () => {},
};

describeLooks({
  stale: {
    arrange: async (screen) => {
      await screen.show(MEMORY);
      screen.wait(11_000);
      await screen.drawn();
    },
    looks: {
      header: [
        ['○ STALE', 'warning'],
        ['11 s ago', 'dim'],
      ],
    },
  },
  'the tracker is gone': {
    options: { alive: false },
    arrange: memory(),
    looks: { header: [['○ TRACKER GONE (4242)', 'warning']] },
  },
  'the file is bad': {
    arrange: sees(BAD, MEMORY),
    looks: {
      header: [
        ['× BAD FILE line 12', 'alarm'],
        ['showing rev 17', 'strong'],
      ],
      window: [['memory_status.txt:12: found "x", expected a number', 'alarm']],
      keys: [[' ? ', 'key']],
    },
  },
  'the file cannot be read': {
    arrange: sees(UNREADABLE, MEMORY),
    looks: {
      header: [['× UNREADABLE', 'alarm']],
      window: [['memory_status.txt: permission denied', 'alarm']],
    },
  },
  'the file is gone': {
    arrange: sees({ kind: 'missing' }, MEMORY),
    looks: { header: [['○ WAITING: the file is gone', 'warning']] },
  },
  'the command alongside has failed': {
    options: { companion: FAILED },
    arrange: memory(),
    looks: { window: [[/memory-tracker rnu exited with 64: .*(?=\n)/, 'alarm']] },
  },
  'waiting for the file': {
    arrange: sees({ kind: 'missing' }),
    looks: {
      window: [
        [' MEMORY ', 'badge'],
        ['○ WAITING', 'warning'],
        ['Waiting for memory_status.txt', 'accent'],
        ['It is not there yet.', 'text'],
        ['npm run', 'strong'],
        ['The picture appears', 'dim'],
      ],
      keys: [
        [' ? ', 'key'],
        [' help ', 'text'],
      ],
    },
  },
  'a bad file, and nothing before it': {
    arrange: sees(BAD),
    looks: {
      window: [
        ['× BAD FILE line 12', 'alarm'],
        ['There is nothing to show yet', 'accent'],
        ['memory_status.txt:12: found', 'warning'],
        ['The picture appears', 'dim'],
      ],
    },
  },
  'a file that cannot be read, and nothing before it': {
    arrange: sees(UNREADABLE),
    looks: {
      window: [
        ['× UNREADABLE', 'alarm'],
        ['There is nothing to show yet', 'accent'],
        ['memory_status.txt: permission denied', 'warning'],
      ],
    },
  },
  'a window that is too small': {
    arrange: async (screen) => {
      await screen.show(MEMORY);
      screen.resize(59, 20);
      await screen.drawn();
    },
    looks: { window: [['needs 60x20, has 59x20', 'warning']] },
  },
});
