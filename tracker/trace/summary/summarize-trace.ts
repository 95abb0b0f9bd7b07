/** What a program does to memory, in a few numbers: kinds of references, pages, locality, the busiest pages. */
import { nothingKept } from '../compare/kept-references.ts';
import { type SurveyOptions, surveyTrace } from '../compare/survey.ts';
import type { TraceSource } from '../trace-source.ts';
import { type BusyPage, ReferenceCounts } from './reference-counts.ts';

/** Of how many latest pages the summary tells the share of references that go to one of them. */
const LATEST = [1, 2, 8, 64];

export interface TraceSummary {
  readonly references: number;
  /** How many of them are of each kind, by its name. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly distinctPages: number;
  readonly pageSize: number;
  /** distinctPages × pageSize: the memory that the program touched, in bytes. */
  readonly footprint: number;
  /** The share of references that go to one of the last `pages` different pages: the hits of LRU with that many frames. */
  readonly locality: readonly { readonly pages: number; readonly share: number }[];
  /** The busiest first. */
  readonly busiest: readonly BusyPage[];
  readonly format: string;
  readonly badLines: number;
}

/** `busiest`: how many of the busiest pages are listed. Throws what reading the trace throws. */
export async function summarizeTrace(
  source: TraceSource,
  options: SurveyOptions,
  busiest: number,
): Promise<TraceSummary> {
  const counts = new ReferenceCounts();
  const survey = await surveyTrace(source, options, nothingKept(), (references, numbering) =>
    counts.add(references, numbering),
  );
  const { references, distinctPages, lruCurve, format, badLines } = survey;
  const { pageSize } = options;
  const locality = LATEST.map((pages) => {
    const faults = lruCurve[Math.min(pages, distinctPages)] ?? references;
    return { pages, share: (references - faults) / references };
  });
  return {
    references,
    kinds: counts.kinds,
    distinctPages,
    pageSize,
    footprint: distinctPages * pageSize,
    locality,
    busiest: counts.busiest(busiest),
    format,
    badLines,
  };
}
