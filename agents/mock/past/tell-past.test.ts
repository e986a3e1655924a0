import { describe, expect, test } from "vitest";
import { snapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { createFleet } from "../fleet.ts";
import { planVm } from "../fleet/vm-plan.ts";
import { incidentsOf, toldAt } from "./incidents.ts";
import { tellPast } from "./tell-past.ts";
import { vmInThePast } from "./vm-in-the-past.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const DAYS = 365;
const DAY_MS = 86_400_000;

function demo() {
  return createFleet({ scenario: "demo", now: NOW, hosts: 12, vms: 4 });
}

const plans = demo().hosts.map(({ plan }) => plan);
const told = plans.map((plan) => [...tellPast(demo(), plan, DAYS)]);

describe("the history of a fleet", () => {
  test("is the same each time", () => {
    const [plan] = plans;
    if (!plan) throw new Error("The demo has hosts.");
    expect([...tellPast(demo(), plan, DAYS)]).toEqual(told[0]);
  });

  test("consists of valid reports, in order, all of them before the start of the fleet", () => {
    for (const reports of told) {
      const times = reports.map(({ receivedAt }) => receivedAt);
      expect(times).toEqual(times.toSorted());
      expect(Date.parse(times.at(-1) ?? "")).toBeLessThan(NOW.getTime());
      expect(reports.map(({ snapshot }) => snapshot.sequence)).toEqual(reports.map((_, index) => index + 1));
      for (const { snapshot } of [reports[0], reports.at(-1)].filter((report) => report !== undefined)) {
        expect(snapshotV1.parse(snapshot)).toEqual(snapshot);
        expect(snapshot.epoch).toBeLessThan(NOW.getTime());
      }
    }
  });

  test("reports are no further apart than the host's interval, except while it is silent", () => {
    const [reports = []] = told;
    const late = reports.filter(({ receivedAt, snapshot }, index) => {
      const next = reports[index + 1];
      const waitedMs = Date.parse(next?.receivedAt ?? receivedAt) - Date.parse(receivedAt);
      return waitedMs > snapshot.agent.intervalSeconds * 1000 + DAY_MS / 2;
    });
    expect(late.length).toBeLessThanOrEqual(2);
  });

  test("a problem that lasted hours is reported at its start, once more, and at its end", () => {
    let [whole, days] = [0, 0];
    for (const [index, plan] of plans.entries()) {
      const times = new Set(told[index]?.map(({ receivedAt }) => Date.parse(receivedAt)));
      for (const incident of incidentsOf(plan, NOW.getTime(), DAYS)) {
        const seen = toldAt(incident).filter((atMs) => times.has(atMs)).length;
        if (seen === 3) whole += 1;
        if (seen === 3 && incident.mendedMs - incident.beganMs > DAY_MS) days += 1;
      }
    }
    expect(whole).toBeGreaterThan(plans.length);
    expect(days).toBeLessThan(whole / 2);
  });

  test("there are days on which no host reported", () => {
    const days = new Set(told.flat().map(({ receivedAt }) => receivedAt.slice(0, 10)));
    const lately = Array.from({ length: 30 }, (_, index) =>
      new Date(NOW.getTime() - (index + 1) * DAY_MS).toISOString().slice(0, 10),
    );
    expect(lately.filter((day) => !days.has(day))).toHaveLength(4);
  });

  test("dates of single events do not change from day to day", () => {
    const created = new Map<string, Set<string | null>>();
    const booted = new Map<string, Set<string | null>>();
    for (const { snapshot } of told.flat()) {
      const boots = booted.get(snapshot.host.name) ?? new Set();
      booted.set(snapshot.host.name, boots.add(snapshot.host.os?.bootedAt ?? null));
      for (const vm of snapshot.vms ?? []) {
        const dates = created.get(vm.id) ?? new Set();
        created.set(vm.id, dates.add(vm.createdAt ?? null));
      }
    }
    expect(Math.max(...[...created.values()].map(({ size }) => size))).toBe(1);
    // Restarted about once a month.
    expect(Math.max(...[...booted.values()].map(({ size }) => size))).toBeLessThanOrEqual(DAYS / 30 + 2);
  });
});

describe("a VM in the past", () => {
  const pairs = plans.flatMap((host) =>
    Array.from({ length: host.vmCount }, (_, slot) => ({ host, vm: planVm(host, slot) })),
  );

  test("does not exist before it was created", () => {
    for (const { host, vm } of pairs) {
      expect(vmInThePast(vm, host, vm.createdDaysAgo + 1, DAYS)).toBeNull();
      expect(vmInThePast(vm, host, Math.min(vm.createdDaysAgo, 300), DAYS)).not.toBeNull();
    }
  });

  test("ends in its state at the start of the fleet: fixed problems are gone, and there are no others", () => {
    for (const { host, vm } of pairs) {
      const yesterday = vmInThePast(vm, host, 1, DAYS);
      for (const flaw of yesterday?.flaws ?? []) expect([...vm.flaws]).toContain(flaw);
    }
  });

  test("there were more problems a year ago than now", () => {
    const flawsOn = (daysAgo: number) =>
      pairs.reduce((sum, { host, vm }) => sum + (vmInThePast(vm, host, daysAgo, DAYS)?.flaws.size ?? 0), 0);
    const vmsOn = (daysAgo: number) =>
      pairs.filter(({ host, vm }) => vmInThePast(vm, host, daysAgo, DAYS) !== null).length;
    expect(flawsOn(360) / vmsOn(360)).toBeGreaterThan(flawsOn(1) / vmsOn(1));
  });
});
