import type { ExpressionNode } from '../../../operation/expression.ts';
import type { ColumnDefinition } from '../../../operation/operation.ts';
import { charsetOf, hasCharset, widthOf } from '../../../schema/mysql/charset.ts';
import { columnFrom } from '../../../schema/mysql/column.ts';
import type { Column } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import type { Tables } from '../tables.ts';
import { refused } from './refused.ts';

/** What the definition of a column says that cannot be, whatever the table. https://dev.mysql.com/doc/refman/9.7/en/data-types.html */
export function refusalsOfDefinition(at: At, definition: ColumnDefinition, { after }: Tables): readonly Failure[] {
  return [
    ...refusalsOfType(at, columnFrom(definition, after.mysql ?? {}, 0)),
    ...refusalsOfCollation(at, definition),
    ...refusalsOfValue(at, definition),
  ];
}

const times = /^(datetime|timestamp|time)$/;

function refusalsOfType(at: At, { name, type }: Column): readonly Failure[] {
  const [first, second] = type.modifiers.map(Number);
  const width = /char$/.test(type.name) && type.characterSet !== undefined ? widthOf(type.characterSet) : 1;
  switch (type.name) {
    case 'char':
    case 'binary':
      return (first ?? 1) > 255 ? refused(at, 1074, `${name} has room for 255 characters at most: VARCHAR has more`) : [];
    case 'varchar':
    case 'varbinary': {
      if (first === undefined) return refused(at, 1064, `${name} ${type.name.toUpperCase()} needs a length`);
      return first * width > (at.server === 'mysql' ? 65_535 : 65_532)
        ? refused(at, 1074, `${name} has room for 65535 bytes at most: TEXT has more`)
        : [];
    }
    case 'decimal':
      if ((first ?? 10) > 65 || (second ?? 0) > (at.server === 'mysql' ? 30 : 38))
        return refused(at, (first ?? 10) > 65 ? 1426 : 1425, `${name} has more digits than a DECIMAL`);
      return (second ?? 0) > (first ?? 10) ? refused(at, 1427, `${name} has more digits behind the point than in all`) : [];
    case 'enum':
    case 'set': {
      const members = type.modifiers.map((each) => String(each).toLowerCase());
      const twice = members.find((each, i) => members.indexOf(each) !== i);
      return twice === undefined || !at.strict ? [] : refused(at, 1291, `'${twice}' is a member of ${name} twice`);
    }
    default:
      return times.test(type.name) && (first ?? 0) > 6 ? refused(at, 1426, `${name} counts no less than a millionth of a second`) : [];
  }
}

function refusalsOfCollation(at: At, { name, type, collation }: ColumnDefinition): readonly Failure[] {
  if (collation === undefined || type.characterSet === undefined || !hasCharset(type.name)) return [];
  const own = charsetOf(undefined, collation.name).characterSet;
  const set = charsetOf(type.characterSet, undefined).characterSet;
  const isLet = own === undefined || own === 'binary' || own === set;
  return isLet ? [] : refused(at, 1253, `${collation.name} is no collation of ${type.characterSet}, which ${name} has`);
}

/** A literal that the type does not take. */
function refusalsOfValue(at: At, { name, type, notNull, default: value, autoIncrement }: ColumnDefinition): readonly Failure[] {
  if (value === undefined || autoIncrement) return [];
  const wrong = (): readonly Failure[] => refused(at, 1067, `the default ${value.text} is no value of ${name} ${type.text}`);
  if (value.tree.kind === 'null') return notNull ? wrong() : [];
  const literal = literalOf(value.tree);
  if (literal === undefined || value.text.startsWith('(')) return [];
  const isNumber = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(literal);
  const room = ranges[type.name];
  if (room !== undefined) {
    if (!isNumber) return wrong();
    const least = type.unsigned ? 0 : -(2 ** (room - 1));
    const most = type.unsigned ? 2 ** room - 1 : 2 ** (room - 1) - 1;
    // A DOUBLE does not tell the last of BIGINT's from one more.
    return room < 64 && (Number(literal) < least || Math.round(Number(literal)) > most) ? wrong() : [];
  }
  if (/^(decimal|float|double)$/.test(type.name)) return isNumber ? [] : wrong();
  if (/^(char|varchar)$/.test(type.name)) return [...literal].length > Number(type.modifiers[0] ?? 1) ? wrong() : [];
  if (type.name === 'enum') return type.modifiers.some((each) => String(each).toLowerCase() === literal.toLowerCase()) ? [] : wrong();
  if (type.name === 'set') {
    const members = type.modifiers.map((each) => String(each).toLowerCase());
    return literal === '' ||
      literal
        .toLowerCase()
        .split(',')
        .every((each) => members.includes(each))
      ? []
      : wrong();
  }
  if (/^(date|datetime|timestamp)$/.test(type.name) && /^0+$|^0000-00-00/.test(literal)) return at.noZeroDate ? wrong() : [];
  return [];
}

/** In bits. */
const ranges: Readonly<Record<string, number>> = { tinyint: 8, smallint: 16, mediumint: 24, int: 32, bigint: 64 };

/** A string or a number as it stands; undefined for anything else: TRUE, b'1', 0x1, an expression. */
function literalOf(tree: ExpressionNode): string | undefined {
  if (tree.kind === 'constant') return tree.type === undefined || /^(int4|int8|numeric)$/.test(tree.type) ? tree.value : undefined;
  const isSigned = tree.kind === 'operator' && tree.left === undefined && /^[-+]$/.test(tree.operator);
  const value = isSigned ? literalOf(tree.right) : undefined;
  return value === undefined ? undefined : `${tree.kind === 'operator' ? tree.operator : ''}${value}`;
}
