import type { Handler } from "./context.ts";

export type Method = "GET" | "POST";

/** A path, with `{name}` for each variable part or `/*` at its end, and the handler of each method. */
export interface Route {
  path: string;
  methods: Readonly<Partial<Record<Method, Handler>>>;
}

export type RouteMatch =
  | { found: "route"; route: Route; params: Readonly<Record<string, string>> }
  | { found: "nothing" };

/** Finds the route of a path. There are few routes, so they are tried in order. */
export function matchRoute(routes: readonly Route[], pathname: string): RouteMatch {
  const parts = pathname.split("/");
  for (const route of routes) {
    const params = matchPath(route.path.split("/"), parts);
    if (params !== null) return { found: "route", route, params };
  }
  return { found: "nothing" };
}

function matchPath(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  const isOpen = pattern.at(-1) === "*";
  if (isOpen ? parts.length < pattern.length : parts.length !== pattern.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (expected === "*") return params;
    if (expected.startsWith("{")) {
      const value = decodePart(part);
      if (value === null || value === "") return null;
      params[expected.slice(1, -1)] = value;
    } else if (expected !== part) return null;
  }
  return params;
}

function decodePart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
