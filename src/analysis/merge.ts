import type { Target } from '../engine/engine.ts';
import type { Analysis, Summary } from './analysis.ts';
import { asInFiles } from './written.ts';

const nothing: Summary = { files: 0, statements: 0, findings: { error: 0, warning: 0 }, suppressed: 0, unreadable: 0 };

/** The analyses of several migration directories as one: each was made on its own schema, and only the reports are joined. */
export function mergeAnalyses(analyses: readonly Analysis[], target: Target): Analysis {
  const inFiles = analyses.map(asInFiles);
  const [only] = inFiles;
  if (only !== undefined && inFiles.length === 1) return only;
  return inFiles.reduce<Analysis>(
    (all, each) => ({
      target,
      files: [
        ...all.files,
        ...each.files.map((file) => ({
          ...file,
          ...(each.target !== target && { target: each.target }),
          findings: file.findings.map((finding) =>
            finding.plan === undefined ? finding : { ...finding, plan: finding.plan + all.plans.length },
          ),
        })),
      ],
      plans: [...all.plans, ...each.plans],
      notices: [...all.notices, ...each.notices],
      summary: add(all.summary, each.summary),
    }),
    { target, files: [], plans: [], notices: [], summary: nothing },
  );
}

function add(a: Summary, b: Summary): Summary {
  return {
    files: a.files + b.files,
    statements: a.statements + b.statements,
    findings: { error: a.findings.error + b.findings.error, warning: a.findings.warning + b.findings.warning },
    suppressed: a.suppressed + b.suppressed,
    unreadable: a.unreadable + b.unreadable,
    ...((a.known ?? b.known) !== undefined && { known: (a.known ?? 0) + (b.known ?? 0) }),
    ...(b.unproved !== undefined && { unproved: (a.unproved ?? 0) + b.unproved }),
  };
}
