import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * The browser adds the history entry of a link within a page itself. Next ignores entries that are not its own: Back to one
 * would change the address and leave the page as it is. So each is handed to Next as soon as it appears.
 */
export function useLinksWithin(): void {
  const router = useRouter();
  useEffect(() => {
    const adopt = ({ state }: PopStateEvent) => {
      if (state === null) router.replace(location.href);
    };
    addEventListener("popstate", adopt);
    return () => removeEventListener("popstate", adopt);
  }, [router]);
}
