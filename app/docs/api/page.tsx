import type { Metadata } from "next";
import Link from "next/link";
import { ApiPage } from "@/components/api-docs/api-page.tsx";

export const metadata: Metadata = { title: "API" };

/** The description is public, as the document itself is: it names no host and no VM. */
export default function ApiRoute() {
  return (
    <main className="h-full overflow-auto">
      <p className="bg-rail px-3 py-1.5 text-rail-ink tablet:px-6">
        <Link href="/" className="hover:underline">
          Innkeeper
        </Link>
      </p>
      <ApiPage />
    </main>
  );
}
