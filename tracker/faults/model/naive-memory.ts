/** The whole machine, naively: both halves, the bytes wasted in pages, the revision, and what each command answers. */
import { unreachable } from '../../../shared/unreachable.ts';
import { NaiveMachine } from '../../memory/paging/testing/naive-machine.ts';
import { MODEL_PAGE_SIZE, type ModelCommand, type ModelOptions } from './commands.ts';
import { type NaiveAnswer, NaiveSegments } from './naive-segments.ts';

export class NaiveMemory {
  paging: NaiveMachine;
  segments: NaiveSegments;
  revision = 0;
  /** Bytes that nobody asked for, by `PID page`. */
  waste = new Map<string, number>();

  constructor({ paging, segmentation }: ModelOptions) {
    this.paging = new NaiveMachine(paging);
    this.segments = new NaiveSegments(segmentation);
  }

  /** Does it, and answers the fields of its `--json`, or the code of its refusal. */
  execute(command: ModelCommand): NaiveAnswer {
    const answer = this.perform(command);
    const looks = command.do === 'translate' || command.do === 'segment translate';
    if (command.do === 'init') this.revision = 0;
    else if (typeof answer !== 'string' && !looks) this.revision += 1;
    return answer;
  }

  private perform(command: ModelCommand): NaiveAnswer {
    switch (command.do) {
      case 'init': {
        const fresh = new NaiveMemory(command.options);
        this.paging = fresh.paging;
        this.segments = fresh.segments;
        this.waste.clear();
        return { totalFrames: command.options.paging.totalFrames, pageSize: MODEL_PAGE_SIZE };
      }
      case 'alloc':
      case 'reserve':
        return this.append(command.do === 'alloc', command.pid, command.pages, command.bytes);
      case 'map': {
        const { pid, page, frame } = command;
        return this.paging.map(pid, page, frame) ?? { pid, pages: [[page, frame, 1]] };
      }
      case 'free':
        return this.release(command.pid, command.pages);
      case 'access':
        return this.access(command.pid, command.address, command.write);
      case 'translate':
        return this.translate(command.pid, command.address);
      case 'refs':
        return this.refs(command.pid, command.pages);
      case 'reset':
        for (const name of Object.keys(this.paging.counters))
          Object.assign(this.paging.counters, { [name]: 0 });
        return {};
      case 'segment alloc':
        return this.segments.alloc(command.request);
      case 'segment free':
        return this.segments.free(command.id);
      case 'segment resize':
        return this.segments.resize(command.id, command.limit);
      case 'segment translate':
        return this.segments.translate(command.id, command.offset);
      case 'segment compact':
        return this.segments.compact();
      default:
        return unreachable(command);
    }
  }

  private append(eager: boolean, pid: string, count: number, bytes: number | null): NaiveAnswer {
    const before = this.paging.pagesOf(pid).map(({ page }) => page);
    const refusal = this.paging.append(pid, count, eager);
    if (refusal) return refusal;
    const added = this.paging.pagesOf(pid).filter(({ page }) => !before.includes(page));
    const wasted = bytes === null ? 0 : count * MODEL_PAGE_SIZE - bytes;
    if (wasted > 0) this.waste.set(`${pid} ${added.at(-1)?.page}`, wasted);
    return { pid, pages: runs(added) };
  }

  private release(pid: string, pages: number[] | null): NaiveAnswer {
    const before = this.paging.pagesOf(pid).map(({ page, frame }) => ({ page, frame }));
    const refusal = this.paging.release(pid, pages);
    if (refusal) return refusal;
    const gone = before.filter(({ page }) => !this.paging.find(pid, page));
    for (const { page } of gone) this.waste.delete(`${pid} ${page}`);
    return { pid, pages: runs(gone) };
  }

  private access(pid: string, address: number, write: boolean): NaiveAnswer {
    const [page, offset] = [Math.floor(address / MODEL_PAGE_SIZE), address % MODEL_PAGE_SIZE];
    const fault = this.paging.find(pid, page)?.frame === null;
    const { tlbHits, tlbMisses } = this.paging.counters;
    const answer = this.paging.access(pid, page, write);
    if (typeof answer === 'string') return answer;
    const frame = this.paging.find(pid, page)?.frame ?? -1;
    const after = this.paging.counters;
    const tlb = after.tlbHits > tlbHits ? 'hit' : after.tlbMisses > tlbMisses ? 'miss' : null;
    return {
      ...{ pid, page, offset, frame, physical: frame * MODEL_PAGE_SIZE + offset, write, fault, tlb },
      victim: this.victim(answer.victim, frame),
    };
  }

  /** An evicted page keeps its dirty bit until it is loaded again. */
  private victim(name: string | null, frame: number) {
    if (name === null) return null;
    const [pid = '', page] = name.split(' ');
    const evicted = this.paging.find(pid, Number(page));
    return { pid, page: Number(page), frame, dirty: evicted?.d === 1 };
  }

  private translate(pid: string, address: number): NaiveAnswer {
    const [page, offset] = [Math.floor(address / MODEL_PAGE_SIZE), address % MODEL_PAGE_SIZE];
    if (this.paging.pagesOf(pid).length === 0) return 'no-such-process';
    const found = this.paging.find(pid, page);
    if (!found) return 'invalid-page';
    const { frame } = found;
    if (frame === null) return 'page-fault';
    return { pid, address, page, offset, frame, physical: frame * MODEL_PAGE_SIZE + offset };
  }

  private refs(pid: string, all: readonly (readonly [number, boolean])[]): NaiveAnswer {
    if (this.paging.pagesOf(pid).length === 0) return 'no-such-process';
    if (all.some(([page]) => !this.paging.find(pid, page))) return 'invalid-page';
    const { faults: before } = this.paging.counters;
    for (const [page, write] of all) this.paging.access(pid, page, write);
    const faults = this.paging.counters.faults - before;
    return { pid, references: all.length, faults, hits: all.length - faults };
  }
}

/** Runs of consecutive pages in consecutive frames, or in none. */
function runs(pages: readonly { readonly page: number; readonly frame: number | null }[]) {
  const all: [number, number | null, number][] = [];
  for (const { page, frame } of pages) {
    const last = all.at(-1);
    const follows = last && last[0] + last[2] === page;
    const sameKind = last && (last[1] === null ? frame === null : frame === last[1] + last[2]);
    if (last && follows && sameKind) last[2]++;
    else all.push([page, frame, 1]);
  }
  return all;
}
