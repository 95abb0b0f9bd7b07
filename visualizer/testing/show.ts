/* temporary */
import { Grid } from '../surface.ts';
import { MONOCHROME } from '../theme.ts';
import { drawDashboard } from '../drawing.ts';
import { layoutFor } from '../layout.ts';
import { wantedHeight } from '../view/frame-grid.ts';
import { viewOf, pictureOf } from '../view-model.ts';
import { FIRST_UI } from '../view/ui.ts';
import { sampleOf } from '../view/trend.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
const [w = 80, h = 24] = process.argv.slice(2).map(Number);
const status = exampleStatus();
const picture = pictureOf(status);
const view = viewOf({ sighting: { observation: { kind: 'ok', status, bytes: new Uint8Array() }, status, silentMs: 400, trackerAlive: true }, shown: picture, before: null, samples: [sampleOf(status)], behind: null, ageMs: 400, file: 'memory_status.txt', defaultFile: true, companionTrouble: null, ui: FIRST_UI });
const surface = new Grid(w, h, MONOCHROME.text);
const layout = layoutFor(w, h, { focus: 'frames', zoomed: false, frameRows: (width) => wantedHeight(status.paging.totalFrames, width, picture.pageDigits) });
drawDashboard({ surface, view, layout, theme: MONOCHROME, charts: new Map() });
console.log(surface.lines().join('\n'));
