/** The panels, in the order in which Tab and the digits reach them. */
export const PANEL_NAMES = [
  'frames',
  'usage',
  'pages',
  'segments',
  'inspector',
  'space',
  'trend',
  'events',
] as const;

export type PanelName = (typeof PANEL_NAMES)[number];

/** The digit that goes to a panel. */
export function digitOf(name: PanelName): number {
  return PANEL_NAMES.indexOf(name) + 1;
}
