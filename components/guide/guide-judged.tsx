import { Glyph } from "@/components/ui/glyph.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import type { GuideCase, GuideStatus, GuideTable } from "@/lib/guide/page.ts";
import { Prose } from "./prose.tsx";

/** What is reported, which status it gets, and which finding it opens. */
export function GuideJudged({ table }: { table: GuideTable }) {
  return (
    <div>
      <h2>{table.title}</h2>
      <ScrollFrame label={table.title}>
        <table className="guide-judged">
          <thead>
            <tr>
              <th scope="col">{table.asks}</th>
              {table.status === null ? null : <th scope="col">{table.status}</th>}
              {table.finding === null ? null : <th scope="col">{table.finding}</th>}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={`${row.says} ${row.status}`} {...(row.place === undefined ? {} : { id: row.place })}>
                <td>
                  <Prose text={row.says} />
                </td>
                {table.status === null ? null : <td className="guide-word">{statusOf(row.status)}</td>}
                {table.finding === null ? null : (
                  <td className={row.remark === undefined ? "guide-word" : "guide-remark"}>
                    {findingOf(row)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  );
}

function statusOf(status: GuideStatus | null) {
  if (status === null) return null;
  return (
    <>
      <Glyph word={status} /> {toStatusWords(status)}
    </>
  );
}

function findingOf({ finding, remark }: GuideCase) {
  if (finding === null) return <Prose text={remark ?? "none"} />;
  return (
    <>
      <Glyph word={finding} /> {finding}
      {remark === undefined ? null : (
        <>
          , <Prose text={remark} />
        </>
      )}
    </>
  );
}
