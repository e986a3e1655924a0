/** Asks for hosts of which any section was not read in full, where sections are asked for by name. */
export const ANY_SECTION = "any";
