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

/** Number of adapters or VMs for each status; statuses without any are omitted. */
const vmWords = z.partialRecord(accelerationStatus, z.int());

export const networkHost = z.object({
  id,
  name: z.string(),
  cluster: z.string().nullable(),
  freshness,
  /** The worst status of the host's adapters; empty for a silent host or one not evaluated yet. */
  acceleration: z.partialRecord(hostTechnology, accelerationStatus),
  /** VMs of the host, by the worst status of each VM's adapters. */
  vms: z.partialRecord(vmTechnology, vmWords),
  /** Its adapters, such as `2 × ConnectX-5, 25 Gbps`. */
  adapters: z.string(),
});

/**
 * One technology from available to carrying traffic, counted in adapters of running VMs on reporting hosts. Each step is a
 * part of the one before.
 */
export const networkFunnel = z.object({
  technology: vmTechnology,
  /** Connected adapters of running VMs that the technology applies to. */
  adapters: z.int(),
  /** Of these, nothing is missing that no setting provides: hardware, driver, Windows version, VM and guest. */
  capable: z.int(),
  /** Of these, no requirement is known to be unmet: nothing on the path is disabled. */
  enabled: z.int(),
  /** Of these, the technology is requested, or on by default and not disabled for the VM. */
  askedFor: z.int(),
  /** Of these, it is in effect. */
  active: z.int(),
  /** Configured, but not in effect: the status `configured`. */
  inVain: z.int(),
  /** The step that they do not reach. */
  inVainAt: z.object({ capable: z.int(), enabled: z.int(), active: z.int() }),
});

/** A rung that blocks a technology somewhere in the fleet, with everything it affects. */
export const brokenRung = z.object({
  side: z.enum(["vm", "host"]),
  technology: z.union([vmTechnology, hostTechnology]),
  /** The rung's key, as in the guide. `<technology>:<rung>:<status>` is the value of the filter `rung` that lists the VMs. */
  rung: z.string(),
  /** The requirement, and the fault if it is not met. */
  title: z.string(),
  fault: z.string(),
  status: accelerationStatus,
  /** The outage that fixing it causes; several if it depends on what is missing, none if no fix is offered. */
  costs: z.array(fixCost),
  /** Affected VMs and adapters; for a host-side rung, the host's own adapters. */
  vms: z.int(),
  adapters: z.int(),
  hostCount: z.int(),
  /** The hosts with the most affected VMs. */
  hosts: z.array(reference),
});

/** Installed capacity of the physical ports that are up, and how much of it is in use. */
export const idleCapacity = z.object({
  /** A physical port with RDMA is used if the host or a VM uses RDMA through it. */
  kind: z.enum(["virtual-functions", "queues", "rdma-ports"]),
  present: z.int(),
  used: z.int(),
  /** Ports of which the capacity, or how much of it is in use, could not be read. They are not counted. */
  unreadPorts: z.int(),
  /** Hosts with the most idle capacity, at most ten. */
  hosts: z.array(z.object({ id, name: z.string(), present: z.int(), used: z.int() })),
});

/** A difference between nodes of one cluster. */
export const clusterDrift = z.object({
  cluster: z.string(),
  /** Settings of a switch, or a technology that only some nodes have. */
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
  /** VMs on reporting hosts, by technology and status. */
  technologies: z.array(z.object({ technology: vmTechnology, vms: vmWords })),
  hostTechnologies: z.array(z.object({ technology: hostTechnology, hosts: vmWords })),
  funnel: z.array(networkFunnel),
  /** Most affected VMs first. */
  brokenRungs: z.array(brokenRung),
  idle: z.array(idleCapacity),
  drift: z.array(clusterDrift),
});
export type NetworkView = z.output<typeof networkView>;
