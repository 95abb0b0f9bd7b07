/**
 * The `Key: value` lines at the top of a status file. The list is the format: a key that is not in it is refused,
 * and so is one that no part of the program asks for (the clock hand of a policy that has none).
 */
import type { Cursor } from './cursor.ts';

/** In the order in which they are written; read in any order. */
export const KEYS = [
  'Revision',
  'Session',
  'Written',
  'Tracker',
  'Door',
  'Command',
  'TOTAL_FRAMES',
  'PAGE_SIZE',
  'Used Frames',
  'Free Frames',
  'Config TOTAL_FRAMES',
  'Config PAGE_SIZE',
  'Policy',
  'Reference On Load',
  'Period',
  'Use Counts',
  'Clock Hand',
  'Since Period',
  'Random Seed',
  'Random State',
  'Next Victim',
  'TLB Entries',
  'TLB Policy',
  'TLB Flush',
  'TLB Process',
  'TLB Hits',
  'TLB Misses',
  'Time',
  'References',
  'Hits',
  'Faults',
  'Cold Faults',
  'Evictions',
  'Write-Backs',
  'MAX_SEGMENTS',
  'Segment Base',
  'Segment Space',
  'Fit',
  'Hole Order',
  'Coalesce',
  'Header Bytes',
  'Alignment',
  'Rover',
  'External Fragmentation',
  'Internal Fragmentation',
] as const;
export type Key = (typeof KEYS)[number];

export function keyLine(key: Key, value: string | number): string {
  return `${key}: ${value}`;
}

/** A number that may be missing: no victim, no rover. */
export function numberOrNone(value: number | null): string {
  return value === null ? 'none' : String(value);
}

const KNOWN: ReadonlyMap<string, Key> = new Map(KEYS.map((key) => [key, key]));

const DECIMAL = /^(?:0|[1-9][0-9]*)$/;

interface Value {
  readonly text: string;
  readonly line: number;
}

/** The key lines that were read. What is asked for is checked; `refuseOthers` refuses what nobody asked for. */
export class KeyLines {
  readonly #cursor: Cursor;
  readonly #values = new Map<Key, Value>();
  readonly #asked = new Set<Key>();
  /** The line after the last key: where a missing one is missed. */
  readonly #endLine: number;

  /** Reads up to the first heading. */
  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    for (;;) {
      cursor.skipBlankLines();
      if (cursor.atEnd || cursor.sees('===') || cursor.sees('Checksum: ')) break;
      this.#readLine();
    }
    this.#endLine = cursor.line;
  }

  #readLine(): void {
    const cursor: Cursor = this.#cursor;
    const { line } = cursor;
    const [, name, text] = /^([^:]+):(?: (.*))?$/.exec(cursor.restOfLine()) ?? [];
    const key = KNOWN.get(name ?? '');
    if (key === undefined) cursor.refuse(line, '"Key: value" with a key of Format 1');
    if (this.#values.has(key)) cursor.refuse(line, `"${key}" only once`);
    this.#values.set(key, { text: text ?? '', line });
  }

  has(key: Key): boolean {
    return this.#values.has(key);
  }

  /** Refuses the file because of the line that says `key`. */
  refuse(key: Key, expected: string): never {
    return this.#cursor.inconsistent(this.#values.get(key)?.line ?? this.#endLine, expected);
  }

  /** The text of `key`, or `missing`; without that the key is required. */
  text(key: Key, missing?: string): string {
    this.#asked.add(key);
    const value = this.#values.get(key);
    if (value !== undefined) return value.text;
    if (missing !== undefined) return missing;
    return this.#cursor.inconsistent(this.#endLine, `"${key}: …" before this line`);
  }

  /** A whole number, `min` … `max`; `missing` where the file has no such line. */
  integer(key: Key, { min = 0, max = Number.MAX_SAFE_INTEGER, missing }: IntegerOptions = {}): number {
    if (missing !== undefined && !this.has(key)) return missing;
    const text = this.text(key);
    const value = Number(text);
    if (!DECIMAL.test(text) || value < min || value > max) {
      this.refuse(key, `"${key}: " and a whole number, ${min} to ${max}`);
    }
    return value;
  }

  /** `none`, a missing line (both null), or a whole number. */
  integerOrNone(key: Key, max: number): number | null {
    return this.text(key, 'none') === 'none' ? null : this.integer(key, { max });
  }

  /** One of `choices`. */
  choice<T extends string>(key: Key, choices: readonly T[], missing: T): T {
    const text = this.text(key, missing);
    const found = choices.find((choice) => choice === text);
    return found ?? this.refuse(key, `"${key}: " and one of ${choices.join(', ')}`);
  }

  yes(key: Key, missing: boolean): boolean {
    return this.choice(key, ['yes', 'no'], missing ? 'yes' : 'no') === 'yes';
  }

  /** A line that only repeats what follows from the rest: absent, or exactly `derived`. */
  claim(key: Key, derived: string | number): void {
    if (this.text(key, String(derived)) === String(derived)) return;
    this.refuse(
      key,
      `"${key}: ${derived}", which is what the rest of the file comes to (the line may be left out)`,
    );
  }

  /** To be called when every key that makes sense has been asked for. */
  refuseOthers(): void {
    for (const key of this.#values.keys()) {
      if (!this.#asked.has(key)) this.refuse(key, `no "${key}": it means nothing under the other settings`);
    }
  }
}

export interface IntegerOptions {
  readonly min?: number;
  readonly max?: number;
  readonly missing?: number | undefined;
}

export function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
