import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { runScript, type EngineRun } from "../engine/engine.ts";

const LINT = fileURLToPath(new URL("./lint.ps1", import.meta.url));
const HELP = "<#\n.SYNOPSIS\nReads.\n.EXAMPLE\nGet-InnkeeperThing\n#>";
const STRICT = "Set-StrictMode -Version 3.0";

/** Files of a module without faults. */
const SOUND: Record<string, string> = {
  "Innkeeper.psd1": "@{ ModuleVersion = '1.0'; FunctionsToExport = @('Get-InnkeeperThing') }",
  "Innkeeper.psm1": `${STRICT}\nforeach ($file in 'a.ps1') { . $file }`,
  "Public/Get-InnkeeperThing.ps1": `function Get-InnkeeperThing {\n${HELP}\n[CmdletBinding()] param ()
Invoke-InnkeeperQuery { Hyper-V\\Get-VM }\nCimCmdlets\\Get-CimInstance -ClassName Win32_Processor\n}`,
  "Private/Invoke-InnkeeperQuery.ps1":
    "function Invoke-InnkeeperQuery { param ([scriptblock] $Query) & $Query }",
  "Private/Get-InnkeeperPart.ps1": "function Get-InnkeeperPart { $part = { Hyper-V\\Get-VM }; & $part }",
  "tests/anything.ps1": "Remove-VM *",
};
const LISTS = {
  engine: { "Microsoft.PowerShell.Core": ["Set-StrictMode"] },
  read: { "Hyper-V": ["Get-VM"], CimCmdlets: ["Get-CimInstance"] },
  cim: { "root/cimv2": ["Win32_Processor"] },
};

/** A function body with one fault, and the lint's message about it. */
const CASES: { name: string; body: string; says: string }[] = [
  { name: "the ternary operator", body: "$a = $true ? 1 : 2", says: "no ternary" },
  { name: "null coalescing", body: "$a = $null ?? 1", says: "5.1 has no ??" },
  { name: "null coalescing assignment", body: "$a = $null; $a ??= 1", says: "5.1 has no ??=" },
  { name: "a null-conditional member", body: "$a = $null; ${a}?.Length", says: "5.1 has no ?." },
  { name: "a null-conditional call", body: "$a = $null; ${a}?.ToString()", says: "5.1 has no ?." },
  { name: "a null-conditional index", body: "$a = $null; ${a}?[0]", says: "5.1 has no ?[]" },
  { name: "&&", body: "Hyper-V\\Get-VM && Hyper-V\\Get-VM", says: "5.1 has no && and no ||" },
  { name: "||", body: "Hyper-V\\Get-VM || Hyper-V\\Get-VM", says: "5.1 has no && and no ||" },
  { name: "a job by &", body: "Hyper-V\\Get-VM &", says: "5.1 cannot start a job with &" },
  {
    name: "-Parallel",
    body: "1 | ForEach-Object -Parallel { 1 }",
    says: "5.1 has no ForEach-Object -Parallel",
  },
  { name: "a binary number", body: "$a = 0b101", says: "this number format" },
  { name: "an unsigned number", body: "$a = 5u", says: "this number format" },
  { name: "a code point escape", body: '$a = "`u{2713}"', says: "escapes" },
  { name: "a clean block", body: "process { } clean { }", says: "no clean block" },
  { name: "$IsWindows", body: "if ($IsWindows) { 1 }", says: "strict mode fails on it" },
  { name: "a newer .NET member", body: "[System.IO.Path]::Join('a', 'b')", says: "has no [Path]::Join" },
  { name: "a move that overwrites", body: "[IO.File]::Move('a', 'b', $true)", says: "cannot overwrite" },
  { name: "a syntax error", body: "if (", says: "Missing" },
  { name: "a non-ASCII letter", body: "$a = 'ä'", says: "ANSI code page" },
  { name: "an empty catch", body: "try { 1 } catch { }", says: "an empty catch" },
  { name: "a catch with only a comment", body: "try { 1 } catch { # fine\n }", says: "an empty catch" },
  { name: "Write-Host", body: "Write-Host 'a'", says: "Write-Host is not in allowed-commands.json" },
  { name: "Invoke-Expression", body: "Invoke-Expression 'a'", says: "Invoke-Expression is not in" },
  { name: "an alias", body: "1 | % { $_ }", says: "% is not in" },
  { name: "an alias of letters", body: "gci", says: "gci is not in" },
  { name: "a program", body: "netsh.exe int show", says: "netsh.exe is not in" },
  { name: "a changing cmdlet", body: "Hyper-V\\Remove-VM $a", says: "Hyper-V\\Remove-VM is not in" },
  { name: "a cmdlet without its module", body: "Get-VM", says: "called as Hyper-V\\Get-VM" },
  { name: "a cmdlet of another module", body: "Mine\\Get-VM", says: "called as Hyper-V\\Get-VM" },
  {
    name: "a name in a variable",
    body: "$a = 'Remove-VM'; & $a",
    says: "what this runs is not a literal",
  },
  { name: "a string that is run", body: "& 'Remove-VM'", says: "Remove-VM is not in" },
  {
    name: "a block that could be anything",
    body: "param ($a) & $a",
    says: "what this runs is not a literal",
  },
  {
    name: "a variable that no longer contains a block",
    body: "$a = { 1 }; $a = 'Remove-VM'; & $a",
    says: "what this runs is not a literal",
  },
  { name: "a file that is loaded", body: ". ./more.ps1", says: "which the lint cannot follow" },
  { name: "a file named in a variable", body: "$f = 'a'; . $f", says: "what this runs is not a literal" },
  { name: "code from text", body: "[scriptblock]::Create('1')", says: "code must not be created from text" },
  {
    name: "a command for another runspace",
    body: "[powershell]::Create().AddCommand('Remove-VM')",
    says: "Remove-VM is not in",
  },
  {
    name: "a command for another runspace, in a variable",
    body: "[powershell]::Create().AddCommand($a)",
    says: "AddCommand has an argument that is not a literal",
  },
  {
    name: "text for another runspace",
    body: "[powershell]::Create().AddScript('Remove-VM *')",
    says: "AddScript: only a step of a run",
  },
  {
    name: "text that is invoked",
    body: "$ExecutionContext.InvokeCommand.InvokeScript($a)",
    says: "InvokeScript runs code that the lint cannot read",
  },
  {
    name: "a program that .NET starts",
    body: "[System.Diagnostics.Process]::Start('netsh')",
    says: "[System.Diagnostics.Process] can start a program",
  },
  {
    name: "an object of WMI",
    body: "([wmi] 'Win32_Service.Name=\"vmms\"').StopService()",
    says: "[wmi] can change Windows without a cmdlet",
  },
  {
    name: "a method of a WMI class",
    body: "[System.Management.ManagementClass]::new('Win32_Process')",
    says: "[System.Management.ManagementClass] can change Windows without a cmdlet",
  },
  {
    name: "a COM object",
    body: "[System.Type]::GetTypeFromProgID('WScript.Shell')",
    says: "GetTypeFromProgID reaches COM",
  },
  {
    name: "a class in a variable",
    body: "CimCmdlets\\Get-CimInstance -ClassName $a",
    says: "the class must be a literal",
  },
  {
    name: "a class that is not listed",
    body: "CimCmdlets\\Get-CimInstance -ClassName Win32_UserAccount",
    says: "the class Win32_UserAccount is not in",
  },
  {
    name: "another host",
    body: "CimCmdlets\\Get-CimInstance -ClassName Win32_Processor -ComputerName b",
    says: "-ComputerName is not used",
  },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-lint-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function lint(name: string, files: Record<string, string>, lists: object = LISTS): Promise<EngineRun> {
  const place = join(folder, name);
  const all = { ...files, "allowed-commands.json": JSON.stringify(lists) };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), text);
  }
  // A folder may end with a slash, as in the check.
  const run = await runScript(inject("engine"), LINT, ["-Module", `${place}/`]);
  if (run.stderr !== "") throw new Error(run.stderr);
  return run;
}

test("a correct module has no faults, and its tests are not checked", async () => {
  const run = await lint("sound", SOUND);
  expect(run.stdout.trim()).toBe("5 files, 3 functions, 0 faults.");
  expect(run.code).toBe(0);
});

describe("one fault in one function", () => {
  let faults: string;
  beforeAll(async () => {
    const files = { ...SOUND };
    for (const [index, { body }] of CASES.entries())
      files[`Private/Case${index}.ps1`] = `function Get-InnkeeperCase${index} {\n${body}\n}`;
    faults = (await lint("faults", files)).stdout;
  });

  test.each(CASES.map((one, index) => ({ ...one, file: `Private/Case${index}.ps1` })))(
    "$name",
    ({ file, says }) => {
      const own = faults.split("\n").filter((line) => line.startsWith(`${file}:`));
      expect(own.join("\n")).toContain(says);
    },
  );
});

test("faults of a whole module", async () => {
  const { stdout, code } = await lint(
    "module",
    {
      "Innkeeper.psd1":
        "@{ FunctionsToExport = @('Get-InnkeeperNone', 'Get-InnkeeperBare', 'Get-InnkeeperShort', 'Install-Innkeeper') }",
      "Innkeeper.psm1": "$a = 1",
      "Public/a.ps1": `function Get-InnkeeperBare { 1 }
function Get-InnkeeperShort {\n<#\n.SYNOPSIS\nReads.\n#>\n1 }
function Fetch-InnkeeperThing { 1 }
function Get-Thing { 1 }
function Install-Innkeeper {\n<#\n.SYNOPSIS\nSets up.\n.EXAMPLE\nInstall-Innkeeper\n#>
ScheduledTasks\\Register-ScheduledTask }
ScheduledTasks\\Register-ScheduledTask`,
    },
    {
      ...LISTS,
      read: { "Hyper-V": ["Get-VM", "Set-VM"] },
      setup: { ScheduledTasks: ["Register-ScheduledTask"], NetAdapter: ["Set-NetAdapter"] },
    },
  );
  const lines = [
    "Get-InnkeeperNone is exported but not defined",
    "Get-InnkeeperBare is exported but has no comment-based help",
    "Get-InnkeeperShort is exported but its help has no example",
    "Install-Innkeeper changes the host but does not support -WhatIf",
    "Fetch-InnkeeperThing: 'Fetch' is not an approved verb",
    "Get-Thing: the noun does not begin with Innkeeper",
    "Innkeeper.psm1:1: strict mode is not enabled",
    "Register-ScheduledTask is a setup command, which only the installer may call",
    "Set-VM is listed under read, but its verb changes the host",
    "Set-NetAdapter: only the agent's own scheduled task may be set up",
    "Get-VM is allowed but not used",
  ];
  expect(code).toBe(1);
  for (const line of lines) expect(stdout).toContain(line);
});

test("a missing module fails, and does not pass for lack of faults", async () => {
  const run = await runScript(inject("engine"), LINT, ["-Module", join(folder, "nowhere")]);
  expect(run.code).not.toBe(0);
});
