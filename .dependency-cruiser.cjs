const { readdirSync, readFileSync } = require("node:fs");

/** A folder, and every folder of ours that it may import. */
const MAY_IMPORT = {
  "lib/domain": ["lib/domain"],
  "lib/format": ["lib/format"],
  "lib/guide": ["lib/guide", "lib/domain", "lib/format"],
  "lib/postgres": ["lib/postgres"],
  "lib/contract": ["lib/contract", "lib/domain"],
  "lib/data": ["lib/data", "lib/domain", "lib/postgres", "lib/env.ts", "prisma/generated"],
  "lib/services": ["lib/services", "lib/data", "lib/domain", "lib/contract", "lib/env.ts"],
  "lib/http": ["lib/http", "lib/services", "lib/contract", "lib/env.ts", "agents/contract"],
  "lib/query": ["lib/query", "lib/contract", "lib/format"],
  "lib/server": ["lib/server", "lib/http", "lib/services", "lib/data", "lib/postgres", "lib/env.ts"],
  "lib/cli": [
    "lib/cli",
    "lib/server",
    "lib/services",
    "lib/data",
    "lib/postgres",
    "lib/contract",
    "lib/env.ts",
  ],
  components: ["components", "lib/query", "lib/contract", "lib/format", "lib/guide/page.ts"],
  app: [
    "app",
    "components",
    "lib/services",
    "lib/http",
    "lib/query",
    "lib/contract",
    "lib/domain",
    "lib/guide",
    "lib/format",
    "lib/env.ts",
  ],
  "agents/mock": ["agents/mock", "lib/contract", "lib/domain"],
};
const OURS = "^(lib|app|components|agents|prisma|scripts|e2e|bench)/";
const TESTS = String.raw`\.test\.tsx?$|/testing/`;

/** Files of `app` that the browser loads. */
const CLIENT_FILES = readdirSync("app", { recursive: true })
  .map((name) => `app/${String(name).replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".tsx") && readFileSync(path, "utf8").startsWith('"use client"'));
const exactly = (path) => `^${path.replace(/[.()[\]]/g, String.raw`\$&`)}$`;

const floors = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `floor ${folder}`,
  severity: "error",
  from: { path: `^${folder}/`, pathNot: TESTS },
  to: { path: OURS, pathNot: allowed.map((path) => (path.endsWith(".ts") ? `^${path}$` : `^${path}/`)) },
}));

module.exports = {
  forbidden: [
    ...floors,
    {
      name: "no cycles",
      severity: "error",
      from: { pathNot: "prisma/generated" },
      to: { circular: true, viaOnly: { pathNot: "prisma/generated" } },
    },
    {
      // `components` and `lib/query` cannot import these by their floors.
      name: "no server code in the browser",
      severity: "error",
      from: { path: CLIENT_FILES.map(exactly) },
      to: { path: "^lib/(services|data|http|env)", reachable: true },
    },
    {
      name: "only lib/data sees the database",
      severity: "error",
      from: { path: OURS, pathNot: `^lib/data/|^lib/postgres/|^prisma/|^scripts/|^bench/|${TESTS}` },
      to: { path: "^node_modules/(pg|@prisma)/|^prisma/generated", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|prisma/generated" },
    exclude: { path: "^(.next|dist)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json"] },
  },
};
