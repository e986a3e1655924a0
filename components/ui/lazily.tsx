"use client";

import { type ComponentType, useEffect, useState } from "react";

/**
 * A part that is fetched when it is first shown. Where it cannot be had, because the server is away, it stays empty and
 * is asked for again the next time; the page round it, which is what is being read, must not fall for it.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;

  return function Lazily(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => loaded);

    useEffect(() => {
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        () => undefined,
      );
    }, []);

    return Part === null ? null : <Part {...props} />;
  };
}
