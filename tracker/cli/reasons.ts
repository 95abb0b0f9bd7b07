/**
 * Why the memory is as an `expect` line finds it: of each subject, what the last command said of itself that changed it.
 * A command that was refused is the reason only where none has changed the subject.
 */
import { printable } from '../../shared/printable.ts';
import type { Memory } from '../memory/memory.ts';
import type { Done, Refused, Step } from '../step.ts';
import type { Invocation } from './command.ts';
import { worded } from './wording.ts';

type Counted = 'faults' | 'hits' | 'evictions' | 'writeBacks';

interface Values extends Readonly<Record<Counted, number>> {
  readonly free: number;
}

interface Subject {
  /** The first words of the commands that can change it. */
  readonly commands: readonly string[];
  changed(before: Values, after: Values, result: Done | Refused): boolean;
}

const counter = (name: Counted): Subject => {
  return { commands: ['access', 'refs'], changed: (before, after) => before[name] !== after[name] };
};

const SUBJECTS: Readonly<Record<string, Subject>> = {
  free: {
    commands: ['alloc', 'map', 'free', 'access', 'refs'],
    changed: (before, after) => before.free !== after.free,
  },
  frames: {
    commands: ['alloc', 'map', 'free', 'access', 'refs'],
    // A fault changes what a frame holds also where it takes no free one; fewer faults come of `reset counters`.
    changed: (before, after) => before.free !== after.free || before.faults < after.faults,
  },
  faults: counter('faults'),
  hits: counter('hits'),
  evictions: counter('evictions'),
  'write-backs': counter('writeBacks'),
  holes: {
    commands: ['segment'],
    // Two lists would have to be compared, of thousands of holes, at each command.
    changed: (_before, _after, result) =>
      result.ok && result.happenings.some(({ kind }) => kind.startsWith('segment-')),
  },
};

export class Reasons {
  /** By subject. */
  readonly #changes = new Map<string, string>();
  readonly #refusals = new Map<string, string>();
  #beginning = 'the memory was so when this began';

  /** The `step` of a command that changes the memory, watched for what it changes. */
  watched({ command, text }: Invocation, step: Step): Step {
    const [word = ''] = command.words;
    return (memory) => {
      const before = valuesOf(memory);
      const result = step(memory);
      const after = valuesOf(memory);
      for (const [name, { commands, changed }] of Object.entries(SUBJECTS)) {
        if (changed(before, after, result)) this.#changes.set(name, sentenceOf(result));
        else if (!result.ok && commands.includes(word))
          this.#refusals.set(name, `'${printable(text, 60)}' was refused, so it changed nothing`);
      }
      return result;
    };
  }

  /** The memory is another now; `sentence` says so. */
  begin(sentence: string): void {
    this.#changes.clear();
    this.#refusals.clear();
    this.#beginning = sentence;
  }

  /** Of what the memory has of `subject`, such as `holes`. */
  of(subject: string): string {
    return this.#changes.get(subject) ?? this.#refusals.get(subject) ?? this.#beginning;
  }
}

/** What a command has to say for itself in one sentence; nothing where it showed tables. */
export function sentenceOf(result: Done | Refused): string {
  if (!result.ok) return worded(result.refusal);
  return result.sentence ?? (result.text.includes('\n') ? '' : result.text);
}

function valuesOf({ paging }: Memory): Values {
  const { faults, hits, evictions, writeBacks } = paging.counters;
  return { free: paging.freeFrames, faults, hits, evictions, writeBacks };
}
