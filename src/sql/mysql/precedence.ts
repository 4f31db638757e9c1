/** How tightly binary operators bind; what is in one row is read from left to right. */
export const binding: ReadonlyMap<string, number> = new Map(
  [
    [':='],
    ['or', '||'],
    ['xor'],
    ['and', '&&'],
    ['between', 'not between'],
    [
      '=',
      '<=>',
      '>=',
      '>',
      '<=',
      '<',
      '<>',
      '!=',
      'is',
      'like',
      'not like',
      'regexp',
      'not regexp',
      'in',
      'not in',
      'sounds like',
      'member of',
    ],
    ['|'],
    ['&'],
    ['<<', '>>'],
    ['-', '+'],
    ['*', '/', 'div', '%', 'mod'],
    ['^'],
    ['collate'],
    ['->', '->>'],
  ].flatMap((row, i) => row.map((each) => [each, i + 1] as const)),
);
export const bindingOf = (name: string): number => binding.get(name) as number;
/** NOT binds less than comparisons do, a sign more than arithmetic. */
export const behindNot = bindingOf('between');
export const behindSign = bindingOf('^');
