import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PersistentMap } from '../../src/schema/persistent-map.ts';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const command = fc.oneof(
  fc.record({ do: fc.constant('set' as const), from: fc.nat(), key, value: fc.nat(3) }),
  fc.record({ do: fc.constant('delete' as const), from: fc.nat(), key }),
  fc.record({ do: fc.constant('read' as const), from: fc.nat(), key }),
);

test('every version keeps its entries, in whatever order versions are made from one another and read', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), fc.array(fc.nat()), (commands, order) => {
      const versions = [{ map: PersistentMap.empty<number>(), model: new Map<string, number>() }];
      for (const each of commands) {
        const { map, model } = versions[each.from % versions.length] as (typeof versions)[number];
        if (each.do === 'read') {
          expect(map.get(each.key)).toBe(model.get(each.key));
          continue;
        }
        const changed = new Map(model);
        if (each.do === 'set') changed.set(each.key, each.value);
        else changed.delete(each.key);
        versions.push({ map: each.do === 'set' ? map.set(each.key, each.value) : map.delete(each.key), model: changed });
      }
      for (const index of [...order, ...versions.keys()]) {
        const { map, model } = versions[index % versions.length] as (typeof versions)[number];
        expect(map.entries()).toEqual([...model].sort(([a], [b]) => (a < b ? -1 : 1)));
        expect(map.size).toBe(model.size);
        for (const name of ['a', 'b', 'c', 'd', 'e']) expect([map.has(name), map.get(name)]).toEqual([model.has(name), model.get(name)]);
      }
    }),
    { seed: 20, numRuns: 300 },
  );
});

test('setting what is there already and deleting what is not give the same version', () => {
  const map = PersistentMap.empty<number>().set('a', 1);
  expect(map.set('a', 1)).toBe(map);
  expect(map.delete('b')).toBe(map);
});

test('an old version is read across 200,000 newer ones', () => {
  const first = PersistentMap.empty<number>().set('a', 0);
  let last = first;
  for (let i = 1; i <= 200_000; i++) last = last.set('a', i);
  expect(first.get('a')).toBe(0);
  expect(last.get('a')).toBe(200_000);
});

test('between two versions lie the keys that were written, and between strangers all of theirs', () => {
  const base = PersistentMap.empty<number>().set('a', 1).set('b', 2).set('c', 3);
  const left = base.set('c', 4).set('d', 5);
  const right = base.delete('a');
  expect(left.keysApart(right)).toEqual(['a', 'c', 'd']);
  expect(right.keysApart(left)).toEqual(['a', 'c', 'd']);
  expect(base.keysApart(base)).toEqual([]);
  expect(base.keysApart(PersistentMap.empty<number>().set('z', 1))).toEqual(['a', 'b', 'c', 'z']);
});
