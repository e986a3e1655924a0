/** Columns of the hosts list: on a tablet, from 1101 pixels, on a usual screen, and on a wide one. */
export const HOST_COLUMNS = [
  "tablet:grid-cols-[34px_minmax(120px,1fr)_78px_minmax(120px,150px)_repeat(7,34px)]",
  "min-[901px]:grid-cols-[34px_minmax(150px,1.4fr)_86px_124px_minmax(140px,1fr)_repeat(7,34px)]",
  "min-[1381px]:grid-cols-[34px_minmax(190px,1.6fr)_88px_80px_126px_minmax(160px,1fr)_70px_repeat(7,38px)]",
  "min-[1680px]:grid-cols-[34px_minmax(240px,1.9fr)_130px_92px_92px_128px_minmax(180px,1fr)_96px_repeat(7,42px)]",
].join(" ");

/** Of a band: one over all columns before the technologies. */
export const HOST_BAND_COLUMNS = [
  "tablet:grid-cols-[minmax(0,1fr)_repeat(7,34px)]",
  "min-[901px]:grid-cols-[minmax(0,1fr)_repeat(7,34px)]",
  "min-[1381px]:grid-cols-[minmax(0,1fr)_repeat(7,38px)]",
  "min-[1680px]:grid-cols-[minmax(0,1fr)_repeat(7,42px)]",
].join(" ");

/** Which of them are shown. */
export const WHERE = {
  system: "max-[1679px]:hidden",
  noSystem: "min-[1680px]:hidden",
  agent: "max-[1380px]:hidden",
  findings: "max-[1380px]:hidden",
  sections: "tablet:max-[900px]:hidden",
} as const;
