const CONTEXT_LINES = 2;
const SHOWN_LINES = 6;
const SHOWN_WIDTH = 160;

/** The first difference between two texts, formatted for a terminal; `null` if they are equal. */
export function firstDifference(committed: string, built: string): string | null {
  if (committed === built) return null;
  const [before, after] = [committed.split("\n"), built.split("\n")];
  const at = after.findIndex((line, index) => line !== before[index]);
  const start = at === -1 ? after.length : at;
  const context = after.slice(Math.max(0, start - CONTEXT_LINES), start).map((line) => `    ${cut(line)}`);
  const show = (sign: string, lines: string[]): string[] => {
    const shown = lines.slice(start, start + SHOWN_LINES).map((line) => `  ${sign} ${cut(line)}`);
    const hidden = lines.length - start - SHOWN_LINES;
    return hidden > 0 ? [...shown, `  ${sign} … ${hidden} more lines`] : shown;
  };
  return [`  line ${start + 1}:`, ...context, ...show("-", before), ...show("+", after)].join("\n");
}

function cut(line: string): string {
  return line.length > SHOWN_WIDTH ? `${line.slice(0, SHOWN_WIDTH)}…` : line;
}
