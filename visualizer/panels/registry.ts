/** Every panel by its name. A new one is a file, a line here, and a place in layout.ts. */
import type { PanelName } from '../view/panel-names.ts';
import { eventLog } from './event-log.ts';
import { frameMap } from './frame-map.ts';
import { inspector } from './inspector.ts';
import { pageTable } from './page-table.ts';
import type { Panel } from './panel.ts';
import { segmentSpace } from './segment-space.ts';
import { segmentTable } from './segment-table.ts';
import { trend } from './trend.ts';
import { usage } from './usage.ts';

export const PANELS: Readonly<Record<PanelName, Panel>> = {
  frames: frameMap,
  usage,
  pages: pageTable,
  segments: segmentTable,
  inspector,
  space: segmentSpace,
  trend,
  events: eventLog,
};
