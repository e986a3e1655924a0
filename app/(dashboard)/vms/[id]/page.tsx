import type { Metadata } from "next";
import { cache } from "react";
import { loadOrNotFound } from "@/app/(dashboard)/load-or-not-found.ts";
import { KeepPlace } from "@/app/keep-place.tsx";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { sayName } from "@/components/vms/vm-page/say-name.ts";
import { VmPage } from "@/components/vms/vm-page/vm-page.tsx";
import { vmQueries } from "@/lib/query/vms.ts";
import { getVmHistory } from "@/lib/services/get-vm-history.ts";
import { getVm } from "@/lib/services/get-vm.ts";

interface Props {
  params: Promise<{ id: string }>;
}

/** Read once for the title and for the page. */
const loadVm = cache((id: string) => loadOrNotFound(() => getVm(id, new Date())));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const vm = await loadVm((await params).id);
  return { title: vm === null ? "VM" : sayName(vm.name) };
}

export default async function VmRoute({ params }: Props) {
  const { id } = await params;
  const [vm] = await Promise.all([
    loadVm(id),
    prefetch(vmQueries.history(id), () => getVmHistory(id, {}, new Date())),
  ]);
  if (vm !== null) await prefetch(vmQueries.detail(id), () => Promise.resolve(vm));

  return (
    <Hydrate>
      <VmPage id={id} />
      <KeepPlace />
    </Hydrate>
  );
}
