export interface EnrolmentCommand {
  value: string;
  /** The name of its tab. */
  label: string;
  place: string;
  code: string;
  cost: string;
  note: string;
}

/** Stands where the key will be while there is none; no command can be pasted with it and do something. */
export const NO_KEY = "<enrolment key>";

/** What to type so that a first report comes, with the key that was just made. */
export function prepareCommands(server: string, key: string | null): EnrolmentCommand[] {
  const shownKey = key ?? NO_KEY;
  return [
    {
      value: "curl",
      label: "One report by curl",
      place: "any machine with curl and jq, in the folder of Innkeeper",
      code: [
        `SERVER=${quote(server)}`,
        "REPORT=agents/contract/examples/valid/german-host.json",
        "# the key is used once here; the answer holds this host's own token",
        `TOKEN=$(jq '{instanceId: .agent.instanceId, machineId: .host.machineId, name: .host.name, fqdn: .host.fqdn, agentVersion: .agent.version}' "$REPORT" \\`,
        `  | curl -sS "$SERVER/api/v1/enroll" -H ${quote(`Authorization: Bearer ${shownKey}`)} -H 'Content-Type: application/json' --data-binary @- | jq -r .token)`,
        `curl -sS "$SERVER/api/v1/snapshots" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @"$REPORT"`,
      ].join("\n"),
      cost: "nothing",
      note: "A report of your own works the same: it must keep the wire’s words.",
    },
    {
      value: "replay",
      label: "Recorded reports",
      place: "this server, in the folder of Innkeeper",
      code: `npm run -s innkeeper -- replay agents/contract/examples/valid --server ${quote(server)} --key ${quote(shownKey)}`,
      cost: "nothing",
      note: "Posts files of the wire as an agent of the kind “replay”, one host for each machine in them.",
    },
    {
      value: "mock",
      label: "An invented fleet",
      place: "this server, in the folder of Innkeeper",
      code: `npm run -s mock -- --server ${quote(server)} --key ${quote(shownKey)} --scenario neglected --hosts 8`,
      cost: "nothing; Ctrl-C ends it, and its hosts then go stale",
      note: "Comes by the same door as real agents. Best tried on a server of its own.",
    },
  ];
}

/** For a POSIX shell, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
