import Link from "next/link";

/** What to check when no report arrives. */
export function NothingComes() {
  return (
    <p className="text-sub text-ink-2">
      <b className="font-semibold text-ink">No report after two minutes?</b> 401: the key is mistyped. 403:
      the key is used up, expired or revoked. 409: another machine already has this identity. 422: the
      response names every part of the report that is invalid. No response at all: the machine cannot reach
      this server.{" "}
      <Link className="link" href="/docs/api">
        The API, with every response
      </Link>
    </p>
  );
}
