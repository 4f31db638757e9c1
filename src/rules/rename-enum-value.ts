import { defineRule } from './rule.ts';
import { quoted } from './wording.ts';

export default defineRule({
  id: 'rename-enum-value',
  title: 'ALTER TYPE … RENAME VALUE breaks running code that writes or compares the old value',
  category: 'breaking',
  severity: 'error',
  on: ['rename-enum-value'],
  check(judged) {
    const { type, from, to } = judged.operation;
    judged.report(
      `Code that is running while the migration is applied may still use the value '${from}' of ${quoted(type.name)}: its queries fail as soon as it is called '${to}', and rows come back with a value that it does not know.`,
      `Add '${to}' as a further value, let the code accept both, rewrite the rows in batches, and leave '${from}' unused.`,
    );
  },
});
