/** Whether an `Accept-Encoding` header lists the encoding without `q=0`. */
export function accepts(header: string | string[] | undefined, encoding: string): boolean {
  return String(header ?? "")
    .toLowerCase()
    .split(",")
    .some((word) => {
      const [name = "", ...parameters] = word.split(";").map((text) => text.trim());
      return name === encoding && !parameters.some((text) => /^q=0(?:\.0*)?$/.test(text));
    });
}
