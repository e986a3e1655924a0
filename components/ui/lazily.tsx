"use client";

import { type ComponentType, useEffect, useState } from "react";

/**
 * A part that is loaded when it is first shown. If it cannot be loaded, because the server is unavailable, it stays
 * empty and is requested again the next time; the surrounding page, which is being read, must not fail with it.
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
