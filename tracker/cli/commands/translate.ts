/** `translate`: the arithmetic of one address, without touching anything. */
import type { MemoryCommand } from '../command.ts';
import { count } from '../phrases.ts';
import { usage } from '../trouble.ts';
import { parseName, parseNumber, splitList } from '../values.ts';

export const translate: MemoryCommand = {
  kind: 'memory',
  words: ['translate'],
  summary: 'Translate a virtual address, showing the arithmetic; no bit, counter or TLB entry changes',
  positionals: [
    { name: 'pid', of: 'processes', describe: 'The process' },
    { name: 'address', describe: 'The virtual address, decimal or 0x hex' },
  ],
  options: {
    levels: {
      describe: 'Show the page number as indices of a multi-level page table, such as 5,5 bits',
      value: 'BITS',
    },
  },
  examples: [
    ['translate P1 0x1234', 'page 1, offset 0x234, and where that is in physical memory'],
    ['translate P1 0x1234 --levels 10,10', 'directory index, table index and offset as well'],
  ],
  changes: false,
  prepare(args) {
    const pid = parseName(args.get('pid'), 'PID');
    const address = parseNumber(args.get('address'), 'ADDRESS');
    const levels = args.optional('levels', parseLevels);
    return ({ paging }) => {
      const { pageSize } = paging;
      const { page, offset } = paging.split(address);
      const pageInWords = `${address} div ${pageSize} = ${page}`;
      const offsetInWords = `${address} mod ${pageSize} = ${offset}`;
      const view = levels === undefined ? null : paging.translateLevels(pid, address, levels);
      if (view && !view.ok) return view;
      const walk = view ? view.levels.map(({ bits, index, valid }) => ({ bits, index, valid })) : [];
      const fields = { pid, address, page, offset, ...(view ? { levels: walk } : {}) };
      const outcome = paging.translate(pid, address);
      if (!outcome.ok) {
        if (outcome.refusal.code === 'no-such-process') return outcome;
        const rows = walk.map((level, i) => `   ${levelInWords(level, i, walk)}`);
        const text = [`page = ${pageInWords}, offset = ${offsetInWords}`, ...rows].join('\n');
        return { ...outcome, context: { fields, text } };
      }
      const { frame, physical } = outcome;
      const arithmetic = `${frame} × ${pageSize} + ${offset} = ${physical} (0x${physical.toString(16)})`;
      const lines = [
        `page     = ${pageInWords}`,
        `offset   = ${offsetInWords}`,
        ...walk.map(levelInWords),
        `frame    = page table of ${pid} at ${page} = ${frame}`,
        `physical = ${arithmetic}`,
      ];
      return {
        ok: true,
        fields: { ...fields, frame, physical },
        text: lines.join('\n'),
        sentence: `page ${page} of ${pid} is in frame ${frame}; physical = ${arithmetic}`,
        happenings: [],
      };
    };
  },
};

/** `directory index (5 bits) = 3, valid`; the last level is the table that names the frame. */
function levelInWords(
  { bits, index, valid }: { bits: number; index: number; valid: boolean },
  level: number,
  all: readonly unknown[],
): string {
  const table = level === all.length - 1 ? 'table' : 'directory';
  const which = all.length > 2 && table === 'directory' ? `${table} ${level + 1}` : table;
  return `${which} index (${count(bits, 'bit')} of the page number) = ${index}, ${valid ? 'valid' : 'invalid'}`;
}

function parseLevels(word: string, what: string): number[] {
  const bits = splitList(word).map((part) => parseNumber(part, what, { min: 1, max: 52 }));
  if (bits.reduce((sum, each) => sum + each, 0) > 52)
    throw usage(`${what}: found ${word}, expected 52 bits at most`);
  return bits;
}
