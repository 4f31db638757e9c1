import type { MysqlContext } from '../../../src/engine/engine.ts';
import { failuresOf } from '../../../src/engine/failure.ts';
import type { Effect } from '../../../src/engine/mysql/effect.ts';
import type { Form } from '../../../src/engine/mysql/forms.ts';
import { formsOfStatement, mysql } from '../../../src/engine/mysql/index.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { applyStatement } from '../../../src/schema/apply.ts';
import { loadMysqlSchema } from '../../../src/schema/load-mysql.ts';
import type { Schema } from '../../../src/schema/schema.ts';
import { loadMysqlReader } from '../../../src/sql/load.ts';
import type { Reader } from '../../../src/sql/statement.ts';
import type { Case } from '../../truth/mysql/case.ts';
import { type Algorithm, algorithms, type DoneLine, type Line, type MysqlServer } from '../../truth/mysql/record.ts';

const empty = await loadMysqlSchema();
export const readers = { mysql: await loadMysqlReader({ server: 'mysql' }), mariadb: await loadMysqlReader({ server: 'mariadb' }) };

/** What the engine says of a case's statement on a server. */
export interface Prediction {
  readonly effects: readonly Effect[];
  /** What it takes, by algorithm. */
  readonly forms: Readonly<Partial<Record<Algorithm, Form>>>;
  /** The tables that the setup has made: of others the record can tell nothing. */
  readonly tables: ReadonlySet<string>;
  /** The statement is in the grammar of the other server alone. */
  readonly unreadable: boolean;
}

export function predict(each: Case, server: MysqlServer): Prediction {
  const [engine = 'mysql', version = ''] = server.split('@') as [MysqlContext['target']['engine'], string];
  const reader = readers[engine];
  const schema = schemaOf(each.setup, reader);
  const context: MysqlContext = { target: { engine, version } };
  const [statement] = reader.read(each.sql).statements;
  if (statement === undefined || statement.unreadable) return { effects: [], forms: {}, tables: new Set(), unreadable: true };
  const forms = formsOfStatement(statement.operations, schema, context) ?? {};
  return {
    effects: mysql.statementEffects(statement.operations, schema, context),
    forms: Object.fromEntries(
      algorithms.flatMap((word) => [[word, forms[word.toUpperCase() as keyof typeof forms]]]).filter(([, form]) => form),
    ),
    tables: new Set(schema.tables.entries().flatMap(([, { name, complete }]) => (complete ? [name.name] : []))),
    unreadable: false,
  };
}

const schemas = new Map<string, Schema>();

export function schemaOf(setup: string, reader: Reader): Schema {
  const key = `${reader === readers.mysql} ${setup}`;
  const known = schemas.get(key);
  if (known !== undefined) return known;
  const made = reader.read(setup).statements.reduce((schema, { operations }) => {
    // Rows of the setup are no change of the schema; the replay of history is one of whole statements.
    return operations.some(({ kind }: Operation) => kind === 'insert') ? schema : applyStatement(schema, operations);
  }, empty);
  schemas.set(key, made);
  return made;
}

/** What is wrong with a prediction, in one line; undefined where it is exact. */
export function disagreement({ effects, tables, unreadable }: Prediction, line: Line): string | undefined {
  if ('no setup' in line) return undefined;
  const failures = effects.flatMap(failuresOf);
  const certain = failures.filter((each) => each.certain).map(({ code }) => code);
  const possible = failures.filter((each) => !each.certain).map(({ code }) => code);
  if ('refused' in line) {
    if (unreadable || certain.includes(String(line.refused))) return undefined;
    return `it is refused with ${line.refused}, not ${certain}`;
  }
  if (unreadable) return 'it cannot be read';
  const error = line.fails?.plain;
  if (error === undefined && certain.length > 0) return `it is done, and should fail: ${certain}`;
  if (error !== undefined && ![...certain, ...possible].includes(String(error)))
    return `it fails on rows with ${error}, not ${[...certain, ...possible]}`;
  const [told, seen] = [textOf(toldOf(effects, tables, line)), textOf(line.plain)];
  return told === seen ? undefined : `predicted ${told}; the server: ${seen}`;
}

function toldOf(effects: readonly Effect[], tables: ReadonlySet<string>, { plain }: DoneLine): Readonly<Record<string, string>> {
  return Object.fromEntries(
    effects.flatMap(({ table, algorithm, lock, briefly, work }) => {
      const words = [lock, ...work.filter((word) => word !== 'metadata'), ...(briefly ? ['briefly', briefly] : [])].join(' ');
      if (!tables.has(table.name) || (algorithm === null && words === 'none' && plain[table.name] === undefined)) return [];
      // Where a statement takes no clause the record cannot tell the algorithm, but for a copy.
      const isTold = algorithms.some((word) => plain[table.name]?.startsWith(`${word} `));
      return [[table.name, isTold && algorithm !== null ? `${algorithm.toLowerCase()} ${words}` : words]];
    }),
  );
}

/** What is wrong with the algorithms that the engine says the server takes. */
export function formsDisagreement({ forms, unreadable }: Prediction, line: Line): string | undefined {
  if (!('plain' in line) || unreadable || Object.keys(forms).length === 0 || !algorithms.some((word) => line[word] !== undefined))
    return undefined;
  const told = Object.fromEntries(algorithms.flatMap((word) => (forms[word] ? [[word, formText(forms[word])]] : [])));
  const seen = Object.fromEntries(algorithms.flatMap((word) => (line[word] === undefined ? [] : [[word, line[word] ?? '']])));
  return textOf(told) === textOf(seen) ? undefined : `predicted ${textOf(told)}; the server: ${textOf(seen)}`;
}

const formText = ({ clause, work }: Form): string => [clause, ...work.filter((word) => word !== 'metadata')].join(' ');

const textOf = (lines: Readonly<Record<string, string>>): string =>
  Object.entries(lines)
    .map(([name, words]) => `${name} ${words}`)
    .sort()
    .join(', ') || 'nothing';
