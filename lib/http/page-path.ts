/** Header in which the listener passes the requested address to a page. Clients cannot set it. */
export const PAGE_PATH_HEADER = "x-innkeeper-path";
