/** Reads ahead, in a thread that stays: of a million frames in use, one thread alone reads for longer than a picture should take. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { runsAsThread } from '../shared/runs-as-thread.ts';
import type { Ahead, ChecksumAhead, UsesAhead } from '../shared/status-text/ahead.ts';
import { ASKED, BEGUN, type FromThread, type ThreadStart, TOLD, type ToThread } from './ahead-messages.ts';

/** After that a thread is taken to be no more, and nothing else is expected of this request. */
const PATIENCE_MS = 2000;

interface Answers {
  uses?: UsesAhead | null;
  checksum?: ChecksumAhead | null;
}

export class ReadingAhead implements Ahead {
  readonly #channel = new MessageChannel();
  readonly #progress = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  /** Null before it has started, and after it has ended: then nothing is read ahead. */
  #thread: Worker | null = null;
  #closed = false;
  /** The number of the last; the first is 1. */
  #request = 0;
  /** To the last request. */
  #answers: Answers = {};

  constructor() {
    this.#channel.port1.unref();
    this.#start().catch(() => {
      // Without a thread everything goes on, more slowly: where it cannot be started, or its file has gone.
    });
  }

  async #start(): Promise<void> {
    const { THREAD_URL } = await import('./ahead-thread.ts');
    if (this.#closed || !runsAsThread(THREAD_URL)) return;
    const { port2 } = this.#channel;
    const start: ThreadStart = { role: 'reading ahead', port: port2, progress: this.#progress };
    const thread = new Worker(THREAD_URL, { workerData: start, transferList: [port2] });
    thread.unref();
    thread.on('error', () => {
      // It ends, and everything goes on more slowly.
    });
    thread.on('exit', () => {
      this.#thread = null;
    });
    this.#thread = thread;
  }

  /** In bytes in shared memory, which stay what they are until this is called for others. */
  begin(bytes: Uint8Array): void {
    this.#request += 1;
    Atomics.store(this.#progress, ASKED, this.#request);
    // What nobody has asked for would stay in the channel.
    this.#receive();
    this.#answers = {};
    const message: ToThread = { request: this.#request, bytes };
    if (this.#thread) this.#channel.port1.postMessage(message);
  }

  uses(): UsesAhead | null {
    this.#waitFor('uses');
    return this.#answers.uses ?? null;
  }

  checksum(): ChecksumAhead | null {
    this.#waitFor('checksum');
    return this.#answers.checksum ?? null;
  }

  /** Not where it was not begun: this thread is as fast then. */
  #waitFor(answer: keyof Answers): void {
    const isBegun = (): boolean => this.#request > 0 && Atomics.load(this.#progress, BEGUN) === this.#request;
    while (isBegun()) {
      const told = Atomics.load(this.#progress, TOLD);
      this.#receive();
      if (this.#answers[answer] !== undefined) return;
      const woken = Atomics.wait(this.#progress, TOLD, told, PATIENCE_MS);
      if (woken === 'timed-out') this.#answers = { uses: null, checksum: null };
    }
  }

  #receive(): void {
    for (;;) {
      const got: FromThread | undefined = receiveMessageOnPort(this.#channel.port1)?.message;
      if (!got) return;
      if (got.request !== this.#request) continue;
      if ('uses' in got) this.#answers.uses = got.uses;
      else this.#answers.checksum = got.checksum;
    }
  }

  close(): void {
    this.#closed = true;
    this.#thread?.terminate();
  }
}
