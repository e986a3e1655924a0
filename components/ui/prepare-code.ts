export interface CodePart {
  kind: "plain" | "comment" | "command" | "text";
  text: string;
  /** Where it begins. */
  at: number;
}

/** Cmdlets by their verb: a light hand, not a parser. */
const POWERSHELL =
  /(?<comment>#[^\n]*)|(?<text>'[^'\n]*'|"[^"\n]*")|(?<command>\b[A-Z][a-z]+-[A-Z][A-Za-z]+\b)/g;
const BASH =
  /(?<comment>(?<=^|\s)#[^\n]*)|(?<text>'[^'\n]*'|"[^"\n]*")|(?<command>(?<=^|\n|[;&|] *|sudo )[a-z][\w.-]*)/g;

/** Splits a command into what is coloured and what is not. Joined again, the parts are the command, letter by letter. */
export function prepareCode(code: string, shell: "powershell" | "bash"): CodePart[] {
  const parts: CodePart[] = [];
  let from = 0;
  for (const match of code.matchAll(shell === "powershell" ? POWERSHELL : BASH)) {
    if (match.index > from) parts.push({ kind: "plain", text: code.slice(from, match.index), at: from });
    parts.push({ kind: kindOf(match.groups), text: match[0], at: match.index });
    from = match.index + match[0].length;
  }
  if (from < code.length) parts.push({ kind: "plain", text: code.slice(from), at: from });
  return parts;
}

function kindOf(groups: Record<string, string | undefined> | undefined): CodePart["kind"] {
  if (groups?.["comment"] !== undefined) return "comment";
  return groups?.["text"] === undefined ? "command" : "text";
}
