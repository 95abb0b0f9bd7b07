/** The example trace, read the slow way: one regular expression a line, every page an access touches spelled out. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { SlowReference } from './slow-faults.ts';

export const EXAMPLE = fileURLToPath(new URL('../../examples/ls-200k.lackey.gz', import.meta.url));

export function slowReferences(pageSize: number): SlowReference[] {
  const references: SlowReference[] = [];
  for (const line of gunzipSync(readFileSync(EXAMPLE)).toString('latin1').split('\n')) {
    const match = /^(?:I| ([LSM])) +([0-9a-f]+),(\d+)$/.exec(line);
    if (!match) continue;
    const [, kind, digits = '', size] = match;
    const first = Number.parseInt(digits, 16);
    const last = first + Number(size) - 1;
    for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) {
      references.push({ page, write: kind === 'S' || kind === 'M' });
    }
  }
  return references;
}
