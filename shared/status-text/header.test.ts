/** The keys at the top of a status file: which there must be, which may be, and what they may say. */
import { expect, test } from 'vitest';
import { PAGE_SIZE, TOTAL_FRAMES } from '../config.ts';
import type { PagingStatus, ReplacementStatus, Status } from '../status.ts';
import { exampleStatus } from '../testing/example-status.ts';
import { accepted, editableText, edited, expectRefused } from '../testing/refusals.ts';
import { formatStatus } from './format.ts';

function withPaging(paging: Partial<PagingStatus>): Status {
  const example = exampleStatus();
  return { ...example, paging: { ...example.paging, ...paging } };
}

function withPolicy(replacement: Partial<ReplacementStatus>): Status {
  return withPaging({ replacement: { ...exampleStatus().paging.replacement, ...replacement } });
}

const withTlb = withPaging({
  tlb: { entries: 4, policy: 'lru', flush: true, process: 'P1', content: [{ pid: 'P1', page: 3, frame: 3 }] },
  counters: { ...exampleStatus().paging.counters, tlbHits: 2, tlbMisses: 3 },
});

test('a newer format is refused before anything else in it', () => {
  expectRefused(edited('Format: 1\n', 'Format: 2\nColour: blue\n'), '"Format: 2"', 'a newer version');
});

test('the format must be there, and be one', () => {
  expectRefused(edited('Format: 1\n', ''), '"Revision: 17"', '"Format: 1"');
  expectRefused(edited('Format: 1\n', 'Format: 0\n'), '"Format: 0"', '"Format: 1"');
  expectRefused(edited('Format: 1\n', 'Format: 1.0\n'), '"Format: 1.0"', '"Format: 1"');
});

test('a key that is not known is refused', () => {
  expectRefused(edited('Hits: 2', 'Hist: 2'), '"Hist: 2"', 'a key of Format 1');
  expectRefused(edited('Hits: 2', '__proto__: 2'), '"__proto__: 2"', 'a key of Format 1');
});

test('a line that is no key line is refused', () => {
  expectRefused(edited('Hits: 2', 'Hits 2'), '"Hits 2"', '"Key: value"');
  expectRefused(edited('Hits: 2', 'Hits:2'), '"Hits:2"', '"Key: value"');
});

test('a key that is there twice is refused the second time', () => {
  expectRefused(edited('Hits: 2\n', 'Hits: 2\nHits: 2\n'), '"Hits: 2"', '"Hits" only once');
});

test.each(['Revision: 17\n', 'Session: 5f3a9c1e\n', 'TOTAL_FRAMES: 8\n', 'PAGE_SIZE: 4096\nUsed'])(
  'without %j a file is refused after its last key',
  (line) => {
    const text = edited(`\n${line}`, line.endsWith('Used') ? '\nUsed' : '\n');
    expectRefused(
      text,
      '"=== Free Frame List ==="',
      `"${line.slice(0, line.indexOf(':'))}: …" before this line`,
    );
  },
);

test('the keys may stand in any order, with empty lines between them', () => {
  const text = edited('Hits: 2\nFaults: 3\n', '\nFaults: 3\n\nHits: 2\n');
  expect(accepted(text)).toEqual(exampleStatus());
});

test.each([
  ['Session: 5f3a9c1e', 'Session: 5F3A9C1E', 'eight hex digits'],
  ['Session: 5f3a9c1e', 'Session: 5f3a', 'eight hex digits'],
  ['Written: 2026-11-23T00:21:07.123Z', 'Written: 2026-11-23', 'a time such as'],
  ['Written: 2026-11-23T00:21:07.123Z', 'Written: 2026-13-23T00:21:07.123Z', 'a time such as'],
  ['Tracker: 4242', 'Tracker: 4294967296', '0 to 4294967295'],
  ['Door: command', 'Door: window', 'command, menu, pipe, script, replay'],
  ['\nTOTAL_FRAMES: 8', '\nTOTAL_FRAMES: 0', '1 to 4194304'],
  ['\nTOTAL_FRAMES: 8', '\nTOTAL_FRAMES: 4194305', '1 to 4194304'],
  ['\nPAGE_SIZE: 4096', '\nPAGE_SIZE: 4095', 'a power of two'],
  ['\nPAGE_SIZE: 4096', '\nPAGE_SIZE: 0', '1 to'],
  ['\nPAGE_SIZE: 4096', '\nPAGE_SIZE: 2147483648', '1 to 1073741824'],
  ['Config PAGE_SIZE: 4096', 'Config PAGE_SIZE: 3', 'a power of two'],
  ['Policy: lru', 'Policy: LRU', 'fifo, lru, mru, clock'],
  ['Next Victim: none', 'Next Victim: 8', '0 to 7'],
  ['Next Victim: none', 'Next Victim: 3', 'while a frame is free'],
  ['Used Frames: 6', 'Used Frames: 5', '"Used Frames: 6", which is what the rest of the file comes to'],
  ['Free Frames: 2', 'Free Frames: 3', '"Free Frames: 2"'],
  ['References: 5', 'References: 6', '"References: 5": Hits and Faults together'],
  ['\nCold Faults: 3', '\nCold Faults: 4', '0 to 3'],
  ['Evictions: 1', 'Evictions: 4', '0 to 3'],
  ['Write-Backs: 0', 'Write-Backs: 2', '0 to 1'],
  ['Time: 12', 'Time: 4', '5 to'],
  ['MAX_SEGMENTS: 5', 'MAX_SEGMENTS: 1000001', '1 to 1000000'],
  ['MAX_SEGMENTS: 5', 'MAX_SEGMENTS: 0', '1 to 1000000'],
  ['Segment Base: 1000', 'Segment Base: 4503599627370497', '0 to 4503599627370496'],
  ['Segment Space: 65536', 'Segment Space: 4503599627370497', '1 to 4503599627370496'],
  ['Header Bytes: 0', 'Header Bytes: 1048577', '0 to 1048576'],
  ['Fit: first', 'Fit: tight', 'first, best, worst, next'],
  ['Hole Order: address', 'Hole Order: size', 'address, size-ascending'],
  ['Coalesce: yes', 'Coalesce: true', 'yes, no'],
  ['Alignment: 1', 'Alignment: 0', '1 to 1048576'],
  ['Alignment: 1', 'Alignment: 1048577', '1 to 1048576'],
  ['Rover: 1300', 'Rover: 1301', 'the base of a hole'],
  ['Rover: 1300', 'Rover: none', 'the base of a hole'],
  [
    'External Fragmentation: 1 -',
    'External Fragmentation: 2 -',
    '1 - largest / free = 1 - 64536 / 64936 = 0.0062',
  ],
  ['= 96 + 0 = 96', '= 96 + 1 = 97', '(block - limit) of segments = 96 + 0 = 96'],
])('%j may not become %j', (from, to, expected) => {
  const text = edited(from, to);
  const changed =
    text.split('\n').find((line) => line.includes(to.trim()) && !line.startsWith('Config TOTAL')) ?? '';
  const found = changed.length <= 78 ? `"${changed}"` : `"${changed.slice(0, 77)}…"`;
  expectRefused(text, found, expected);
});

test.each([
  'Clock Hand: 0',
  'Period: 1',
  'Since Period: 0',
  'Use Counts: keep',
  'Random Seed: 1',
  'Random State: 1',
  'Reference On Load: no',
  'TLB Hits: 0',
  'TLB Process: P1',
])('under lru and without a TLB, "%s" means nothing and is refused', (line) => {
  expectRefused(
    edited('Policy: lru\n', `Policy: lru\n${line}\n`),
    `"${line}"`,
    'it means nothing under the other settings',
  );
});

test('the hand of a clock is a frame', () => {
  const text = edited('Clock Hand: 3', 'Clock Hand: 8', withPolicy({ policy: 'clock', hand: 3 }));
  expectRefused(text, '"Clock Hand: 8"', '0 to 7');
});

test('a period is at most a billion references', () => {
  const text = edited('Period: 10\n', 'Period: 1000000001\n', withPolicy({ policy: 'nru', period: 10 }));
  expectRefused(text, '"Period: 1000000001"', '1 to 1000000000');
});

test('references since the last period are at most a period', () => {
  const text = edited(
    'Since Period: 9',
    'Since Period: 11',
    withPolicy({ policy: 'nru', period: 10, sincePeriod: 9 }),
  );
  expectRefused(text, '"Since Period: 11"', '0 to 10');
});

test('a status with a clock hand under a policy that has none is a bug of who made it', () => {
  expect(() => formatStatus(withPolicy({ policy: 'fifo', hand: 3 }))).toThrow('fifo has no Clock Hand');
});

test('a policy writes only what differs from its defaults', () => {
  expect(editableText(withPolicy({ policy: 'nru', period: 1000 }))).not.toContain('Period');
  expect(editableText(withPolicy({ policy: 'aging', period: 1000 }))).toContain('\nPeriod: 1000\n');
});

test('every reference is a hit or a miss of the TLB', () => {
  expectRefused(edited('TLB Misses: 3', 'TLB Misses: 4', withTlb), '"TLB Misses: 4"', '"TLB Misses: 3"');
});

test('a TLB hit is a hit', () => {
  expectRefused(edited('TLB Hits: 2', 'TLB Hits: 3', withTlb), '"TLB Hits: 3"', '0 to 2');
});

test('the process of the TLB has a proper name', () => {
  expectRefused(
    edited('TLB Process: P1', 'TLB Process: -', withTlb),
    '"TLB Process: -"',
    'the name of a process',
  );
});

test('the settings of a TLB may wait for one', () => {
  const status = withPaging({ tlb: { entries: 0, policy: 'fifo', flush: true, process: null, content: [] } });
  expect(accepted(editableText(status))).toEqual(status);
});

test('an empty command leaves its line out', () => {
  const status = exampleStatus({ command: '' });
  expect(editableText(status)).not.toContain('Command');
  expect(accepted(editableText(status))).toEqual(status);
});

test('a command with line breaks or escapes is written harmlessly', () => {
  const status = exampleStatus({ command: 'a\nRevision: 9\u001b' });
  expect(accepted(editableText(status)).command).toBe('a\\u{a}Revision: 9\\u{1b}');
});

test('a file that does not say what the config was is taken to be of the config of today', () => {
  const text = editableText().replace(/^Config .*\n/gm, '');
  expect(accepted(text)).toMatchObject({ configFrames: TOTAL_FRAMES, configPageSize: PAGE_SIZE });
});
