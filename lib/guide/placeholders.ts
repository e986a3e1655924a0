/** Stands in a command where a VM's page has the VM's own id: an id, because names repeat. */
export const ANY_VM = "<VM id>";
export const ANY_ADAPTER = { vmId: ANY_VM, adapterId: "" } as const;
