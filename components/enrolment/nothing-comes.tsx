import Link from "next/link";

/** What to look at when the wait is long. */
export function NothingComes() {
  return (
    <p className="text-sub text-ink-2">
      <b className="font-semibold text-ink">Nothing after two minutes?</b> 401: the key is used up, expired or
      mistyped. 409: another machine already holds this identity. 422: the answer names every place of the
      report that is not as the wire wants it. No answer at all: the machine cannot reach this server.{" "}
      <Link className="link" href="/docs/api">
        The API, with every answer
      </Link>
    </p>
  );
}
