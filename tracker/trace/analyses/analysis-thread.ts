/**
 * What runs in a thread of a crew. It is its own entry: whoever starts such a thread imports this file for its place,
 * so that it is found in the sources and in a bundle alike.
 */
import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Results, show } from './analysis.ts';
import { createAnalysis, type Specification } from './specification.ts';

export const THREAD_URL = new URL(import.meta.url);

/** What a thread is started with. `role` tells it from threads that others start. */
export interface ThreadOrder {
  readonly role: 'trace analysis';
  readonly specifications: readonly Specification[];
}

export type ToThread =
  | {
      readonly say: 'look';
      readonly chunk: number;
      readonly references: Int32Array;
      readonly distinctPages: number;
    }
  | { readonly say: 'finish' };

export type FromThread =
  | { readonly say: 'seen'; readonly chunk: number }
  | { readonly say: 'found'; readonly results: readonly Results[] };

if (!isMainThread && parentPort && isOrder(workerData)) serve(parentPort, workerData);

function isOrder(data: unknown): data is ThreadOrder {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === 'trace analysis';
}

function serve(port: MessagePort, { specifications }: ThreadOrder): void {
  const analyses = specifications.map(createAnalysis);
  const answer = (message: FromThread) => port.postMessage(message);
  port.on('message', (message: ToThread) => {
    if (message.say === 'finish') {
      answer({ say: 'found', results: analyses.map((analysis) => analysis.results()) });
      return;
    }
    show(analyses, message.references, message.distinctPages);
    answer({ say: 'seen', chunk: message.chunk });
  });
}
