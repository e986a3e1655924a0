import { z } from "zod";
import { reference } from "./findings.ts";
import {
  accelerationStatus,
  fixCost,
  freshness,
  hostTechnology,
  id,
  ruleId,
  severity,
  vmTechnology,
} from "./words.ts";

/** How many adapters or VMs have each word; a word that none has is left out. */
const vmWords = z.partialRecord(accelerationStatus, z.int());

export const networkHost = z.object({
  id,
  name: z.string(),
  cluster: z.string().nullable(),
  freshness,
  /** The worst over the host's adapters; a host that is silent or has not been judged has none. */
  acceleration: z.partialRecord(hostTechnology, accelerationStatus),
  /** Of its VMs, by the worst over each VM's adapters. */
  vms: z.partialRecord(vmTechnology, vmWords),
  /** What its adapters are, as `2 × ConnectX-5, 25 Gbps`. */
  adapters: z.string(),
});

/** One technology from what is there to what carries traffic, in adapters of running VMs on reporting hosts. */
export const networkFunnel = z.object({
  technology: vmTechnology,
  /** Connected adapters of running VMs that the technology applies to. */
  adapters: z.int(),
  /** Everything that it needs is there, or it is asked for. */
  capable: z.int(),
  /** Nothing on the path is switched off. */
  enabled: z.int(),
  askedFor: z.int(),
  /** Asked for, and not in effect. */
  inVain: z.int(),
  active: z.int(),
});

/** A rung that stops a technology somewhere in the fleet, with all that hangs on it. */
export const brokenRung = z.object({
  side: z.enum(["vm", "host"]),
  technology: z.union([vmTechnology, hostTechnology]),
  /** The rung's key, for the guide; with the technology and a colon before it, the filter `rung` of the VMs. */
  rung: z.string(),
  /** What must hold, and what is wrong where it does not. */
  title: z.string(),
  fault: z.string(),
  status: accelerationStatus,
  /** What it takes down to mend it; several where that depends on what is missing, none where no fix is offered. */
  costs: z.array(fixCost),
  /** VMs and adapters behind it; of a host-side rung the host's own adapters. */
  vms: z.int(),
  adapters: z.int(),
  hostCount: z.int(),
  /** The first few, by how many VMs they add. */
  hosts: z.array(reference),
});

/** What was paid for and how much of it carries traffic. */
export const idleCapacity = z.object({
  kind: z.enum(["virtual-functions", "queues", "rdma-ports"]),
  present: z.int(),
  used: z.int(),
  /** Hosts with most of it idle, at most ten. */
  hosts: z.array(z.object({ id, name: z.string(), present: z.int(), used: z.int() })),
});

/** Nodes of one cluster that are not alike. */
export const clusterDrift = z.object({
  cluster: z.string(),
  /** A switch's settings, or a technology that some nodes have and others not. */
  kind: z.enum(["switch", "technology"]),
  rule: ruleId.nullable(),
  severity: severity.nullable(),
  /** The switch's or technology's name. */
  subject: z.string(),
  summary: z.string(),
  hosts: z.array(reference),
});

export const networkView = z.object({
  hosts: z.array(networkHost),
  /** VMs by technology and word, over the hosts that report. */
  technologies: z.array(z.object({ technology: vmTechnology, vms: vmWords })),
  hostTechnologies: z.array(z.object({ technology: hostTechnology, hosts: vmWords })),
  funnel: z.array(networkFunnel),
  /** By VMs touched, the most first. */
  brokenRungs: z.array(brokenRung),
  idle: z.array(idleCapacity),
  drift: z.array(clusterDrift),
});
export type NetworkView = z.output<typeof networkView>;
