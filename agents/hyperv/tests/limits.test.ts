import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { stageModule } from "./hosts/stage.ts";
import { runInModule } from "./inside-module.ts";

const SERVER_TAKES = 8 * 1024 * 1024;
let folder: string;
let manifest: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-limits-"));
  manifest = await stageModule(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inModule = (text: string) => runInModule(inject("engine"), { folder, manifest }, text);

const spooled = z.object({
  vms: z
    .array(
      z.object({ name: z.string(), notes: z.string().optional(), guest: z.record(z.string(), z.unknown()) }),
    )
    .optional(),
  sections: z.array(z.object({ name: z.string(), status: z.string(), error: z.string().optional() })),
});

/** Spools a report with these VMs, and returns what is then in the file. */
async function spool(name: string, vms: string): Promise<z.infer<typeof spooled>> {
  await mkdir(join(folder, name));
  await inModule(`
    $path = Get-InnkeeperPath '${join(folder, name)}'
    $long = [string] [char] 0x20AC * 1024
    $vms = @(${vms})
    $sections = @([ordered]@{ name = 'host'; status = 'ok' }, [ordered]@{ name = 'vms'; status = 'ok' })
    $body = [ordered]@{ collectedAt = '2026-11-24T12:00:00.000Z'; snapshotId = [guid]::NewGuid().ToString(); sections = $sections; vms = $vms }
    Add-InnkeeperSpooled $path (Get-InnkeeperState $path) $body`);
  const [file = ""] = await readdir(join(folder, name, "spool"));
  const text = gunzipSync(await readFile(join(folder, name, "spool", file)));
  expect(text.length).toBeLessThan(SERVER_TAKES);
  return spooled.parse(JSON.parse(text.toString("utf8")));
}

describe("guests that write unlimited data do not make the host's report too large to be accepted", () => {
  const partial = [
    ["host", "ok"],
    ["vms", "ok"],
    ["size", "partial"],
  ];

  test("custom items and notes go first", async () => {
    const { vms, sections } = await spool(
      "items",
      `foreach ($number in 1..200) {
        $items = [ordered]@{}
        foreach ($item in 1..64) { $items["key$item"] = $long }
        [ordered]@{ name = "vm$number"; notes = $long * 4; guest = [ordered]@{ osName = 'Debian'; items = $items } }
      }`,
    );
    expect(vms).toHaveLength(200);
    expect(vms?.[0]).toEqual({ name: "vm1", notes: "€".repeat(256), guest: { osName: "Debian" } });
    expect(sections.map(({ name, status }) => [name, status])).toEqual(partial);
    expect(sections[2]?.error).toContain("larger than the server accepts");
  });

  test("then notes and all guest data but the operating system", async () => {
    const { vms, sections } = await spool(
      "known",
      `foreach ($number in 1..1024) {
        $guest = [ordered]@{ osName = $long; osVersion = '10.0.20348'; fqdn = $long; ipAddresses = @($long); items = [ordered]@{} }
        [ordered]@{ name = "vm$number"; notes = $long; guest = $guest }
      }`,
    );
    expect(vms).toHaveLength(1024);
    expect(vms?.[0]).toEqual({
      name: "vm1",
      guest: { osName: "€".repeat(128), osVersion: "10.0.20348" },
    });
    expect(sections.map(({ name, status }) => [name, status])).toEqual(partial);
    expect(sections[2]?.error).toContain("all data of the guests but the operating system");
  });

  test("and at last the VMs, which then count as not read", async () => {
    const { vms, sections } = await spool(
      "names",
      "foreach ($number in 1..1024) { [ordered]@{ name = $long * 4; guest = [ordered]@{} } }",
    );
    expect(vms).toBeUndefined();
    expect(sections.map(({ name, status }) => [name, status])).toEqual([
      ["host", "ok"],
      ["vms", "failed"],
      ["size", "failed"],
    ]);
    expect(sections[1]?.error).toContain("larger than the server accepts");
  });
});

test("a report says since when an earlier one has been pending", async () => {
  await spool("pending", "");
  const told = await inModule(`
    $path = Get-InnkeeperPath '${join(folder, "pending")}'
    $report = Get-InnkeeperSpoolReport $path (Get-InnkeeperState $path)
    "$($report['pending']) $($report['oldestAt'])"`);
  expect(told).toEqual(["1 2026-11-24T12:00:00.000Z"]);
});

test("a guest has at most 64 custom items", async () => {
  const told = await inModule(`
    $item = { param($Name, $Data) "<INSTANCE><PROPERTY NAME=\`"Name\`"><VALUE>$Name</VALUE></PROPERTY><PROPERTY NAME=\`"Data\`"><VALUE>$Data</VALUE></PROPERTY></INSTANCE>" }
    $items = @(foreach ($number in 1..100) { & $item "own$number" 'x' }) + (& $item 'OSName' 'Debian') + (& $item 'NetworkAddressIPv4' ((1..100) -join ';'))
    $guest = ConvertFrom-InnkeeperKvp $items ([System.Collections.Generic.List[string]]::new())
    "$($guest['osName']) $($guest['items'].Count) $($guest['ipAddresses'].Count)"
    $faults = [System.Collections.Generic.List[string]]::new()
    $guest = ConvertFrom-InnkeeperKvp (@($items[100]) + @(foreach ($number in 1..100000) { '<' })) $faults
    "$($guest['osName']) $($faults.Count)"`);
  expect(told).toEqual(["Debian 64 64", "Debian 255"]);
});

test("a host with more VMs than a report can contain reports 1,024, and its list counts as incomplete", async () => {
  const told = await inModule(`
    $vms = @(foreach ($number in 1..1025) { [pscustomobject]@{ Id = [guid]::NewGuid() } })
    $basics = @{}
    foreach ($vm in $vms) { $basics[$vm.Id.ToString()] = [ordered]@{ id = $vm.Id.ToString(); name = 'vm' } }
    $asked = [System.Collections.Generic.List[string]]::new()
    \${function:script:Read-InnkeeperSection} = {
        param ($Run, $Name, $Function, $LimitSeconds, $Argument)
        $Run.sections.Add([ordered]@{ name = $Name; status = 'ok' })
        if ($Name -eq 'vms') { return , $vms }
        if ($Name -eq 'vms.basics') { return $basics }
        if ($null -ne $Argument -and $Argument.ContainsKey('Vm')) { $asked.Add($Argument.Vm.Count) }
    }
    $run = @{ sections = [System.Collections.Generic.List[object]]::new() }
    $read = Read-InnkeeperVmFact $run ([ordered]@{ os = [ordered]@{} })
    "$($read.vms.Count), read for $($asked -join ' ')"
    "$($run.sections[0]['name']) $($run.sections[0]['status']): $($run.sections[0]['error'])"`);
  expect(told).toEqual([
    "1024, read for 1024 1024 1024 1024",
    "vms partial: This host has 1025 VMs; 1024 of them are reported.",
  ]);
});

test("a property that hangs does not affect the VMs that were read before it", async () => {
  const told = await inModule(`
    # The result of a task that never ends simulates a property that Hyper-V never returns.
    $waits = [psobject] [System.Threading.Tasks.TaskCompletionSource[string]]::new().Task
    $vms = @(
        [pscustomobject]@{ Id = [guid] '5f0c1a9e-2f5b-4c8e-9b3a-0a1b2c3d4e01'; Name = 'first'; ProcessorCount = 4 }
        $waits
    )
    $waits.PSObject.Members.Add([psnoteproperty]::new('Id', [guid] '5f0c1a9e-2f5b-4c8e-9b3a-0a1b2c3d4e02'))
    $waits.PSObject.Members.Add([psaliasproperty]::new('CPUUsage', 'Result'))
    $waits.PSObject.Members.Add([psaliasproperty]::new('ProcessorCount', 'Result'))
    $worker = New-InnkeeperWorker
    $basic = Invoke-InnkeeperStep $worker 'Get-InnkeeperVmBasicPart' @{ Vm = $vms; Progress = [hashtable]::Synchronized(@{}) } 1
    "$($basic.status) $(@($basic.value.Values)[0]['name']) $($basic.value.Count) $($basic.problems)"
    $config = Invoke-InnkeeperStep $worker 'Get-InnkeeperVmConfigPart' @{ Vm = $vms; BudgetSeconds = 30; Progress = [hashtable]::Synchronized(@{}) } 1
    "$($config.status) $(@($config.value.Values)[0]['processorCount']) $($config.value.Count) $($config.problems)"
    $none = Invoke-InnkeeperStep $worker 'Get-InnkeeperVmConfigPart' @{ Vm = $vms; BudgetSeconds = 0; Progress = [hashtable]::Synchronized(@{}) } 60
    "$($none.value.Count) $($none.problems)"
    [System.Console]::Out.Flush()`);
  expect(told).toEqual([
    "partial first 1 did not respond within 1 s",
    "partial 4 1 did not respond within 1 s",
    "0 Settings of 2 of 2 VMs were not read within 0 s; a later run reads them.",
  ]);
});

test("if one instance of the SMB client hangs and the others have no connections, that does not count as none", async () => {
  const told = await inModule(`
    $hung = 'Default'
    \${function:script:Invoke-InnkeeperTimedStep} = {
        param ($Run, $Function, $Argument, $LimitSeconds)
        $isHung = $Function -eq 'Get-InnkeeperSmbConnectionPart' -and $Argument.Instance -eq $hung
        $value = if ($Function -eq 'Get-InnkeeperSmbSection') { @{ client = 1 } } elseif (-not $isHung) { , @() }
        @{ value = $value; problems = @(if ($isHung) { 'hung' }); missing = ''; durationMs = [long] 1 }
    }
    foreach ($hung in 'Default', 'none') {
        $run = @{ sections = [System.Collections.Generic.List[object]]::new() }
        $smb = Read-InnkeeperSmbFact $run
        "$($run.sections[0]['status']), connections $($smb.ContainsKey('connections')) $($run.sections[0]['error'])".Trim()
    }`);
  expect(told).toEqual(["partial, connections False SmbInstance Default: hung", "ok, connections True"]);
});

test("a file that another program briefly locks is waited for, and a locked log does not stop a run", async () => {
  const told = await inModule(`
    $path = Get-InnkeeperPath '${join(folder, "held")}'
    [void] [System.IO.Directory]::CreateDirectory($path.log)
    $held = [System.IO.FileStream]::new("$($path.state).tmp", 'Create', 'ReadWrite', 'None')
    $wait = [System.Threading.CancellationTokenSource]::new(150)
    [void] $wait.Token.Register([System.Action] $held.Dispose)
    Write-InnkeeperFile $path.state ([byte[]] @(123, 125))
    [System.IO.File]::ReadAllText($path.state)
    $log = [System.IO.FileStream]::new([System.IO.Path]::Combine($path.log, 'innkeeper.log'), 'Create', 'ReadWrite', 'None')
    Write-InnkeeperLog $path Warning 1205 'Nobody reads this.'
    $log.Dispose()
    try { Write-InnkeeperFile ([System.IO.Path]::Combine($path.root, 'none', 'file')) ([byte[]] @(1)) }
    catch { Get-InnkeeperErrorText $_ }`);
  const [state, missing] = told;
  expect(state).toBe("{}");
  expect(missing).toContain("Could not find a part of the path");
});

test("a state that another program briefly locks is waited for, and one that stays locked is never overwritten", async () => {
  const told = await inModule(`
    $path = Get-InnkeeperPath '${join(folder, "locked")}'
    [void] [System.IO.Directory]::CreateDirectory($path.root)
    Write-InnkeeperJsonFile $path.state ([ordered]@{ epoch = [long] 5; dropped = [long] 7 })
    $held = [System.IO.FileStream]::new($path.state, 'Open', 'ReadWrite', 'None')
    $wait = [System.Threading.CancellationTokenSource]::new(150)
    [void] $wait.Token.Register([System.Action] $held.Dispose)
    (Read-InnkeeperState $path)['dropped']
    $held = [System.IO.FileStream]::new($path.state, 'Open', 'ReadWrite', 'None')
    try { [void] (Get-InnkeeperState $path) }
    catch { Get-InnkeeperErrorText $_ }
    $held.Dispose()
    (Get-InnkeeperState $path)['dropped']
    [System.IO.Directory]::Exists($path.log)`);
  expect(told).toEqual(["7", expect.stringContaining("state.json"), "7", "False"]);
});

test("a file that Notepad has saved is read, and a cache of a different version is recreated", async () => {
  const told = await inModule(`
    $marked = [byte[]] @(0xEF, 0xBB, 0xBF) + [System.Text.Encoding]::UTF8.GetBytes('{"server":"https://inn.example"}')
    (ConvertFrom-InnkeeperJson $marked)['server']
    $run = @{ nowMs = [long] 1000000; sections = [System.Collections.Generic.List[object]]::new(); cache = [ordered]@{ 'vms.config' = @('other') } }
    $read = Read-InnkeeperCached $run 'vms.config' @('one') 300 { param($Due) @{ value = @{ one = 2 }; problems = @(); missing = ''; durationMs = [long] 0 } }
    $read['one']`);
  expect(told).toEqual(["https://inn.example", "2"]);
});

test("data for which a run had no time is read in the next one, without the delay after a failure", async () => {
  const told = await inModule(`
    $run = @{ nowMs = [long] 1000000; sections = [System.Collections.Generic.List[object]]::new(); cache = [ordered]@{} }
    $run.watch = [System.Diagnostics.Stopwatch]::StartNew()
    $run.budgetSeconds = 0
    $late = { param($Due) Invoke-InnkeeperTimedStep $run 'Get-InnkeeperVmFirmwarePart' @{} 30 }
    $failing = { param($Due) @{ value = $null; problems = @('no'); missing = ''; durationMs = [long] 1 } }
    [void] (Read-InnkeeperCached $run 'late' @('one') 3600 $late)
    [void] (Read-InnkeeperCached $run 'failing' @('one') 3600 $failing)
    $run.nowMs += 60000
    foreach ($name in 'late', 'failing') {
        $asked = [System.Collections.Generic.List[string]]::new()
        [void] (Read-InnkeeperCached $run $name @('one') 3600 { param($Due) $asked.Add($Due[0]); @{ value = @{ one = 1 }; problems = @(); missing = ''; durationMs = [long] 1 } })
        "$name $($asked.Count)"
    }
    "$($run.sections[0]['status']) $($run.sections[0]['error'])"`);
  expect(told).toEqual([
    "late 1",
    "failing 0",
    "failed was not started: the time limit of the run (0 s) was reached",
  ]);
});
