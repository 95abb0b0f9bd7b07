/** `map`: one page into one chosen free frame. */
import type { MemoryCommand } from '../command.ts';
import { parseName, parseNumber } from '../values.ts';

export const map: MemoryCommand = {
  kind: 'memory',
  words: ['map'],
  summary: 'Put one page of a process into one free frame of your choice',
  positionals: [
    { name: 'pid', of: 'processes', describe: 'The process; created where it is new' },
    { name: 'page', describe: 'The page number; created, or made resident where it was reserved' },
    { name: 'frame', describe: 'The frame; it must be free' },
  ],
  examples: [['map P1 0 17', 'page 0 of P1 is now in frame 17']],
  changes: true,
  prepare(args) {
    const pid = parseName(args.get('pid'), 'PID');
    const page = parseNumber(args.get('page'), 'PAGE');
    const frame = parseNumber(args.get('frame'), 'FRAME');
    return ({ paging }) => {
      const outcome = paging.map(pid, page, frame);
      if (!outcome.ok) return outcome;
      return {
        ok: true,
        fields: { pid, pages: outcome.pages, frame },
        text: `${pid}: page ${page} -> frame ${frame}`,
        happenings: outcome.happenings,
      };
    };
  },
};
