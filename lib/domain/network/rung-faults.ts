import type { FixCost } from "../words.ts";

/** The fault of a broken rung: its title states the requirement, which does not read as a fault in a list. */
export interface RungFault {
  fault: string;
  /** The cost of its remedies: several if it depends on what is missing, none if no remedy is offered. */
  costs: readonly FixCost[];
}

/** By the key of the rung, whose fault is the same in every technology that uses it. */
export const RUNG_FAULTS: Readonly<Record<string, RungFault>> = {
  "synthetic-adapter": { fault: "the adapter is a legacy (emulated) one", costs: ["vm-off"] },
  "host-build": { fault: "the host's Windows version is too old", costs: [] },
  "platform-iov": {
    fault: "the host's processor, chipset or firmware does not support SR-IOV",
    costs: ["host-restart"],
  },
  "adapter-sr-iov-supported": {
    fault: "the adapter, its slot or its driver does not support SR-IOV",
    costs: ["link-break", "host-restart", "hardware"],
  },
  "adapter-sr-iov-enabled": { fault: "SR-IOV is disabled on the physical adapter", costs: ["link-break"] },
  "no-lbfo": { fault: "the switch is bound to an LBFO team", costs: ["outage"] },
  "switch-iov": { fault: "the switch was created without SR-IOV", costs: ["outage"] },
  "virtual-functions-left": { fault: "the switch has no free virtual function", costs: ["nothing"] },
  "switch-extensions": {
    fault: "a forwarding extension replaces the switch's own forwarding",
    costs: ["nothing"],
  },
  "port-policies": {
    fault: "a port policy requires the traffic to pass through the switch",
    costs: ["nothing"],
  },
  "guest-sr-iov": { fault: "the guest OS does not support virtual functions", costs: [] },
  "guest-vf-driver": { fault: "the guest has no driver for the virtual function", costs: ["nothing"] },
  "sr-iov-weight": { fault: "the VM does not request a virtual function", costs: ["nothing"] },
  "vm-running": { fault: "the VM is not running", costs: [] },
  "switch-external": { fault: "the switch is not external: it has no physical adapter", costs: [] },
  "adapter-vmq-supported": { fault: "the adapter has no receive queues for VMs", costs: ["hardware"] },
  "adapter-vmq-enabled": { fault: "VMQ is disabled on the physical adapter", costs: ["link-break"] },
  "adapter-link-speed": { fault: "the link is slower than 10 Gbps (off by design)", costs: [] },
  "vmq-weight": { fault: "VMQ is disabled for the VM's adapter", costs: ["nothing"] },
  "vm-queues-left": { fault: "the switch has no free VMQ queue", costs: ["nothing"] },
  "two-processors": { fault: "the VM has only one virtual processor", costs: ["vm-off"] },
  "vrss-requested": { fault: "vRSS is disabled for the VM's adapter", costs: ["nothing"] },
  "guest-vrss": { fault: "the guest OS does not support vRSS", costs: [] },
  "no-virtual-function": { fault: "a virtual function carries the traffic", costs: [] },
  "guest-rss": { fault: "RSS is disabled in the guest", costs: ["nothing"] },
  "configuration-version": { fault: "the VM's configuration version is below 7.1", costs: ["vm-off"] },
  "adapter-vmmq-supported": {
    fault: "the adapter's driver does not support VMMQ",
    costs: ["hardware"],
  },
  "adapter-vmmq-enabled": {
    fault: "VMMQ is disabled on the physical adapter (*RssOnHostVPorts)",
    costs: ["link-break"],
  },
  "vmmq-requested": { fault: "VMMQ is disabled for the VM's adapter", costs: ["nothing"] },
  "queue-pairs": { fault: "the VM's adapter is limited to one queue pair", costs: ["nothing"] },
  "adapter-rdma-supported": { fault: "the adapter or its driver does not support RDMA", costs: ["hardware"] },
  "adapter-rdma-enabled": { fault: "RDMA is disabled on the physical adapter", costs: ["link-break"] },
  "rdma-weight": { fault: "the VM does not request RDMA", costs: ["nothing"] },
  "virtual-function": { fault: "no virtual function carries the traffic", costs: ["nothing"] },
  "guest-rdma-driver": { fault: "the guest's driver does not support RDMA", costs: ["nothing"] },
  "adapter-link": { fault: "the link is down", costs: [] },
  "adapter-no-lbfo": { fault: "the adapter is in an LBFO team", costs: ["outage"] },
  "adapter-stack": { fault: "the adapter is used for something else", costs: [] },
  "smb-interface": { fault: "SMB does not list the interface as RDMA capable", costs: ["nothing"] },
  "rdma-technology": { fault: "the other end uses another RDMA technology", costs: [] },
  "host-adapter-rdma-enabled": {
    fault: "RDMA is disabled on the host adapter",
    costs: ["nothing", "new-sessions"],
  },
  "host-adapter-tag": { fault: "its frames carry no priority tag", costs: [] },
  "adapter-rss-supported": { fault: "the adapter does not support RSS", costs: [] },
  "host-rss-enabled": { fault: "RSS is disabled for the host", costs: ["nothing"] },
  "adapter-rss-enabled": { fault: "RSS is disabled on the adapter", costs: ["link-break"] },
  "adapter-rss-queues": { fault: "only one receive queue or one processor is available", costs: [] },
  "adapter-rss-link-speed": { fault: "the link is slower than 1 Gbps", costs: [] },
  "rdma-adapter": { fault: "no adapter supports RDMA", costs: [] },
  "rdma-enabled": { fault: "RDMA is not enabled on any adapter", costs: [] },
  "rdma-ready": { fault: "no adapter meets all RDMA requirements", costs: [] },
  "host-network-direct": { fault: "RDMA (Network Direct) is disabled for the host", costs: ["nothing"] },
  dcb: { fault: "RoCE has no lossless traffic class (DCB)", costs: ["flow-control"] },
  "smb-multichannel-client": {
    fault: "Multichannel is disabled for the SMB client",
    costs: ["nothing"],
  },
  "smb-multichannel-server": {
    fault: "Multichannel is disabled for the SMB server",
    costs: ["nothing"],
  },
  "smb-encryption": { fault: "encrypted SMB data bypasses RDMA", costs: ["no-encryption"] },
  "smb-signing": { fault: "SMB signing is required", costs: [] },
  "rdma-session": { fault: "no SMB session is known to use RDMA", costs: [] },
  "smb-interfaces": { fault: "SMB lists no interface", costs: ["nothing"] },
  "smb-configuration": { fault: "no second adapter, RSS, RDMA or team is available", costs: [] },
  "smb-3": { fault: "SMB 3 is disabled", costs: ["nothing"] },
  "smb-constraints": { fault: "a constraint limits SMB to a single channel", costs: ["nothing"] },
  "smb-bindings": { fault: "SMB is not bound, or the firewall blocks it", costs: ["nothing"] },
};
