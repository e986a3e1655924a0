export { VmPageLoading as default } from "@/components/vms/vm-page/vm-page-loading.tsx";
