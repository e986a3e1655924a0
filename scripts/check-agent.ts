// Lints the agent's syntax trees; exit code 77 if no PowerShell engine is available.
import { fileURLToPath } from "node:url";
import { findEngine, NO_ENGINE, runScript } from "@/agents/hyperv/tests/engine/engine.ts";

const path = (name: string) => fileURLToPath(new URL(`../agents/hyperv/${name}`, import.meta.url));

const engine = await findEngine();
if (engine === null) {
  console.log(NO_ENGINE);
  process.exitCode = 77;
} else {
  const { code, stdout, stderr } = await runScript(engine, path("tests/lint/lint.ps1"), [
    "-Module",
    path(""),
  ]);
  console.log(stdout.trim());
  if (stderr !== "") console.log(stderr.trim());
  process.exitCode = code === 0 ? 0 : 1;
}
