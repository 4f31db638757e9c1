import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Operation } from '../../src/operation/operation.ts';
import { apply, beginUnit, newSession } from '../../src/schema/apply.ts';
import { difference } from '../../src/schema/difference.ts';
import { emptySchema } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import { describeModel } from './catalog.ts';
import { links } from './links.ts';
import { start, statement } from './statements.ts';

const reader = await loadReader();

function operationsOf(sql: string, conditional: boolean): readonly Operation[] {
  const operations = reader.read(sql).statements.flatMap((each) => each.operations);
  return conditional ? operations.map((each) => ({ ...each, conditional: true as const })) : operations;
}

const step = fc.record({ sql: statement, conditional: fc.boolean(), unit: fc.nat(20) });

test('any statements at all: nothing throws, no link is out of step, and versions before stay as they were', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 30, maxLength: 60 }), (fromNothing, steps) => {
      let schema = (fromNothing ? [] : start).flatMap((sql) => operationsOf(sql, false)).reduce(apply, emptySchema());
      const before = schema;
      const described = describeModel(before);
      for (const { sql, conditional, unit } of steps) {
        if (unit < 2) schema = unit === 0 ? beginUnit(schema, schema.unit + 1) : newSession(schema);
        schema = operationsOf(sql, conditional && unit % 2 === 0).reduce(apply, schema);
        const { expected, actual } = links(schema);
        expect(actual, sql).toEqual(expected);
      }
      expect(describeModel(before)).toEqual(described);
      expect(difference(schema, schema)).toEqual([]);
    }),
    { seed: 7, numRuns: 100 },
  );
});
