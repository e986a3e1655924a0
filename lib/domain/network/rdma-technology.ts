/** The RDMA technologies by Windows' numbers (`*NetworkDirectTechnology`). */
const TECHNOLOGY_WORDS = new Map([
  [1, "iWARP"],
  [2, "InfiniBand"],
  [3, "RoCE"],
  [4, "RoCEv2"],
]);

export function technologyWord(technology: number | null): string {
  if (technology === null) return "unread";
  return TECHNOLOGY_WORDS.get(technology) ?? `technology ${technology}`;
}

/** RoCE needs a lossless traffic class: iWARP runs on TCP, and InfiniBand is lossless. `null` for an unknown number. */
export function isRoce(technology: number | null): boolean | null {
  if (technology === 1 || technology === 2) return false;
  return technology === 3 || technology === 4 ? true : null;
}
