/**
 * What a long trace of many pages costs in memory: 300 MB and 32 bytes a distinct page, for OPT 8 bytes a reference as
 * well. The pages are random, so that nothing is small by luck; there are more references than are held in memory.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAIN } from './attack.ts';

const USAGE = fileURLToPath(new URL('usage.mjs', import.meta.url));
const REFERENCES = 9_000_000;
const PAGES = 1_000_000;
const PAGE_SIZE = 4096;
const LINES_A_WRITE = 100_000;

const directory = mkdtempSync(join(tmpdir(), 'trace-memory-'));
const trace = join(directory, 'random.lackey');

afterAll(() => rmSync(directory, { recursive: true }));

beforeAll(() => {
  const file = openSync(trace, 'w');
  let state = 1;
  for (let written = 0; written < REFERENCES; written += LINES_A_WRITE) {
    let lines = '';
    for (let line = 0; line < LINES_A_WRITE; line++) {
      // xorshift32 (Marsaglia 2003).
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const address = 2 ** 28 + ((state >>> 0) % PAGES) * PAGE_SIZE;
      lines += ` L ${address.toString(16).padStart(8, '0')},8\n`;
    }
    writeSync(file, lines);
  }
  closeSync(file);
});

it.each([
  [['trace', 'TRACE'], 0],
  [['compare', 'TRACE', '--policies', 'lru', '--frames', '1000,500000'], 0],
  [['compare', 'TRACE', '--policies', 'fifo,clock', '--frames', '1000,500000'], 0],
  [['compare', 'TRACE', '--policies', 'lfu', '--frames', '1000,100000'], 0],
  [['compare', 'TRACE', '--policies', 'opt', '--frames', '1000'], 8],
  [['compare', '-', '--policies', 'fifo', '--frames', '1000'], 0],
  [['replay', 'TRACE', '--policy', 'lru', '--total-frames', '100000'], 0],
])('%j stays within its memory', async (words, bytesAReference) => {
  const args = words.map((word) => (word === 'TRACE' ? trace : word));
  const log = join(directory, 'usage.json');
  const stdin = openSync(trace, 'r');
  const child = spawn(
    process.execPath,
    ['--import', USAGE, MAIN, '--file', join(directory, 'status.txt'), ...args],
    { stdio: [stdin, 'ignore', 'inherit'], env: { ...process.env, USAGE_LOG: log } },
  );
  expect(await once(child, 'exit')).toEqual([0, null]);
  closeSync(stdin);
  const { megabytes } = JSON.parse(readFileSync(log, 'utf8'));
  const bound = (300e6 + 32 * PAGES + bytesAReference * REFERENCES) / 2 ** 20;
  process.stdout.write(`${words.join(' ')}: ${megabytes.toFixed(0)} of ${bound.toFixed(0)} MB\n`);
  expect(megabytes).toBeLessThan(bound);
});
