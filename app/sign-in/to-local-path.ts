/** Where to go after signing in: a path on this server, never an external address from a crafted link. */
export function toLocalPath(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || /\p{Cc}/u.test(next)) return "/";
  return next.startsWith("/sign-in") ? "/" : next;
}

/** The sign-in address for one of our pages, with the way back to it. */
export function toSignIn(path: string | null): string {
  const { pathname, searchParams } = new URL(toLocalPath(path ?? "/"), "http://page.invalid");
  // Next adds this to what it fetches during navigation.
  searchParams.delete("_rsc");
  const next = searchParams.size === 0 ? pathname : `${pathname}?${searchParams.toString()}`;
  return next === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next }).toString()}`;
}
