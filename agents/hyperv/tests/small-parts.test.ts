import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { stageModule } from "./hosts/stage.ts";
import { runInModule } from "./inside-module.ts";

let folder: string;
let manifest: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-parts-"));
  manifest = await stageModule(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inModule = (text: string) => runInModule(inject("engine"), { folder, manifest }, text);

test("waits are between 5 s and a limit that doubles up to 5 min, and Retry-After is extended by at most a quarter", async () => {
  const waits = await inModule(`
    foreach ($random in 0.0, 0.9999999999) {
      $script:random = $random
      \${function:script:Get-InnkeeperRandom} = { $script:random }
      (@(foreach ($failures in 1, 2, 3, 6, 7, 1000000) { Get-InnkeeperWait $failures $null }) + (Get-InnkeeperWait 1 120.0)) -join ' '
    }`);
  expect(waits).toEqual([
    "5000 5000 5000 5000 5000 5000 120000",
    "10000 20000 40000 300000 300000 300000 150000",
  ]);
});

test("instances start at different seconds of the minute, and each always at its own", async () => {
  const [again, ...starts] = await inModule(`
    # The first second after noon that belongs to a new interval.
    $startOf = {
      param ($Instance)
      $noon = [long] 1795608000000
      $slot = Get-InnkeeperSlot $noon 60 $Instance
      for ($second = 1; (Get-InnkeeperSlot ($noon + 1000 * $second) 60 $Instance) -eq $slot; $second++) { }
      $second
    }
    $first = '5b0c1d2e-3f40-4a5b-8c6d-000000000001'
    (& $startOf $first) -eq (& $startOf $first)
    foreach ($number in 1..40) { & $startOf ('5b0c1d2e-3f40-4a5b-8c6d-{0:d12}' -f $number) }`);
  expect(again).toBe("True");
  const seconds = starts.map(Number);
  expect(seconds.every((second) => second >= 1 && second <= 60)).toBe(true);
  // Of 40 instances, about 29 seconds are expected to be taken.
  expect(new Set(seconds).size).toBeGreaterThan(20);
});

describe("the writer of JSON", () => {
  test.each([
    ["an enum", "[System.DayOfWeek]::Monday", "System.DayOfWeek"],
    ["a date", "[datetime]::UtcNow", "System.DateTime"],
    ["a time span", "[timespan]::Zero", "System.TimeSpan"],
    ["a version", "[version] '1.2'", "System.Version"],
    ["a GUID", "[guid]::Empty", "System.Guid"],
    ["a fraction", "1.5", "System.Double"],
    ["an object of Windows", "[System.IO.FileInfo]::new('file')", "System.IO.FileInfo"],
    ["an object of PowerShell", "[pscustomobject]@{ a = 1 }", "System.Management.Automation.PSCustomObject"],
  ])("refuses %s, wherever it is", async (_name, value, type) => {
    const told = await inModule(`
      foreach ($place in { [ordered]@{ a = ${value} } }, { , @(${value}) }) {
        try { ConvertTo-InnkeeperJson (& $place) }
        catch { Get-InnkeeperErrorText $_ }
      }`);
    const refusal = `A value of type ${type} cannot be written as JSON.`;
    expect(told).toEqual([refusal, refusal]);
  });

  test("writes a wrapped list as a list, all levels, and no key without a value", async () => {
    const [list, nested, sparse] = await inModule(`
      ConvertTo-InnkeeperJson ([ordered]@{ a = [psobject] @(1, 2); b = @('one'); c = @() })
      $deep = [ordered]@{ end = $true }
      foreach ($level in 1..15) { $deep = [ordered]@{ a = $deep } }
      ConvertTo-InnkeeperJson $deep
      ConvertTo-InnkeeperJson ([ordered]@{ a = $null; b = ''; c = 0; d = $false; e = "\`t""\\" })`);
    expect(list).toBe('{"a":[1,2],"b":["one"],"c":[]}');
    expect(nested).toBe(`${'{"a":'.repeat(15)}{"end":true}${"}".repeat(15)}`);
    expect(JSON.parse(sparse ?? "")).toEqual({ b: "", c: 0, d: false, e: '\t"\\' });
  });
});
