/**
 * The same machine once more, written down as the rules read and as slowly as that: objects and arrays, everything
 * searched, nothing kept in step. It shares no code with the engine, whose every move is compared with it.
 */
import type { PolicyName } from '../../../../shared/status.ts';

export interface NaiveOptions {
  readonly totalFrames: number;
  readonly policy: PolicyName;
  readonly refOnLoad: boolean;
  readonly period: number;
  readonly keepCounts: boolean;
  readonly seed: number;
  readonly tlbEntries: number;
  readonly tlbPolicy: 'lru' | 'fifo';
  readonly tlbFlush: boolean;
}

/** A page that exists. */
interface Page {
  readonly pid: string;
  readonly page: number;
  frame: number | null;
  wasResident: boolean;
  keptCount: number;
  r: number;
  d: number;
  fresh: boolean;
  loadedAt: number;
  usedAt: number;
  count: number;
  age: number;
}

type Choice = (machine: NaiveMachine) => Page;

function least(pages: Page[], ...keys: ((page: Page) => number)[]): Page {
  const [best] = pages.toSorted((a, b) => {
    for (const key of keys) if (key(a) !== key(b)) return key(a) - key(b);
    return 0;
  });
  if (best === undefined) throw new Error('no page to choose from');
  return best;
}

/** Which page goes, from the definitions. */
const CHOICES: Readonly<Record<PolicyName, Choice | null>> = {
  fifo: (m) => least(m.resident(), (p) => p.loadedAt),
  lru: (m) => least(m.resident(), (p) => p.usedAt),
  mru: (m) => least(m.resident(), (p) => -p.usedAt),
  clock: (m) => {
    while (m.under().r === 1) {
      m.clear(m.under());
      m.advance();
    }
    const victim = m.under();
    m.advance();
    return victim;
  },
  'enhanced-clock': (m) => {
    for (;;) {
      for (let i = 0; i < m.options.totalFrames; i++, m.advance()) {
        const page = m.under();
        if (page.r === 0 && page.d === 0) return m.take(page);
      }
      for (let i = 0; i < m.options.totalFrames; i++, m.advance()) {
        const page = m.under();
        if (page.r === 0 && page.d === 1) return m.take(page);
        m.clear(page);
      }
    }
  },
  nru: (m) =>
    least(
      m.resident(),
      (p) => 2 * p.r + p.d,
      (p) => p.frame ?? -1,
    ),
  lfu: (m) =>
    least(
      m.resident(),
      (p) => p.count,
      (p) => p.loadedAt,
    ),
  aging: (m) =>
    least(
      m.resident(),
      (p) => p.age,
      (p) => p.loadedAt,
    ),
  random: (m) => {
    const sorted = m.resident().toSorted((a, b) => (a.frame ?? 0) - (b.frame ?? 0));
    const page = sorted[Math.floor(m.draw() * sorted.length)];
    if (page === undefined) throw new Error('drew nothing');
    return page;
  },
  opt: null,
};

export class NaiveMachine {
  readonly options: NaiveOptions;
  pages: Page[] = [];
  free: number[];
  processes: { pid: string; letter: string }[] = [];
  time = 0;
  hand = 0;
  since = 0;
  random: number;
  tlb: Page[] = [];
  tlbProcess: string | null = null;
  counters = {
    references: 0,
    hits: 0,
    faults: 0,
    coldFaults: 0,
    evictions: 0,
    writeBacks: 0,
    tlbHits: 0,
    tlbMisses: 0,
  };

  constructor(options: NaiveOptions) {
    this.options = options;
    this.free = Array.from({ length: options.totalFrames }, (_, frame) => frame);
    this.random = options.policy === 'random' ? options.seed : 0;
  }

  resident(): Page[] {
    return this.pages.filter(({ frame }) => frame !== null);
  }

  find(pid: string, page: number): Page | undefined {
    return this.pages.find((each) => each.pid === pid && each.page === page);
  }

  pagesOf(pid: string): Page[] {
    return this.pages.filter((page) => page.pid === pid).toSorted((a, b) => a.page - b.page);
  }

  /** The page under the hand. */
  under(): Page {
    const page = this.pages.find(({ frame }) => frame === this.hand);
    if (page === undefined) throw new Error('the hand stands at a free frame');
    return page;
  }

  advance(): void {
    this.hand = (this.hand + 1) % this.options.totalFrames;
  }

  take(page: Page): Page {
    this.advance();
    return page;
  }

  clear(page: Page): void {
    page.r = 0;
    page.fresh = false;
  }

  /** mulberry32 as its author wrote it. */
  draw(): number {
    this.random = (this.random + 0x6d2b79f5) >>> 0;
    let t = this.random | 0;
    t = Math.imul(t ^ (t >>> 15), 1 | t);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  append(pid: string, count: number, eager: boolean): string | null {
    if (eager && count > this.free.length) return 'no-free-frames';
    const first = Math.max(-1, ...this.pagesOf(pid).map(({ page }) => page)) + 1;
    for (let page = first; page < first + count; page++) {
      const created = this.create(pid, page);
      if (eager) this.loadEagerly(created, this.free[0] ?? -1);
    }
    return null;
  }

  map(pid: string, page: number, frame: number): string | null {
    const existing = this.find(pid, page);
    if (existing && existing.frame !== null) return 'page-resident';
    if (frame >= this.options.totalFrames) return 'no-such-frame';
    if (!this.free.includes(frame)) return 'frame-taken';
    this.loadEagerly(existing ?? this.create(pid, page), frame);
    return null;
  }

  release(pid: string, numbers: number[] | null): string | null {
    if (this.pagesOf(pid).length === 0) return 'no-such-process';
    const wanted = [...new Set(numbers ?? this.pagesOf(pid).map(({ page }) => page))].toSorted(
      (a, b) => a - b,
    );
    if (wanted.some((page) => !this.find(pid, page))) return 'no-such-page';
    for (const number of wanted) {
      const page = this.find(pid, number);
      if (page && page.frame !== null) this.free.push(page.frame);
      this.pages = this.pages.filter((each) => each !== page);
      this.tlb = this.tlb.filter((each) => each !== page);
    }
    if (this.pagesOf(pid).length === 0) {
      this.processes = this.processes.filter((process) => process.pid !== pid);
      if (this.tlbProcess === pid) this.tlbProcess = null;
    }
    return null;
  }

  /** Answers the victim as `P 3`, or null, or the code of the refusal. */
  access(pid: string, number: number, write: boolean): { victim: string | null } | string {
    if (this.pagesOf(pid).length === 0) return 'no-such-process';
    const page = this.find(pid, number);
    if (page === undefined) return 'invalid-page';
    const choose = CHOICES[this.options.policy];
    if (page.frame === null && this.free.length === 0 && choose === null) return 'policy-needs-future';
    this.beforeReference();
    this.time++;
    this.counters.references++;
    this.enterTlb(page);
    let victim: Page | null = null;
    if (page.frame !== null) {
      this.counters.hits++;
      this.use(page);
    } else {
      this.counters.faults++;
      if (!page.wasResident) this.counters.coldFaults++;
      if (this.free.length === 0 && choose) victim = this.evict(choose(this));
      this.load(page, this.free.shift() ?? -1);
      page.count = page.keptCount + 1;
    }
    this.insertIntoTlb(page);
    if (write) page.d = 1;
    this.afterReference();
    return { victim: victim && `${victim.pid} ${victim.page}` };
  }

  create(pid: string, page: number): Page {
    if (!this.processes.some((process) => process.pid === pid)) {
      const used = new Set(this.processes.map(({ letter }) => letter));
      const letter = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((each) => !used.has(each)) ?? '#';
      this.processes.push({ pid, letter });
    }
    const created: Page = {
      pid,
      page,
      frame: null,
      wasResident: false,
      keptCount: 0,
      r: 0,
      d: 0,
      fresh: false,
      loadedAt: 0,
      usedAt: 0,
      count: 0,
      age: 0,
    };
    this.pages.push(created);
    return created;
  }

  private loadEagerly(page: Page, frame: number): void {
    this.time++;
    this.free = this.free.filter((each) => each !== frame);
    this.load(page, frame);
    page.fresh = true;
    page.count = page.keptCount;
  }

  private load(page: Page, frame: number): void {
    page.frame = frame;
    page.wasResident = true;
    page.r = this.options.refOnLoad ? 1 : 0;
    page.d = 0;
    page.fresh = false;
    page.loadedAt = this.time;
    page.usedAt = this.time;
    page.age = 0x80;
  }

  private use(page: Page): void {
    page.usedAt = this.time;
    page.r = 1;
    page.fresh = false;
    page.count++;
  }

  private evict(page: Page): Page {
    this.counters.evictions++;
    if (page.d === 1) this.counters.writeBacks++;
    if (page.frame !== null) this.free.push(page.frame);
    page.frame = null;
    page.keptCount = this.options.policy === 'lfu' && this.options.keepCounts ? page.count : 0;
    this.tlb = this.tlb.filter((each) => each !== page);
    return page;
  }

  private beforeReference(): void {
    if (this.options.policy !== 'aging' || ++this.since < this.options.period) return;
    this.since = 0;
    for (const page of this.resident()) {
      page.age = (page.age >> 1) | (page.r << 7);
      this.clear(page);
    }
  }

  private afterReference(): void {
    if (this.options.policy !== 'nru' || ++this.since < this.options.period) return;
    this.since = 0;
    for (const page of this.resident()) this.clear(page);
  }

  private enterTlb(page: Page): void {
    const { tlbEntries, tlbFlush, tlbPolicy } = this.options;
    if (tlbEntries === 0) return;
    if (tlbFlush && this.tlbProcess !== page.pid) {
      this.tlb = [];
      this.tlbProcess = page.pid;
    }
    if (!this.tlb.includes(page)) {
      this.counters.tlbMisses++;
      return;
    }
    this.counters.tlbHits++;
    if (tlbPolicy === 'lru') this.tlb = [...this.tlb.filter((each) => each !== page), page];
  }

  private insertIntoTlb(page: Page): void {
    if (this.options.tlbEntries === 0 || this.tlb.includes(page)) return;
    if (this.tlb.length === this.options.tlbEntries) this.tlb.shift();
    this.tlb.push(page);
  }
}
