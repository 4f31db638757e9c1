/**
 * Names of built-in types that columns are made of every day, so that `typeUsers` does not list every table under `int4`. A name that is missing
 * here costs a little time and nothing else; a user's type of such a name is found where the author wrote its schema.
 */
export const builtInTypes: ReadonlySet<string> = new Set(
  (
    'bit bool box bpchar bytea char cidr circle cstring date daterange float4 float8 inet int2 int4 int8 int4range int8range interval json ' +
    'jsonb jsonpath line lseg macaddr macaddr8 money name numeric numrange oid path pg_lsn point polygon record regclass regproc regtype ' +
    'serial serial2 serial4 serial8 bigserial smallserial text tid time timestamp timestamptz timetz tsquery tsrange tstzrange tsvector ' +
    'uuid varbit varchar void xid xml'
  ).split(' '),
);
