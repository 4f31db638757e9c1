/**
 * A value from its text, by the OID of its type: booleans, numbers of up to four bytes, `bigint` where a number holds it exactly, and JSON; everything else
 * (numeric, timestamps, arrays, bytes, …) stays the server's own text, which compares without loss.
 */
export function decode(text: string | null, type: number): unknown {
  if (text === null) return null;
  switch (type) {
    case 16: // bool
      return text === 't';
    case 21: // int2
    case 23: // int4
    case 26: // oid
      return Number(text);
    case 20: {
      // int8
      const value = Number(text);
      return Number.isSafeInteger(value) ? value : text;
    }
    case 114: // json
    case 3802: // jsonb
      return JSON.parse(text);
    default:
      return text;
  }
}
