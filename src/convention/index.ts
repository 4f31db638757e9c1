import type { Convention, Surroundings } from './convention.ts';
import { dialectMarkers } from './dialect.ts';
import { atlas } from './tools/atlas.ts';
import { dbMigrate } from './tools/db-migrate.ts';
import { dbmate } from './tools/dbmate.ts';
import { diesel } from './tools/diesel.ts';
import { drizzle } from './tools/drizzle.ts';
import { flyway } from './tools/flyway.ts';
import { golangMigrate } from './tools/golang-migrate.ts';
import { goose } from './tools/goose.ts';
import { hasura } from './tools/hasura.ts';
import { knex } from './tools/knex.ts';
import { kysely } from './tools/kysely.ts';
import { liquibase } from './tools/liquibase.ts';
import { maragudkMigrate } from './tools/maragudk-migrate.ts';
import { mikroOrm } from './tools/mikro-orm.ts';
import { nodePgMigrate } from './tools/node-pg-migrate.ts';
import { plain } from './tools/plain.ts';
import { popx } from './tools/popx.ts';
import { alembic, django, rails } from './tools/printed.ts';
import { prisma } from './tools/prisma.ts';
import { rambler } from './tools/rambler.ts';
import { refinery } from './tools/refinery.ts';
import { sequelize } from './tools/sequelize.ts';
import { sqitch } from './tools/sqitch.ts';
import { sqlMigrate } from './tools/sql-migrate.ts';
import { sqlx } from './tools/sqlx.ts';
import { supabase } from './tools/supabase.ts';
import { tern } from './tools/tern.ts';
import { togo } from './tools/togo.ts';
import { typeorm } from './tools/typeorm.ts';

/**
 * The migration tools that are known, in the order in which they are recognised: first those whose word stands in the migrations themselves or in a file
 * that only they write, then those that a project's manifest names.
 */
export const conventions: readonly Convention[] = [
  goose,
  sqlMigrate,
  dbmate,
  rambler,
  togo,
  liquibase,
  sqitch,
  atlas,
  prisma,
  drizzle,
  supabase,
  hasura,
  tern,
  popx,
  diesel,
  refinery,
  sqlx,
  golangMigrate,
  maragudkMigrate,
  typeorm,
  mikroOrm,
  nodePgMigrate,
  kysely,
  dbMigrate,
  sequelize,
  knex,
  flyway,
  django,
  alembic,
  rails,
];

export { plain };

/** Names of the files that some tool, or a dialect, is recognised by. */
export const markerNames: ReadonlySet<string> = new Set([...conventions.flatMap(({ markers }) => markers), ...dialectMarkers]);

/** The files that say how a migration is run, by any tool: which tool it is may not be known yet. */
export function sidecarsOf(path: string): readonly string[] {
  return conventions.flatMap((each) => each.sidecar?.(path) ?? []);
}

/** A convention and why it was taken. */
export interface Recognised {
  readonly convention: Convention;
  readonly reason: string;
}

/** The tool that runs a series of migrations. @param chosen the id that the config names */
export function recognise(around: Surroundings, chosen?: string): Recognised {
  if (chosen !== undefined) return { convention: conventionOf(chosen), reason: '`tool` in the config' };
  for (const convention of conventions) {
    const reason = convention.recognise(around);
    if (reason !== undefined) return { convention, reason };
  }
  return { convention: plain, reason: plain.recognise(around) ?? '' };
}

/** The convention of an id; the plain one where there is none of it. */
export function conventionOf(id: string | undefined): Convention {
  return conventions.find((each) => each.id === id) ?? plain;
}

/** The ids that the config may name. */
export const conventionIds: readonly string[] = [...conventions, plain].map(({ id }) => id);

/** A tool's own list of its migrations with further ones at its end; undefined where the text is no such list. */
export function addToList(tool: string, text: string, keys: readonly string[]): string | undefined {
  return conventionOf(tool).writing.list?.add(text, keys);
}
