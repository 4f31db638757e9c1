import type { Convention } from '../convention.ts';
import { holds } from '../depends.ts';

/** SQL that a framework's own command has printed: it says itself where transactions begin and end, and is no file that the framework runs. */
function printed(tool: Pick<Convention, 'id' | 'title' | 'manual'>, sign: RegExp, reason: string, next: string): Convention {
  return {
    ...tool,
    markers: [],
    recognise: (around) => (holds(around, sign) ? reason : undefined),
    transaction: () => 'per-statement',
    writing: { unwrapped: { by: 'one-statement' }, next: [next] },
  };
}

/** `python manage.py sqlmigrate app 0002`. */
export const django = printed(
  { id: 'django', title: 'Django', manual: 'https://docs.djangoproject.com/en/stable/ref/django-admin/#sqlmigrate' },
  /^--\n-- (?:(?:Create(?: proxy)?|Delete|Rename) model|Rename table for|(?:Add|Alter|Remove|Rename) field|(?:Concurrently )?(?:Create|Add|Remove|Rename) index|(?:Create|Add|Alter|Remove|Validate) constraint|Alter (?:unique|index)_together|Set order_with_respect_to|Creates extension|(?:Create|Remove) collation|Change (?:Meta|managers)|Raw (?:SQL|Python) operation|Custom state|(?:MIGRATION NOW PERFORMS|THIS) OPERATION)\b/im,
  'the comments of `sqlmigrate`',
  'Write each file as a migration with `migrations.RunSQL(sql, reverse_sql)`; with `atomic = False` where it runs outside of a transaction.',
);

/** `alembic upgrade head --sql`. */
export const alembic = printed(
  { id: 'alembic', title: 'Alembic', manual: 'https://alembic.sqlalchemy.org/en/latest/offline.html' },
  /^(?:-- Running (?:upgrade|downgrade) |(?:CREATE TABLE|UPDATE|INSERT INTO) alembic_version\b)/m,
  'the comments of `upgrade --sql`',
  'Write each file as a revision with `op.execute(…)`; within `op.get_context().autocommit_block()` where it runs outside of a transaction.',
);

/** A `structure.sql`, or what of it a migration changes. */
export const rails = printed(
  { id: 'rails', title: 'Rails', manual: 'https://guides.rubyonrails.org/active_record_migrations.html#types-of-schema-dumps' },
  /^INSERT INTO "schema_migrations" \(version\) VALUES/m,
  '`schema_migrations` in what `db:migrate` writes',
  'Write each file as a migration with `execute`; with `disable_ddl_transaction!` where it runs outside of a transaction.',
);
