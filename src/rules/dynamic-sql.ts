import { defineSharedRule } from './rule.ts';

export default defineSharedRule({
  id: 'dynamic-sql',
  title: 'SQL that is put together at run time cannot be checked',
  category: 'unreadable',
  severity: 'error',
  on: ['dynamic-sql'],
  check(judged) {
    const comment = judged.migration.program === undefined ? '--' : '//';
    judged.report(
      `This cannot be checked: ${judged.operation.reason.replace(/\s+/g, ' ')}.`,
      `Write the statements out${comment === '--' ? '' : ' as SQL'}; or write \`${comment} lockstep-ignore dynamic-sql: <reason>\` above it once somebody has read it.`,
    );
  },
});
