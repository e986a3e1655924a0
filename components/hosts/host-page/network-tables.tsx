import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import type { SectionView } from "@/lib/contract/api/sections.ts";
import { type FactTable, prepareFactTables, prepareSmb } from "./prepare-host.ts";

/** The host's network as reported. Nothing is evaluated here: the words are the agent's own. */
export function NetworkTables({ host }: { host: HostView }) {
  const smb = prepareSmb(host.smb);
  return (
    <>
      {prepareFactTables(host).map((table) => (
        <Panel key={table.key} title={table.title} note={countOf(table)}>
          <Rows table={table} section={sectionOf(host, table.key)} />
        </Panel>
      ))}
      <Panel title="SMB" note="as reported">
        {smb === null ? (
          <Unread what="SMB" section={sectionOf(host, "smb")} />
        ) : (
          <dl className="grid tablet:grid-cols-4">
            {smb.map(([name, value]) => (
              <div key={name} className="border-b border-line px-3 py-1.5 tablet:border-r">
                <dt className="text-note text-ink-3">{name}</dt>
                <dd className={value === "not read" ? "text-unknown" : undefined}>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </Panel>
    </>
  );
}

function Rows({ table, section }: { table: FactTable; section: SectionView | null }) {
  if (table.rows === null) return <Unread what={table.title} section={section} />;
  if (table.rows.length === 0) return <p className="px-3 py-3 text-ink-2">{table.empty}</p>;
  return (
    <ScrollFrame label={table.title}>
      <table className="table-plain">
        <caption className="sr-only">{`${table.title}, as reported`}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // Rows are in the agent's order; names may repeat.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {row.map((value, column) =>
                column === 0 ? (
                  <th key={table.columns[column]} scope="row" className="sticky left-0 bg-panel font-medium!">
                    {value}
                  </th>
                ) : (
                  <td
                    key={table.columns[column]}
                    className={value === "not read" ? "text-unknown" : undefined}
                  >
                    {value}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Unread({ what, section }: { what: string; section: SectionView | null }) {
  const isSkipped = section?.status === "skipped";
  return (
    <UnreadableState
      title={isSkipped ? `${what}: not collected` : `${what}: not readable`}
      {...(section?.error ? { raw: section.error } : {})}
    >
      This does not mean that there are none. See the part under “Data collection” for what to do.
    </UnreadableState>
  );
}

function countOf(table: FactTable): string {
  return table.rows === null ? "not read" : `${table.rows.length}, as reported`;
}

function sectionOf(host: HostView, name: string): SectionView | null {
  return host.sections.find((section) => section.name === name) ?? null;
}
