import type { ReactNode } from "react";

interface PageHeadProps {
  title: ReactNode;
  /** The most important sentence. */
  sentence?: ReactNode;
  actions?: ReactNode;
}

/** Title, one sentence, actions on the right: no icon, no picture. */
export function PageHead({ title, sentence, actions }: PageHeadProps) {
  return (
    <header className="page-head flex flex-wrap items-center gap-x-2.5 gap-y-1 px-2.5 pt-2 pb-1.5 tablet:px-4 tablet:pt-2.5 tablet:pb-2">
      <h1 className="text-title font-semibold">{title}</h1>
      {sentence === undefined ? null : (
        <p className="text-ink-2 max-tablet:order-3 max-tablet:basis-full">{sentence}</p>
      )}
      {actions === undefined ? null : <div className="ml-auto flex items-center gap-2">{actions}</div>}
    </header>
  );
}
