import type { Metadata } from "next";
import { Mark } from "@/components/shell/mark.tsx";
import { buttonClass } from "@/components/ui/button.tsx";

export const metadata: Metadata = { title: "Page not found" };

/** The page does not exist, or the user may not view it: the two look the same. */
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
      {/* The code of Next's own link would be loaded again with every page, since this page can replace any of them. */}
      {/* oxlint-disable-next-line nextjs/no-html-link-for-pages -- see above */}
      <a href="/" className={`${buttonClass()} mt-2`}>
        Go to the fleet
      </a>
    </main>
  );
}
