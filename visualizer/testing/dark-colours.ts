/** Some colours of the dark theme, by their number among the 256 of a terminal. */

/** Of the first two processes. */
export const [ORANGE, SKY] = [214, 117];

/** Behind a panel and behind the rest of a bar; of letters on a process's colour, and of the cursor. */
export const [PANEL, TRACK, BLACK, WHITE] = [234, 236, 16, 231];
