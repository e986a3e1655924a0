import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { requireViewer } from "@/app/require-viewer.ts";
import { GuideArticle } from "@/components/guide/guide-article.tsx";
import { GuideCrumb } from "@/components/guide/guide-crumb.tsx";
import { GuideFrame } from "@/components/guide/guide-frame.tsx";
import { GuideLive } from "@/components/guide/guide-live.tsx";
import { GuideSide } from "@/components/guide/guide-side.tsx";
import { findGuidePage, GUIDE_ENTRIES } from "@/lib/guide/pages.ts";
import { findingQueries } from "@/lib/query/findings.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { listCauses } from "@/lib/services/list-causes.ts";
import { listVms } from "@/lib/services/list-vms.ts";

interface Props {
  params: Promise<{ kind: string; key: string }>;
}

async function pageOf(params: Props["params"]) {
  const { kind, key } = await params;
  return findGuidePage(kind, decodeURIComponent(key));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pageOf(params);
  return { title: page === null ? "Guide" : `${page.title} · Guide` };
}

export default async function GuidePageRoute({ params }: Props) {
  await requireViewer();
  const page = await pageOf(params);
  if (page === null) notFound();
  const { kind, key, rules } = page;
  const current = GUIDE_ENTRIES.find((entry) => entry.kind === kind && entry.key === key);
  if (current === undefined) notFound();
  const now = new Date();
  if (rules.length > 0)
    await Promise.all([
      prefetch(findingQueries.causes({ rule: rules }), () => listCauses({ rule: rules }, now)),
      prefetch(vmQueries.count({ rule: rules }), () => listVms({ rule: rules, limit: 1 }, now)),
    ]);

  return (
    <Hydrate>
      <GuideCrumb name={page.title} />
      <GuideFrame
        entries={GUIDE_ENTRIES}
        current={current}
        side={<GuideSide page={page} live={<GuideLive kind={kind} of={key} rules={rules} />} />}
      >
        <GuideArticle page={page} />
      </GuideFrame>
    </Hydrate>
  );
}
