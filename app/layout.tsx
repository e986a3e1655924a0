import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { IconSprite } from "@/components/ui/icon-sprite.tsx";
import { THEME_COOKIE, toTheme } from "@/components/shell/theme.ts";
import { Providers } from "./providers.tsx";
import "./globals.css";

// One font file is preloaded; the others load with the first character or command that needs them.
const plex = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-standard-normal.woff2",
  weight: "100 700",
  declarations: [{ prop: "font-stretch", value: "75% 100%" }],
  variable: "--plex",
  display: "swap",
  preload: true,
});
const plexExtended = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-standard-normal.woff2",
  weight: "100 700",
  declarations: [
    { prop: "font-stretch", value: "75% 100%" },
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0",
    },
  ],
  variable: "--plex-ext",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});
const plexMono = localFont({
  src: [
    {
      path: "../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2",
      weight: "500",
    },
  ],
  variable: "--plex-mono",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: { default: "Innkeeper", template: "%s · Innkeeper" },
  description: "Whether every VM is properly tied to its host",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fefdfc" },
    { media: "(prefers-color-scheme: dark)", color: "#131c1f" },
  ],
};

/** The theme is on the root element before the first paint, so nothing flashes and no script is needed for it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang="en"
      className={`${plex.variable} ${plexExtended.variable} ${plexMono.variable}`}
      {...(theme === "system" ? {} : { "data-theme": theme })}
      // A switched theme changes the attribute in the browser.
      suppressHydrationWarning
    >
      <body>
        <IconSprite />
        <Providers serverNowMs={Date.now()}>{children}</Providers>
      </body>
    </html>
  );
}
