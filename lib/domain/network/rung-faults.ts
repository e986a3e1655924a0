import type { FixCost } from "../words.ts";

/** What is wrong where a rung is broken: its title says what must hold, and a list of faults cannot be read from that. */
export interface RungFault {
  fault: string;
  /** What its remedies cost: several where it depends on what is missing, none where nothing is offered. */
  costs: readonly FixCost[];
}

/** By the key of the rung, whose fault is the same in every technology that asks it. */
export const RUNG_FAULTS: Readonly<Record<string, RungFault>> = {
  "synthetic-adapter": { fault: "the adapter is an emulated one", costs: ["vm-off"] },
  "host-build": { fault: "this Windows is too old for it", costs: [] },
  "platform-iov": {
    fault: "processor, chipset or firmware of the host cannot do SR-IOV",
    costs: ["host-restart"],
  },
  "adapter-sr-iov-supported": {
    fault: "the adapter, its slot or its driver cannot do SR-IOV",
    costs: ["link-break", "host-restart", "hardware"],
  },
  "adapter-sr-iov-enabled": { fault: "SR-IOV is switched off at the adapter", costs: ["link-break"] },
  "no-lbfo": { fault: "an LBFO team lies under the switch", costs: ["outage"] },
  "switch-iov": { fault: "the switch was created without SR-IOV", costs: ["outage"] },
  "virtual-functions-left": { fault: "the switch has no virtual function left", costs: ["nothing"] },
  "switch-extensions": { fault: "an extension forwards in place of the switch", costs: ["nothing"] },
  "port-policies": { fault: "a policy on the port needs the switch to see the traffic", costs: ["nothing"] },
  "guest-sr-iov": { fault: "the guest's system cannot drive a virtual function", costs: [] },
  "guest-vf-driver": { fault: "the guest has no driver for the virtual function", costs: ["nothing"] },
  "sr-iov-weight": { fault: "the VM does not ask for a virtual function", costs: ["nothing"] },
  "vm-running": { fault: "the VM does not run", costs: [] },
  "switch-external": { fault: "the switch is not external: no physical adapter carries it", costs: [] },
  "adapter-vmq-supported": { fault: "the adapter has no receive queues for VMs", costs: ["hardware"] },
  "adapter-vmq-enabled": { fault: "VMQ is switched off at the adapter", costs: ["link-break"] },
  "adapter-link-speed": { fault: "the link has less than 10 Gbps, which is by design", costs: [] },
  "vmq-weight": { fault: "the VM takes no queue", costs: ["nothing"] },
  "vm-queues-left": { fault: "the switch has no queue left", costs: ["nothing"] },
  "two-processors": { fault: "the VM has one processor", costs: ["vm-off"] },
  "vrss-requested": { fault: "vRSS is switched off for the adapter", costs: ["nothing"] },
  "guest-vrss": { fault: "the guest's system cannot spread what it receives", costs: [] },
  "no-virtual-function": { fault: "a virtual function carries the traffic", costs: [] },
  "guest-rss": { fault: "RSS is off in the guest", costs: ["nothing"] },
  "configuration-version": { fault: "the VM's configuration version is below 7.1", costs: ["vm-off"] },
  "adapter-vmmq-supported": {
    fault: "the adapter's driver cannot spread a VM's queue over several",
    costs: ["hardware"],
  },
  "adapter-vmmq-enabled": {
    fault: "VMMQ is switched off at the adapter (*RssOnHostVPorts)",
    costs: ["link-break"],
  },
  "vmmq-requested": { fault: "VMMQ is switched off for the adapter", costs: ["nothing"] },
  "queue-pairs": { fault: "the adapter may have one queue pair only", costs: ["nothing"] },
  "adapter-rdma-supported": { fault: "the adapter or its driver cannot do RDMA", costs: ["hardware"] },
  "adapter-rdma-enabled": { fault: "RDMA is switched off at the adapter", costs: ["link-break"] },
  "rdma-weight": { fault: "the VM does not ask for RDMA", costs: ["nothing"] },
  "virtual-function": { fault: "no virtual function carries the traffic", costs: ["nothing"] },
  "guest-rdma-driver": { fault: "the guest's driver offers no RDMA", costs: ["nothing"] },
  "adapter-link": { fault: "the link is down", costs: [] },
  "adapter-no-lbfo": { fault: "the adapter is in an LBFO team", costs: ["outage"] },
  "adapter-stack": { fault: "the adapter feeds something else", costs: [] },
  "smb-interface": { fault: "SMB sees no interface that can do RDMA", costs: ["nothing"] },
  "rdma-technology": { fault: "the other end speaks another technology", costs: [] },
  "host-adapter-rdma-enabled": {
    fault: "RDMA is switched off at the host adapter",
    costs: ["nothing", "new-sessions"],
  },
  "host-adapter-tag": { fault: "its frames do not carry their priority", costs: [] },
  "adapter-rss-supported": { fault: "the adapter cannot spread what it receives", costs: [] },
  "host-rss-enabled": { fault: "RSS is switched off for the host", costs: ["nothing"] },
  "adapter-rss-enabled": { fault: "RSS is switched off at the adapter", costs: ["link-break"] },
  "adapter-rss-queues": { fault: "there is one queue, or one processor to serve it", costs: [] },
  "adapter-rss-link-speed": { fault: "the link runs below 1 Gbps", costs: [] },
  "rdma-adapter": { fault: "no adapter can do RDMA", costs: [] },
  "rdma-enabled": { fault: "RDMA is on for no adapter", costs: [] },
  "rdma-ready": { fault: "for no adapter every rung of RDMA holds", costs: [] },
  "host-network-direct": { fault: "RDMA is switched off for the host", costs: ["nothing"] },
  dcb: { fault: "RoCE has no lossless class (DCB)", costs: ["flow-control"] },
  "smb-multichannel-client": {
    fault: "Multichannel is switched off for the host as a client",
    costs: ["nothing"],
  },
  "smb-multichannel-server": {
    fault: "Multichannel is switched off for the host as a server",
    costs: ["nothing"],
  },
  "smb-encryption": { fault: "encryption takes data off the RDMA path", costs: ["no-encryption"] },
  "smb-signing": { fault: "signing is required", costs: [] },
  "rdma-session": { fault: "no session is seen to go over RDMA", costs: [] },
  "smb-interfaces": { fault: "SMB lists no interface", costs: ["nothing"] },
  "smb-configuration": { fault: "neither several adapters, RSS, RDMA nor a team", costs: [] },
  "smb-3": { fault: "SMB 3 is switched off", costs: ["nothing"] },
  "smb-constraints": { fault: "a constraint leaves SMB with a single channel", costs: ["nothing"] },
  "smb-bindings": { fault: "SMB is not bound, or the firewall keeps it out", costs: ["nothing"] },
};
