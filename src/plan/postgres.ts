import { refusesTransactionBlock } from '../engine/postgres/transaction-block.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import type { PlanDialect } from './dialect.ts';
import { stagingOf } from './staging.ts';
import { wayDown } from './way-down.ts';

export const postgresPlans: PlanDialect = {
  staging: stagingOf,
  quoteIdentifier,
  quoteName,
  wayDown,
  refusesTransactionBlock: ({ operation, before }) => refusesTransactionBlock(operation, before),
  unqualified: { setting: 'the search_path that its file sets', by: 'schema' },
  // Five seconds: longer than any ordinary statement holds a table, short enough that those who queue behind it are not noticed.
  lockTimeout: { variable: 'lock_timeout', set: "SET lock_timeout = '5s';", rule: 'missing-lock-timeout' },
};
