import type { ErrorDetail } from "@/lib/services/app-error.ts";

export interface ProblemDetails {
  status: number;
  title: string;
  /** Last part of `type`, by which programs distinguish problems. */
  code: string;
  detail?: string;
  errors?: readonly ErrorDetail[];
}

/** An error response as defined by RFC 9457. */
export function problemResponse(
  { code, ...problem }: ProblemDetails,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify({ type: `urn:innkeeper:problem:${code}`, ...problem }), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
