// Pure code and rendering code take the time as an argument: reading a clock would break tests and hydration.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["lib/domain", "lib/contract", "components"];
const CLOCK = /new Date\(\s*\)|Date\.now\(/;
// Code that runs only in the browser, after hydration, may read its clock.
const READS_THE_CLOCK = "the browser's clock";

let files = 0;
let found = 0;
for (const folder of FOLDERS) {
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (!/\.tsx?$/.test(entry) || /\.test\.tsx?$/.test(entry)) continue;
    files += 1;
    const text = readFileSync(join(folder, entry), "utf8");
    text.split("\n").forEach((line, index, lines) => {
      if (
        !CLOCK.test(line) ||
        /^\s*(\*|\/\/)/.test(line) ||
        (lines[index - 1] ?? "").includes(READS_THE_CLOCK)
      )
        return;
      found += 1;
      console.log(`${join(folder, entry)}:${index + 1}: pass the time as an argument`);
    });
  }
}
console.log(`${files} files, ${found} clocks.`);
process.exitCode = files > 0 && found === 0 ? 0 : 1;
