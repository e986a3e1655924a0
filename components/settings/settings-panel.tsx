import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";

/** A settings list in its panel: loading, failed, or loaded. */
export function SettingsPanel<Data>({
  id,
  title,
  note,
  actions,
  result,
  children,
}: {
  id: string;
  title: string;
  note: ReactNode;
  actions?: ReactNode;
  result: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}) {
  return (
    <Panel id={id} title={title} note={note} actions={actions}>
      {result.data !== undefined ? (
        children(result.data)
      ) : result.isError ? (
        <UnreadableState
          title={`${title} could not be loaded`}
          raw={result.error.message}
          actions={<Button onClick={() => void result.refetch()}>Try again</Button>}
        />
      ) : (
        <LoadingRows rows={3} label={`Loading: ${title}`} />
      )}
    </Panel>
  );
}
