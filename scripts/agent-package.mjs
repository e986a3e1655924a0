// npm run agent:package: builds the Windows agent as one zip, its installer, and the package data for the enrolment page.
//
// The same sources produce the same bytes on every machine and with every version of Node: names are sorted, all times are
// the first day of the format, and nothing is compressed, because compressors change. To sign the agent, sign the unpacked
// scripts on Windows and pack them again with `npm run agent:package -- --from <folder of the unpacked zip>`.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";

import { root } from "./bundle.mjs";

const MODULE_FILES = ["Innkeeper.psd1", "Innkeeper.psm1", "allowed-commands.json"];
/** Created by signing; packed if it exists. */
const CATALOG = "Innkeeper.cat";

/** Every `.ps1` under a folder, as paths below `base`. */
function scriptsUnder(base, folder) {
  return readdirSync(join(base, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return scriptsUnder(base, path);
    return entry.name.endsWith(".ps1") ? [path] : [];
  });
}

/** Contents of the zip from the repository: name → bytes. */
function filesOfRepository(version) {
  const agent = join(root, "agents/hyperv");
  const files = new Map();
  for (const name of [...MODULE_FILES, ...scriptsUnder(agent, "Private"), ...scriptsUnder(agent, "Public")]) {
    files.set(`Innkeeper/${name}`, readFileSync(join(agent, name)));
  }
  const manifest = files.get("Innkeeper/Innkeeper.psd1").toString("utf8");
  const versioned = manifest.replace(/(ModuleVersion\s+=\s)'[^']*'/, `$1'${version}'`);
  files.set("Innkeeper/Innkeeper.psd1", Buffer.from(versioned));
  files.set("Innkeeper/LICENSE", readFileSync(join(root, "LICENSE")));
  for (const name of ["agent.md", "agent-rights.md"]) {
    files.set(`Innkeeper/${name}`, readFileSync(join(root, "docs", name)));
  }
  files.set("install.ps1", readFileSync(join(agent, "install.ps1")));
  return files;
}

/** Contents of the zip from an unpacked one with signed scripts: the same names, and a catalog if there is one. */
function filesOfSigned(folder, names) {
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const catalog = join(folder, "Innkeeper", CATALOG);
  if (existsSync(catalog)) files.set(`Innkeeper/${CATALOG}`, readFileSync(catalog));
  return files;
}

/** 1 January 1980, midnight: the earliest time in a zip. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const VERSION_NEEDED = 20;

/** Creates a zip with uncompressed entries. */
function toZip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, bytes] of sorted) {
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION_NEEDED, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), common, nameBytes, bytes);

    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, VERSION_NEEDED, 0]), common, tail, nameBytes);
    offset += 30 + nameBytes.length + bytes.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directoryBytes, end]);
}

/**
 * Builds the package. `from` is the folder of an unpacked zip with signed scripts.
 * @param {{ from?: string | null }} options
 * @returns {{ version: string, zip: Buffer, sha256: string, installer: Buffer }}
 */
export function buildAgentPackage({ from = null } = {}) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const own = filesOfRepository(version);
  const files = from === null ? own : filesOfSigned(resolve(from), [...own.keys()]);
  const zip = toZip(files);
  const sha256 = createHash("sha256").update(zip).digest("hex");
  return { version, zip, sha256, installer: files.get("install.ps1") };
}

/**
 * Writes the package to the folder that the server provides it from.
 * @param {{ from?: string | null }} [options]
 */
export function writeAgentPackage(options) {
  const { version, zip, sha256, installer } = buildAgentPackage(options);
  const folder = join(root, "dist/agent");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "innkeeper-agent.zip"), zip);
  writeFileSync(join(folder, "install.ps1"), installer);
  writeFileSync(
    join(folder, "innkeeper-agent.json"),
    `${JSON.stringify({ version, sha256, bytes: zip.length })}\n`,
  );
  return { version, sha256, bytes: zip.length, folder };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const place = process.argv.indexOf("--from");
  const { version, sha256, bytes } = writeAgentPackage(
    place > 0 && process.argv[place + 1] !== undefined ? { from: process.argv[place + 1] } : {},
  );
  console.log(`dist/agent/innkeeper-agent.zip: version ${version}, ${bytes} bytes, SHA-256 ${sha256}`);
}
