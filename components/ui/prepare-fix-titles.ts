import type { RemedyView } from "@/lib/contract/api/findings.ts";

/** The tab titles of several fixes: by system, else by machine, and alternatives on the same one by their command. */
export function prepareFixTitles(remedies: readonly RemedyView[]): string[] {
  const places = remedies.map(placeOf);
  const titles = remedies.map((remedy, index) => {
    const place = places[index] ?? "";
    if (places.filter((other) => other === place).length === 1) return place;
    const typed = commandOf(remedy.command);
    return remedy.platform === null ? typed : `${place}: ${typed}`;
  });
  return titles.map((title, index) => {
    const price = remedies[index]?.cost === "nothing" ? "" : ", has a cost";
    const before = titles.slice(0, index).filter((other) => other === title).length;
    return titles.filter((other) => other === title).length > 1
      ? `${title} (${before + 1})${price}`
      : `${title}${price}`;
  });
}

function placeOf({ platform, runOn }: RemedyView): string {
  return platform ?? (runOn === "host" ? "On the host" : "In the guest");
}

/** The first cmdlet of a command that does more than select the VM, else its first word. */
function commandOf(command: string): string {
  const lines = command.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  const cmdlets = [...lines.join("\n").matchAll(/\b[A-Z][a-z]+-[A-Z]\w+/g)].map(([cmdlet]) => cmdlet);
  return (
    cmdlets.find((cmdlet) => cmdlet !== "Get-VM") ??
    cmdlets[0] ??
    lines[0]?.trim().split(/\s/)[0] ??
    "command"
  );
}
