/** Where to go after signing in: a path of this server, never another one that a link smuggled in. */
export function toLocalPath(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || /\p{Cc}/u.test(next)) return "/";
  return next.startsWith("/sign-in") ? "/" : next;
}

/** The way to sign in from a page of ours, and from there back to it. */
export function toSignIn(path: string | null): string {
  const { pathname, searchParams } = new URL(toLocalPath(path ?? "/"), "http://page.invalid");
  // Next's own, on what it fetches while one goes from page to page.
  searchParams.delete("_rsc");
  const next = searchParams.size === 0 ? pathname : `${pathname}?${searchParams.toString()}`;
  return next === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next }).toString()}`;
}
