import type { Problem } from "@/lib/contract/api/page.ts";
import { noteAnswer, noteSilence } from "./contact.ts";

export type ParamValue = string | number | boolean | readonly string[] | null | undefined;
export type Params = Readonly<Record<string, ParamValue>>;

/** The server refused the request. `problem` is its reason (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The server did not respond, or is unavailable: the page keeps its data. */
export class NoContactError extends Error {
  override readonly name = "NoContactError";
}

interface Remembered {
  etag: string;
  data: unknown;
}

/** Responses by URL with their ETag, newest last. One response is at most a page of a list, so this stays small. */
const answers = new Map<string, Remembered>();
const MAX_ANSWERS = 160;

/**
 * Reads from the API. If the server reports no change (304), the same object as last time is returned, so that no
 * component renders again.
 */
export async function fetchJson<Data>(
  path: string,
  params: Params = {},
  options: { signal?: AbortSignal } = {},
): Promise<Data> {
  const url = toUrl(path, params);
  const known = answers.get(url);
  const response = await ask(url, {
    headers: { accept: "application/json", ...(known ? { "if-none-match": known.etag } : {}) },
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (response.status === 304 && known) {
    remember(url, known);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the body of this URL, whose view the caller names
    return known.data as Data;
  }
  if (!response.ok) throw await toError(response);
  const data: unknown = await response.json();
  const etag = response.headers.get("etag");
  if (etag) remember(url, { etag, data });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above: the server's schema checked it
  return data as Data;
}

/** Sends a request to the API and reads the response; nothing is cached. */
export async function sendJson<Data>(path: string, body: unknown): Promise<Data> {
  const response = await ask(path, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await toError(response);
  const text = await response.text();
  const data: unknown = text === "" ? null : JSON.parse(text);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return data as Data;
}

/** Parameters in a fixed order, so that one request has one URL; empty values are omitted, lists are repeated. */
export function toUrl(path: string, params: Params): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(params).sort()) {
    const value = params[name];
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "object") for (const each of value) search.append(name, each);
    else search.append(name, String(value));
  }
  const query = search.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** After signing out no read data may remain. */
export function forgetAnswers(): void {
  answers.clear();
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "same-origin", cache: "no-store", ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    noteSilence(false);
    throw new NoContactError("The server is not responding", { cause: error });
  }
  if (response.status >= 502 && response.status <= 504) {
    // A proxy in front responds in its own format.
    noteSilence(response.headers.get("content-type")?.startsWith("application/problem+json") ?? false);
    throw new NoContactError("The server is temporarily unavailable");
  }
  noteAnswer();
  return response;
}

async function toError(response: Response): Promise<ProblemError> {
  const fallback: Problem = {
    type: "about:blank",
    title: response.statusText === "" ? `Status ${response.status}` : response.statusText,
    status: response.status,
  };
  const said: unknown = await response.json().catch(() => null);
  return new ProblemError(isProblem(said) ? said : fallback);
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" && value !== null && "title" in value && "status" in value && "type" in value
  );
}

function remember(url: string, answer: Remembered): void {
  answers.delete(url);
  answers.set(url, answer);
  if (answers.size <= MAX_ANSWERS) return;
  const [oldest] = answers.keys();
  if (oldest !== undefined) answers.delete(oldest);
}
