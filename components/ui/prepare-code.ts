const KINDS = ["comment", "text", "command", "parameter"] as const;

export interface CodePart {
  kind: "plain" | (typeof KINDS)[number];
  text: string;
  /** Its start position. */
  at: number;
}

/** Cmdlets by their verb, parameters by their hyphen, at which no line may break: an approximation, not a parser. */
const POWERSHELL =
  /(?<comment>#[^\n]*)|(?<text>'[^'\n]*'|"[^"\n]*")|(?<command>\b[A-Z][a-z]+-[A-Z][A-Za-z]+\b)|(?<parameter>(?<=\s)-[A-Za-z]\w*)/g;
const BASH =
  /(?<comment>(?<=^|\s)#[^\n]*)|(?<text>'[^'\n]*'|"[^"\n]*")|(?<command>(?<=^|\n|[;&|] *|sudo )[a-z][\w.-]*)|(?<parameter>(?<=\s)--?[A-Za-z][\w-]*)/g;

/** Splits a command into coloured and plain parts. Joined again, the parts are exactly the command. */
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
  return KINDS.find((kind) => groups?.[kind] !== undefined) ?? "plain";
}
