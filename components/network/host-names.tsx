import Link from "next/link";
import { Fragment } from "react";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { formatCount } from "@/lib/format/count.ts";

/** The first few hosts by name, each a link, and the number of others. */
export function HostNames({
  hosts,
  more = 0,
}: {
  hosts: NetworkView["drift"][number]["hosts"];
  more?: number;
}) {
  return (
    <>
      {hosts.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index === 0 ? null : ", "}
          <Link href={`/hosts/${id}#acceleration`} className="inline-block hover:underline">
            {name}
          </Link>
        </Fragment>
      ))}
      {more > 0 ? ` and ${formatCount(more)} more` : null}
    </>
  );
}
