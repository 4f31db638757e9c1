import type { Convention } from '../convention.ts';
import { because, beside, manifests, named } from '../depends.ts';
import { onlyHolds } from '../no-transaction.ts';
import { delimited } from '../write-sections.ts';
import { flywayPlaceholders, settingFiles } from './flyway-placeholders.ts';

/** What Flyway's own reader of PostgreSQL's SQL runs outside of a transaction without being told. https://github.com/flyway/flyway */
const standAlone =
  /^(?:(?:create|drop)(?: unique)? index concurrently|(?:create|drop) (?:database|tablespace|subscription)|alter system|reindex(?: verbose)? (?:schema|database|system)|vacuum|discard all)\b/i;

/** Flyway: `V1_2__name.sql`, `U…` the way back, `R__…` whenever it changes; each in a transaction unless a `.conf` beside it, or what it holds, says otherwise. */
export const flyway: Convention = {
  id: 'flyway',
  title: 'Flyway',
  manual: 'https://documentation.red-gate.com/flyway/flyway-concepts/migrations',
  markers: [...settingFiles, ...manifests.jvm],
  recognise: (around) =>
    named(around, /(?:^|\/)(?:[VUB]\d[\d._]*|R)__[^/]*\.sql$/)
      ? (beside(around, 'flyway.toml', 'flyway.conf', 'conf/flyway.conf') ??
        because(around, manifests.jvm, ['flyway-core', 'flyway', 'org.flywaydb']) ??
        'names as `V1__name.sql`')
      : undefined,
  sidecar: (path) => `${path}.conf`,
  transaction({ text, sidecar = '' }) {
    if (/^[ \t]*executeInTransaction[ \t]*=[ \t]*false\b/m.test(sidecar)) return 'per-statement';
    return onlyHolds(text, standAlone) ? 'per-statement' : 'wrapped';
  },
  placeholders: flywayPlaceholders,
  writing: {
    unwrapped: { by: 'sidecar', text: 'executeInTransaction=false\n' },
    dotted: true,
    program: delimited,
    next: [
      {
        where: /\bCONCURRENTLY\b/,
        text: 'CONCURRENTLY waits for Flyway’s own open transaction unless `flyway.postgresql.transactional.lock=false` is set.',
      },
    ],
  },
};
