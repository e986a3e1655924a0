import "./install.mjs";
import { generateClient, runChecks, runVitest } from "./steps.mjs";

const totals = { passed: 0, failed: 0 };
const tally = ({ passed, failed }) => {
  totals.passed += passed;
  totals.failed += failed;
};

await generateClient(tally);
await runChecks(tally);
await runVitest("unit", tally);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
