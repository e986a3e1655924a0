export { HostPageLoading as default } from "@/components/hosts/host-page/host-page-loading.tsx";
