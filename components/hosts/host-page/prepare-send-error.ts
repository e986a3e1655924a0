import type { HostView } from "@/lib/contract/api/hosts.ts";
import { SENDING } from "../prepare-hosts.ts";

/** Why the agent last could not send, as of its last report. */
export interface SendError {
  /** The agent's own sentence. */
  error: string;
  at: string | null;
  /** Whether a later attempt had succeeded when the report was collected. */
  isOver: boolean;
  /** What to do if it happens again: the report itself has arrived. */
  todo: string;
  command: string | null;
  cost: string;
  note: string;
  link: { href: string; words: string } | null;
}

type Advice = Pick<SendError, "todo" | "command" | "cost" | "note" | "link">;

/** `null` if the report contains none: there was none, or the agent is too old to report it. */
export function prepareSendError({ sections }: Pick<HostView, "sections">): SendError | null {
  const section = sections.find(({ name }) => name === SENDING);
  if (!section || section.error === null) return null;
  const { error, collectedAt, status } = section;
  return { error, at: collectedAt, isOver: status === "ok", ...adviceFor(statusIn(error)) };
}

/** The agent writes "HTTP 401" before what the server responded, on Windows of any language; without it nothing responded. */
function statusIn(error: string): number | null {
  const [, digits] = /^(?:[^:]*: )?HTTP (\d{3})\b/.exec(error) ?? [];
  return digits === undefined ? null : Number(digits);
}

function adviceFor(status: number | null): Advice {
  switch (status) {
    case null:
      return test("The server was not reached. If this happens again, find the step that fails:");
    case 400:
    case 413:
    case 415:
    case 422:
      return {
        todo: "The snapshot is kept on the host and is never sent again. Read the server’s message, then update the older of the two, agent or server:",
        command: "Get-ChildItem C:\\ProgramData\\Innkeeper\\refused\\*.txt | Get-Content",
        cost: "nothing",
        note: "",
        link: null,
      };
    case 401:
    case 403:
      return {
        todo: "The server now accepts the agent’s token. If it rejects it again, enrol the host again:",
        command: "Register-InnkeeperHost -Force",
        cost: "one use of an enrolment key",
        note: "Asks for the key.",
        link: { href: "/hosts", words: "Hosts, Enrol a host" },
      };
    case 409:
      return {
        todo: "Two machines may have the same identity, for example because a disk was copied. Approve or refuse the agents that wait:",
        command: null,
        cost: "",
        note: "",
        link: { href: "/settings/agents", words: "Settings, Enrolment" },
      };
    default:
      return test("The agent tries again by itself. If this happens again, find the step that fails:");
  }
}

function test(todo: string): Advice {
  const note =
    "Checks the proxy, TLS with the certificate, the server’s response, the clock and the token, with a line for each.";
  return { todo, command: "Test-Innkeeper", cost: "nothing", note, link: null };
}
