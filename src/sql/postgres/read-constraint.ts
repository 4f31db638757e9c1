import type { Constraint, Node } from '@pgsql/types';
import type { ConstraintDefinition, ReferentialAction } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { pick, plainValue, qualified, strings, tableName } from './ast.ts';
import { expressionOf } from './expression.ts';
import { indexElements } from './read-index.ts';
import { find, findOpen, inside, type Range, type Source, spanOf, textOf } from './source.ts';
import { withoutNotValid } from './without-not-valid.ts';

const actions: Readonly<Record<string, ReferentialAction>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};

/** What stands beside an inline constraint as nodes of its own: `DEFERRABLE`, `NOT ENFORCED`, … */
export interface Attributes {
  readonly deferrable?: boolean | undefined;
  readonly initdeferred?: boolean | undefined;
  readonly is_enforced?: boolean | undefined;
}

/**
 * A constraint of a table, a column or a domain.
 * @param range its tokens, from CONSTRAINT or its first keyword on
 * @param column for an inline constraint: the column it stands at
 * @param attributes for an inline constraint: what follows it
 */
export function constraintOf(
  source: Source,
  node: Constraint,
  range: Range,
  column?: string,
  attributes: Attributes = node,
): ConstraintDefinition | undefined {
  const base = {
    ...(node.conname !== undefined && { name: node.conname }),
    ...(node.skip_validation && !notEnforced(node, attributes) && { notValid: true as const }),
    ...(notEnforced(node, attributes) && { notEnforced: true as const }),
    ...(node.is_no_inherit && { noInherit: true as const }),
    ...(attributes.deferrable && { deferrable: true as const }),
    ...(attributes.initdeferred && { initiallyDeferred: true as const }),
    span: spanOf(source, range) as Span,
    text: withoutNotValid(source, range),
  };
  const own = column === undefined ? [] : [column];
  switch (node.contype) {
    case 'CONSTR_CHECK':
      return { ...base, type: 'check', expression: expressionOf(source, node.raw_expr, inside(source, findOpen(source, range))) };
    case 'CONSTR_NOTNULL':
      return { ...base, type: 'not-null', column: column ?? strings(node.keys)[0] ?? '' };
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
      return {
        ...base,
        type: node.contype === 'CONSTR_PRIMARY' ? 'primary-key' : 'unique',
        columns: node.keys ? strings(node.keys) : node.indexname === undefined ? own : [],
        ...(node.including && { include: strings(node.including) }),
        ...(node.nulls_not_distinct && { nullsNotDistinct: true }),
        ...(node.without_overlaps && { withoutOverlaps: true }),
        ...(node.indexname !== undefined && { usingIndex: node.indexname }),
        ...(node.indexspace !== undefined && { tablespace: node.indexspace }),
        ...(node.options && { storage: withOptions(source, range) }),
      };
    case 'CONSTR_FOREIGN':
      return {
        ...base,
        type: 'foreign-key',
        columns: node.fk_attrs ? strings(node.fk_attrs) : own,
        references: tableName(node.pktable),
        referencedColumns: strings(node.pk_attrs),
        match: node.fk_matchtype === 'f' ? 'full' : node.fk_matchtype === 'p' ? 'partial' : 'simple',
        onDelete: actions[node.fk_del_action ?? 'a'] ?? 'no action',
        onUpdate: actions[node.fk_upd_action ?? 'a'] ?? 'no action',
        ...(node.fk_with_period && { period: true }),
      };
    case 'CONSTR_EXCLUSION': {
      const open = findOpen(source, range);
      const where = find(source, range, 'where');
      const pairs = (node.exclusions ?? []).map((pair) => pick(pair, 'List')?.items ?? []);
      const elements = indexElements(source, pairs.map((pair) => pair[0]) as Node[], inside(source, open));
      return {
        ...base,
        type: 'exclude',
        method: node.access_method ?? 'btree',
        elements: elements.map((element, i) => ({ ...element, exclusionOperator: operatorOf(pairs[i]?.[1]) })),
        ...(node.where_clause && { where: expressionOf(source, node.where_clause, inside(source, where + 1)) }),
      };
    }
    default:
      return undefined;
  }
}

function notEnforced(node: Constraint, attributes: Attributes): boolean {
  const checked = node.contype === 'CONSTR_CHECK' || node.contype === 'CONSTR_FOREIGN';
  return checked && !attributes.is_enforced;
}

function operatorOf(node: Node | undefined): string {
  const list = pick(node, 'List')?.items;
  return qualified(strings(list)).name;
}

/** The text between the parentheses of WITH (…). */
function withOptions(source: Source, range: Range): string {
  const at = find(source, range, 'with');
  return textOf(source, inside(source, at + 1));
}

/** A storage parameter's value, for settings. */
export function optionNames(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).flatMap((node) => pick(node, 'DefElem')?.defname?.toLowerCase() ?? plainValue(node) ?? []);
}
