/** Value of the section filter for hosts with any section that was not read completely. */
export const ANY_SECTION = "any";
