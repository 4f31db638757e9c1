import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { is, type Range, type Source } from '../source.ts';
import { refuse } from './feed.ts';

/** What may stand behind a constraint, of two words or one. The parser knows none of it. */
const attributes = ['not valid', 'no inherit', 'not deferrable', 'deferrable', 'initially deferred', 'initially immediate'];

const permitted: { readonly [type in ConstraintDefinition['type']]?: RegExp } = {
  check: /^(?:not valid|no inherit)$/,
  'foreign-key': /valid|defer|immediate/,
  unique: /defer|immediate/,
  'primary-key': /defer|immediate/,
};

/** The attributes at the end of a table's constraint, and the token at which they begin. */
export function attributesOf(source: Source, { from, to }: Range): { readonly begin: number; readonly found: readonly string[] } {
  const found: string[] = [];
  let begin = to;
  for (;;) {
    const attribute = attributes.find((each) => {
      const words = each.split(' ');
      return begin - words.length > from && words.every((word, i) => is(source, begin - words.length + i, word));
    });
    if (attribute === undefined) return { begin, found };
    found.push(attribute);
    begin -= attribute.split(' ').length;
  }
}

type Fields = Pick<ConstraintDefinition, 'notValid' | 'noInherit' | 'deferrable' | 'initiallyDeferred'>;

/** @throws Unreadable for attributes that PostgreSQL would not take, of this constraint or together */
export function attributeFields(source: Source, type: ConstraintDefinition['type'], range: Range): Fields {
  const { begin, found } = attributesOf(source, range);
  const has = (attribute: string): boolean => found.includes(attribute);
  const contradiction =
    new Set(found).size < found.length ||
    (has('not deferrable') && (has('deferrable') || has('initially deferred'))) ||
    (has('initially deferred') && has('initially immediate'));
  if (contradiction || !found.every((each) => permitted[type]?.test(each))) refuse('these attributes of a constraint', source, begin);
  return {
    ...(has('not valid') && { notValid: true }),
    ...(has('no inherit') && { noInherit: true }),
    ...((has('deferrable') || has('initially deferred')) && { deferrable: true }),
    ...(has('initially deferred') && { initiallyDeferred: true }),
  };
}
