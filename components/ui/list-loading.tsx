import { classes } from "./classes.ts";
import { LoadingFrame } from "./loading-frame.tsx";
import { LoadingRows } from "./loading-rows.tsx";
import { PageHead } from "./page-head.tsx";

/** The frame of a list with its filters, views, tools and head in place, while its rows load. */
export function ListLoading({
  title,
  label,
  head,
  dots,
}: {
  title: string;
  label: string;
  /** The height of the head over the rows. */
  head: string;
  dots: number;
}) {
  return (
    <LoadingFrame className="grid min-h-full grid-cols-1 desk:grid-cols-[208px_minmax(0,1fr)]">
      <div className="hidden border-r border-line desk:block" />
      <div className="min-w-0">
        <PageHead title={title} />
        <div className="h-[30px] border-b border-line" />
        <div className="h-[88px] border-b border-line tablet:h-[43px]" />
        <div className={classes("border-b border-line-strong", head)} />
        <div className="bg-panel">
          <LoadingRows rows={14} rowHeight={40} dots={dots} label={label} />
        </div>
      </div>
    </LoadingFrame>
  );
}
