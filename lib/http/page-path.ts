/** How the listener tells a page which address was asked for; clients cannot write it. */
export const PAGE_PATH_HEADER = "x-innkeeper-path";
