/** `access`: one reference. TLB, hit, fault, victim, and why. */
import { policyInWords } from '../../../shared/conventions.ts';
import type { Explanation } from '../../memory/paging/explanation.ts';
import type { MemoryCommand } from '../command.ts';
import { table } from '../phrases.ts';
import { usage } from '../trouble.ts';
import { parseName, parseNumber } from '../values.ts';

/** Candidates that --explain tells of at most: of more, nobody reads the rest. */
const MOST_CANDIDATES = 65_536;

export const access: MemoryCommand = {
  kind: 'memory',
  words: ['access'],
  summary: 'Reference one address: TLB, hit or page fault, the victim and why it was chosen',
  positionals: [
    { name: 'pid', of: 'processes', describe: 'The process' },
    { name: 'address', describe: 'The virtual address, decimal or 0x hex', optional: true },
  ],
  options: {
    page: { describe: 'Instead of ADDRESS: the first byte of page N', value: 'N' },
    write: { describe: 'A store: the page becomes dirty' },
    explain: { describe: 'All candidates for eviction, with the number that decided' },
  },
  examples: [
    ['access P1 0x1234', 'a load from address 0x1234 of P1'],
    ['access P1 --page 3 --write', 'a store into page 3'],
    ['access P1 --page 3 --explain', 'and, if a page has to go, every candidate'],
  ],
  changes: true,
  prepare(args) {
    const pid = parseName(args.get('pid'), 'PID');
    const addressWord = args.find('address');
    const pageNumber = args.optional('page', parseNumber);
    if ((addressWord === undefined) === (pageNumber === undefined)) {
      throw usage('say where: either ADDRESS (access P1 0x1234) or --page N (access P1 --page 3)');
    }
    const address = addressWord === undefined ? 0 : parseNumber(addressWord, 'ADDRESS');
    const write = args.flag('write');
    const explain = args.flag('explain');
    return ({ paging }) => {
      const { page, offset } =
        pageNumber === undefined ? paging.split(address) : { page: pageNumber, offset: 0 };
      const outcome = explain
        ? paging.access(pid, page, offset, write, MOST_CANDIDATES)
        : paging.access(pid, page, offset, write);
      if (!outcome.ok) return outcome;
      const { ok, happenings, ...fields } = outcome;
      const lines = [fields.why, `physical address ${fields.physical} (0x${fields.physical.toString(16)})`];
      if (explain && fields.explanation) {
        const named = policyInWords(paging.snapshot().replacement);
        lines.push(`Candidates under ${named}, the victim first:`, candidateTable(fields.explanation));
      }
      return { ok, fields, text: lines.join('\n'), sentence: fields.why, happenings };
    };
  },
};

function candidateTable({ candidates }: Explanation): string {
  const rows = candidates.map(({ pid, page, frame, number }) => [
    pid,
    `page ${page}`,
    `frame ${frame}`,
    number,
  ]);
  return table(rows);
}
