import { type Dependent, dependentsOf, drops } from '../schema/dependents.ts';
import { defineRule } from './rule.ts';
import { listed, quoted, shown } from './wording.ts';

export default defineRule({
  id: 'drop-still-used',
  title: 'A DROP of something that a view, foreign key or column still needs fails, or with CASCADE takes it along',
  category: 'operations',
  severity: 'error',
  on: drops,
  check(judged) {
    const { operation, statement, before } = judged;
    const dependents = dependentsOf(operation, before, statement.operations);
    if (dependents.length === 0) return;
    const word = ({ what, name, of }: Dependent): string =>
      what === 'view' || what === 'table' || what === 'domain'
        ? `${what} ${shown(judged, of)}`
        : `${what} ${quoted(name)} of ${shown(judged, of)}`;
    const needs = listed(dependents.map(word));
    const what = operation.kind.replace('-', ' ').toUpperCase();
    judged.report(
      // Not even CASCADE drops the index of a constraint.
      operation.cascade && operation.kind !== 'drop-index'
        ? `${what} with CASCADE takes along what needs it, without asking: ${needs}.`
        : `${what} fails: ${needs} ${dependents.length === 1 ? 'needs' : 'need'} it (error 2BP01).`,
      operation.kind === 'drop-index'
        ? 'ALTER TABLE … DROP CONSTRAINT drops its index with it.'
        : 'Drop or change what needs it first, in statements of their own, so that each can be reviewed.',
    );
  },
});
