/** Where to go after signing in: a path of this server, never another one that a link smuggled in. */
export function toLocalPath(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || /\p{Cc}/u.test(next)) return "/";
  return next.startsWith("/sign-in") ? "/" : next;
}
