import type { Metadata } from "next";
import { Mark } from "@/components/shell/mark.tsx";
import { buttonClass } from "@/components/ui/button.tsx";

export const metadata: Metadata = { title: "Page not found" };

/** A page that is not there, or that may not be seen: the two look the same. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh content-center justify-items-start gap-1.5 px-6 tablet:justify-items-center tablet:text-center">
      <Mark size={40} label="Innkeeper" />
      <h1 className="text-hero font-semibold">
        This page does not exist, or you do not have permission to view it
      </h1>
      <p className="max-w-[60ch] text-large text-ink-2">
        The address may be mistyped, or the page may have been removed. If someone sent you this link, ask
        them.
      </p>
      {/* The code of Next's own link would be fetched a second time with every page, since this one may take its place. */}
      {/* oxlint-disable-next-line nextjs/no-html-link-for-pages -- see above */}
      <a href="/" className={`${buttonClass()} mt-2`}>
        Go to the fleet
      </a>
    </main>
  );
}
