import type { ExpressionNode } from '../../operation/expression.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { type Failure, joinFailures } from '../failure.ts';
import type { At } from './at.ts';
import { catalogCast, catalogType } from './catalog.ts';
import { builtInName, hasCheck, isConstrained, refusesNull, sameType, unwrap, userType } from './types.ts';
import { unknownCasts, unknownColumnType, unknownTimeZone } from './unknown.ts';
import { since } from './version.ts';

/** What a change of a column's type does to the rows. */
export interface TypeChange {
  /** Why every row is written anew; absent where the stored bytes serve the new type as they are. */
  readonly rewrite?: string;
  readonly fails?: Failure;
  /** USING computes the value: it may be NULL where the old one was not. */
  readonly computed?: true;
}

const keeps: TypeChange = {};
const rewrites = (because: string): TypeChange => ({ rewrite: because });

/**
 * Whether ALTER COLUMN … TYPE writes every row anew: `ATColumnChangeRequiresRewrite`, which looks at the planned conversion and keeps the
 * table if that is the column itself under nothing but relabelling. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
 * @param from the type the column has, undefined where the history does not tell
 */
export function typeChange(at: At, column: string, from: TypeName | undefined, to: TypeName, using?: ExpressionNode): TypeChange {
  if (using === undefined) {
    if (from === undefined) return fromUnknown(at, to);
    return convert(at, from, to, 'assignment');
  }
  const source = throughCasts(at, column, from, using);
  if (source === 'computed') return computes(at, to);
  if (source === 'unknown') return fromUnknown(at, to);
  return then(source.change, convert(at, source.type, to, 'assignment'));
}

/** What USING may give for a row cannot be told. */
function computes(at: At, to: TypeName): TypeChange {
  const fails = anyValue(at, to, 'USING may fail on the value of a row');
  return { rewrite: 'USING computes a new value for every row', computed: true, ...(fails && { fails }) };
}

function fromUnknown(at: At, to: TypeName): TypeChange {
  const fails = anyValue(at, to, `a value may not be valid ${to.text}`);
  return {
    rewrite: unknownColumnType(),
    ...(fails && { fails }),
  };
}

/** `22000` stands for its whole class, the errors of values. */
export function anyValue(at: At, to: TypeName, reason: string): Failure | undefined {
  const { domains } = unwrap(at.schema, to);
  return joinFailures([
    { code: '22000', reason, certain: false },
    ...(refusesNull(domains) ? [refusedNull(to)] : []),
    ...(hasCheck(domains) ? [violated(to)] : []),
  ]);
}

/** Whether a value of the type can be stored in a column of the other without an explicit cast; true where nobody can tell. */
export function assignable(at: At, from: TypeName, to: TypeName): boolean {
  return convert(at, from, to, 'assignment').fails?.code !== '42804';
}

interface Reached {
  readonly type: TypeName;
  readonly change: TypeChange;
}

/** Follows USING down to the column: only casts and COLLATE may stand around it. */
function throughCasts(at: At, column: string, from: TypeName | undefined, node: ExpressionNode): Reached | 'computed' | 'unknown' {
  if (node.kind === 'column') {
    if (node.path[node.path.length - 1] !== column) return 'computed';
    return from === undefined ? 'unknown' : { type: from, change: keeps };
  }
  if (node.kind === 'collate') return throughCasts(at, column, from, node.argument);
  if (node.kind !== 'cast') return 'computed';
  const inner = throughCasts(at, column, from, node.argument);
  if (typeof inner === 'string') return inner;
  return { type: node.type, change: then(inner.change, convert(at, inner.type, node.type, 'explicit')) };
}

/** One conversion after the other: either may write the rows anew, and either may fail. */
function then(first: TypeChange, second: TypeChange): TypeChange {
  const rewrite = first.rewrite ?? second.rewrite;
  const fails = joinFailures([first.fails, second.fails]);
  return { ...(rewrite !== undefined && { rewrite }), ...(fails && { fails }) };
}

/** One conversion, as `coerce_to_target_type` builds it: domains are taken off, then the types, then the modifiers, then the new domain. */
function convert(at: At, from: TypeName, to: TypeName, context: 'assignment' | 'explicit'): TypeChange {
  const source = unwrap(at.schema, from);
  const target = unwrap(at.schema, to);
  const outer = target.domains[0];
  if (outer !== undefined && source.domains[0] === outer) return keeps;
  // A domain's column carries no modifier of its own, so a length function is not left out even where the domain's is the same.
  const base = source.domains.length > 0 ? { ...source.base, modifiers: [] } : source.base;
  const change = convertBase(at, base, target.base, context, outer !== undefined);
  if (change.fails?.certain || !isConstrained(target.domains)) return change;
  const fails = joinFailures([
    change.fails,
    refusesNull(target.domains) ? refusedNull(to) : undefined,
    hasCheck(target.domains) ? violated(to) : undefined,
  ]);
  const rewrite = change.rewrite ?? `every value is put through the constraints of the domain ${to.text}`;
  return { rewrite, ...(fails && { fails }) };
}

const refusedNull = (to: TypeName): Failure => ({ code: '23502', reason: `the domain ${to.text} refuses NULL`, certain: false });
const violated = (to: TypeName): Failure => ({
  code: '23514',
  reason: `a value may violate a constraint of the domain ${to.text}`,
  certain: false,
});

function convertBase(at: At, from: TypeName, to: TypeName, context: 'assignment' | 'explicit', ofDomain: boolean): TypeChange {
  if (sameType(at.schema, from, to)) return changeModifiers(at, from, to);
  const source = builtInName(at.schema, from);
  const target = builtInName(at.schema, to);
  const reason = `${from.text} and ${to.text} are stored differently`;
  if (from.dimensions > 0 && to.dimensions > 0) {
    const { fails } = convert(at, { ...from, dimensions: 0 }, { ...to, dimensions: 0 }, context);
    return { rewrite: `every element of ${from.text} is converted to ${to.text}`, ...(fails === undefined ? {} : { fails }) };
  }
  const cast = source === undefined || target === undefined ? undefined : catalogCast(source, target);
  if (cast === undefined) {
    const invalid = notValid(target, to);
    const stranger = [from, to].find((type) => !hasKnownCasts(at, type));
    if (stranger !== undefined) {
      const because = unknownCasts(stranger.text);
      return context === 'assignment' ? rewrites(because) : { rewrite: because, fails: invalid };
    }
    if (target !== undefined && isString(at, target)) return { rewrite: reason, ...mayNotFit(source, target, to) };
    return { rewrite: reason, fails: context === 'assignment' ? needsUsing(from, to) : invalid };
  }
  if (context === 'assignment' && cast.context === 'explicit') return { rewrite: reason, fails: needsUsing(from, to) };
  if (isTimestampPair(source, target)) {
    if (!(at.schema.timeZone?.utc ?? at.context.timeZoneUtc)) return rewrites(unknownTimeZone(from.text, to.text));
    return keepsFractions(undefined, to.modifiers[0]) ? keeps : rewrites(`every value is rounded to ${to.text}`);
  }
  if (cast.method !== 'binary')
    return { rewrite: reason, ...(source === 'jsonb' ? { fails: ofAnotherKind(to) } : mayNotFit(source, target, to)) };
  // The length function looks at the relabelled value, whose modifier is not known any more; on the way into a domain, at the value itself.
  const isLongEnough = to.modifiers.length === 0 || (ofDomain && String(from.modifiers) === String(to.modifiers));
  return isLongEnough ? keeps : { rewrite: `every value is tested against the length of ${to.text}`, fails: tooLong(to) };
}

/** A string type in the sense of the catalog: everything can be written as one. */
function isString(at: At, type: string): boolean {
  return catalogType(type)?.category === 'S' || (type === 'char' && !since('charIsNoString', at.major));
}

/**
 * Whether a cast that is not found is certainly not there. The types of extensions bring casts of their own (citext is stored as text is),
 * and so may a base type that the history makes.
 */
export function hasKnownCasts(at: At, type: TypeName): boolean {
  if (builtInName(at.schema, type) !== undefined) return true;
  const known = userType(at.schema, { ...type, dimensions: 0 });
  return known !== undefined && known.kind !== 'base' && known.kind !== 'shell';
}

function isTimestampPair(source: string | undefined, target: string | undefined): boolean {
  return (source === 'timestamp' && target === 'timestamptz') || (source === 'timestamptz' && target === 'timestamp');
}

/** `numeric(6)` is `numeric(6,0)`. */
function scaled({ name, modifiers }: TypeName): TypeName['modifiers'] {
  return name === 'numeric' && modifiers.length === 1 ? [...modifiers, 0] : modifiers;
}

/** The type stays, its modifiers change: `varchar(10)` to `varchar(20)`. The support functions of the length functions decide. */
function changeModifiers(at: At, from: TypeName, to: TypeName): TypeChange {
  const [old, wanted] = [scaled(from), scaled(to)];
  if (wanted.length === 0 || String(old) === String(wanted)) return keeps;
  const because = `every value is tested against ${to.text}`;
  if (from.dimensions > 0) return { rewrite: because, fails: tooLong(to) };
  switch (builtInName(at.schema, to)) {
    case 'varchar':
    case 'varbit':
      return old.length > 0 && Number(wanted[0]) >= Number(old[0]) ? keeps : { rewrite: because, fails: tooLong(to) };
    case 'numeric': {
      const scaleStays = Number(wanted[1] ?? 0) === Number(old[1] ?? 0);
      if (old.length > 0 && scaleStays && Number(wanted[0]) >= Number(old[0])) return keeps;
      const holdsMore = old.length > 0 && Number(wanted[0]) - Number(wanted[1] ?? 0) >= Number(old[0]) - Number(old[1] ?? 0);
      const reason = `every value is rounded to ${to.text}`;
      return holdsMore
        ? rewrites(reason)
        : { rewrite: reason, fails: { code: '22003', reason: `a value may be too large for ${to.text}`, certain: false } };
    }
    case 'timestamp':
    case 'timestamptz':
    case 'time':
    case 'timetz':
      return keepsFractions(old[0], wanted[0]) ? keeps : rewrites(`every value is rounded to ${to.text}`);
    case 'interval':
      return keepsInterval(old, wanted) ? keeps : rewrites(`every value is cut to ${to.text}`);
    case 'bpchar':
      return {
        rewrite: `char(n) is stored padded to its length`,
        ...(Number(wanted[0]) < Number(old[0] ?? Number.POSITIVE_INFINITY) ? { fails: tooLong(to) } : {}),
      };
    default:
      return { rewrite: because, fails: tooLong(to) };
  }
}

/** Six digits are all there are, so `timestamp(6)` is `timestamp`. */
function keepsFractions(old: number | string | undefined, wanted: number | string | undefined): boolean {
  return wanted === undefined || Number(wanted) >= 6 || (old !== undefined && Number(wanted) >= Number(old));
}

/** `interval_support`: the fields must reach as far down as before, and so must the fractions of a second. */
function keepsInterval(old: readonly (number | string)[], wanted: readonly (number | string)[]): boolean {
  const reaches = leastField(wanted) <= leastField(old);
  return reaches && (leastField(old) > 0 || keepsFractions(precisionOf(old), precisionOf(wanted)));
}

/** Seconds 0, minutes 1, … years 5: `intervaltypmodleastfield`. The modifiers are those of `interval day to second(3)`: ['day to second', 3]; both may be absent. */
function leastField(modifiers: readonly (number | string)[]): number {
  const fields = modifiers.find((each) => typeof each === 'string') ?? 'second';
  return ['second', 'minute', 'hour', 'day', 'month', 'year'].indexOf(fields.slice(fields.lastIndexOf(' ') + 1));
}

function precisionOf(modifiers: readonly (number | string)[]): number | undefined {
  return modifiers.find((each) => typeof each === 'number');
}

/** Dates and times have a code of their own, and there are more of them than one would list: `22000` stands for them all. */
function notValid(target: string | undefined, to: TypeName): Failure {
  const ofTime = target !== undefined && /^[DT]$/.test(catalogType(target)?.category ?? '');
  const invalid = { code: ofTime ? '22007' : '22P02', reason: `a value may not be valid ${to.text}`, certain: false };
  return { ...invalid, others: [{ ...invalid, code: '22000' }] };
}

function needsUsing(from: TypeName, to: TypeName): Failure {
  return { code: '42804', reason: `${from.text} is not converted to ${to.text} without USING`, certain: true };
}

function tooLong(to: TypeName): Failure {
  if (to.name === 'bit') return { code: '22026', reason: `a value may not have the length of ${to.text}`, certain: false };
  return { code: '22001', reason: `a value may be too long for ${to.text}`, certain: false };
}

const integerSizes: Readonly<Record<string, number>> = { int2: 2, int4: 4, int8: 8 };

/** jsonb has casts of its own to numbers and to boolean. */
function ofAnotherKind(to: TypeName): Failure {
  const outOfRange: Failure = { code: '22003', reason: `a value may be out of range for ${to.text}`, certain: false };
  return { code: '22023', reason: `a value may be of another kind than ${to.text}`, certain: false, others: [outOfRange] };
}

/** Function casts that refuse values which the target cannot hold. */
function mayNotFit(source: string | undefined, target: string | undefined, to: TypeName): { fails?: Failure } {
  const size = integerSizes[target ?? ''];
  if (size !== undefined && (integerSizes[source ?? ''] ?? 99) > size) {
    return { fails: { code: '22003', reason: `a value may be out of range for ${to.text}`, certain: false } };
  }
  if (target === 'macaddr' && source === 'macaddr8')
    return { fails: { code: '22003', reason: 'a value may not be a six-byte address', certain: false } };
  if (target === 'char' && source === 'int4')
    return { fails: { code: '22003', reason: 'a value may be out of range for "char"', certain: false } };
  if (target === 'numeric' && to.modifiers.length > 0) {
    return { fails: { code: '22003', reason: `a value may be too large for ${to.text}`, certain: false } };
  }
  return to.modifiers.length > 0 && ['varchar', 'bpchar', 'bit', 'varbit'].includes(target ?? '') ? { fails: tooLong(to) } : {};
}

/** Whether an index on such a column stays as it is if the table does: the same operator class, and not one whose meaning hangs on the type. */
function isPolymorphic(at: At, type: TypeName): boolean {
  const { kind } = userType(at.schema, type) ?? {};
  return type.dimensions > 0 || kind === 'enum' || kind === 'range' || catalogType(type.name)?.category === 'R';
}

/** Whether the operators of the column's indexes and foreign keys stay. */
export function keepsOperators(at: At, from: TypeName | undefined, to: TypeName): boolean {
  if (from === undefined) return false;
  const [{ base: source, domains }, { base: target, domains: wanted }] = [unwrap(at.schema, from), unwrap(at.schema, to)];
  // The operator classes of arrays, enums and ranges are of every such type: there the column's own type has to stay.
  if (sameType(at.schema, source, target)) return !isPolymorphic(at, source) || domains[0] === wanted[0];
  const [left, right] = [builtInName(at.schema, source), builtInName(at.schema, target)];
  if (left === undefined || right === undefined || source.dimensions > 0) return false;
  return catalogType(left)?.operatorClass === catalogType(right)?.operatorClass;
}

/**
 * Whether an index by that method holds the column's values themselves. One by an operator class of every array, enum or range that holds something else (a hash, the
 * elements) is never kept: `CheckIndexCompatible` compares what it holds with the type.
 */
export function holdsValues(at: At, type: TypeName | undefined, method: string): boolean {
  if (type === undefined || method === 'btree') return true;
  const { base } = unwrap(at.schema, type);
  if (!isPolymorphic(at, base)) return true;
  const isRange = base.dimensions === 0 && !base.name.endsWith('multirange');
  return isRange && (method === 'gist' || method === 'spgist');
}
