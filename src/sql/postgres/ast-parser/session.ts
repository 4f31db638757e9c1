import type { SetGlobalStatement, SetNames, SetTimezone } from 'pgsql-ast-parser';
import type { Operation } from '../../../operation/operation.ts';
import { string } from '../lexer.ts';
import { commaParts, is } from '../source.ts';
import { type Feed, refuse, stringAt, textAt, tokenOf } from './feed.ts';
import { nameAt, nameOf } from './name.ts';

/** SET. Values are read from the text: the parser's tree has numbers, and lists nested in themselves. */
export function readSet(source: Feed, node: SetGlobalStatement | SetTimezone | SetNames): readonly Operation[] {
  const base = { kind: 'set-variable', span: source.span } as const;
  switch (node.type) {
    case 'set names':
      return [{ ...base, name: 'client_encoding', value: [valueAt(source, source.end - 1)] }];
    case 'set timezone':
      if (node.to.type === 'interval') refuse('SET TIME ZONE INTERVAL', source, source.first);
      return [{ ...base, name: 'timezone', ...(node.to.type === 'value' && { value: [valueAt(source, source.end - 1)] }) }];
    case 'set': {
      const variable = tokenOf(source, node.variable);
      const from = variable + 2;
      const values = commaParts(source, { from, to: source.end }).map((part) => valueAt(source, part.from));
      return [
        {
          ...base,
          name: nameOf(source, node.variable),
          ...(node.set.type !== 'default' && { value: values }),
          ...(variable > source.first + 1 && is(source, source.first + 1, 'local') && { local: true }),
        },
      ];
    }
  }
}

function valueAt(source: Feed, token: number): string {
  const text = textAt(source, token);
  if (source.tokens.kinds[token] === string) return stringAt(source, token);
  return /^\d/.test(text) ? text : nameAt(source, token);
}
