// Checks that imports only go down. A run that visits too few modules fails.
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.cjs";

const MIN_MODULES = 100;
const { output } = await cruise(
  ["lib", "app", "components", "agents/mock", "scripts", "e2e"],
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);
const { violations, totalCruised } = output.summary;
for (const { rule, from, to } of violations) console.log(`${rule.name}: ${from} → ${to}`);
console.log(`${totalCruised} modules, ${violations.length} imports that go up.`);
if (totalCruised < MIN_MODULES) console.log(`Expected at least ${MIN_MODULES} modules.`);
process.exitCode = violations.length === 0 && totalCruised >= MIN_MODULES ? 0 : 1;
