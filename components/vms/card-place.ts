interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface CardPlace {
  left: number;
  /** From the top of the box, or from its foot: a card above grows upwards. */
  top: number | null;
  bottom: number | null;
  /** Its maximum height; longer content scrolls in it. */
  room: number;
}

const CARD_WIDTH = 404;
const LEAST_HEIGHT = 300;
const GAP = 4;
const MARGIN = 8;

/** Below its cell, or above if there is more room: a card never covers the row that it is about. */
export function placeCard(cell: Box, box: Box): CardPlace {
  const left = Math.max(MARGIN, Math.min(cell.left - box.left, box.width - CARD_WIDTH - 3 * MARGIN));
  const above = cell.top - box.top;
  const below = box.height - above - cell.height;
  if (below >= LEAST_HEIGHT || below >= above)
    return { left, top: above + cell.height + GAP, bottom: null, room: below - 2 * GAP };
  return { left, top: null, bottom: box.height - above + GAP, room: above - 2 * GAP };
}
