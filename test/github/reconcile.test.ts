import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Posted, PostedComment, PostedText } from '../../src/github/posted.ts';
import { reconcile, type Steps } from '../../src/github/reconcile.ts';
import { markerLine, readMarker } from '../../src/report/fingerprint.ts';
import type { Review, ReviewComment } from '../../src/report/review.ts';

/** Whatever stands on a pull request: rounds of steps, some of them lost, end at one comment for each concern, where it belongs. */

const owner = '0'.repeat(16);
const prints = ['a', 'b', 'c'].map((each) => each.repeat(16));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const comment = (
  fingerprint: string,
  kind: 'comment' | 'gone',
  line: number | undefined,
  text: string,
  rest: object,
): Mutable<PostedComment> => ({
  id: 0,
  node: '',
  body: `${markerLine({ kind, owner, fingerprint })}\n\n${text}`,
  marker: { kind, owner, fingerprint },
  path: 'm.sql',
  ...(line !== undefined && { line }),
  isAnswered: false,
  ...rest,
});

const standing = fc
  .record({
    fingerprint: fc.constantFrom(...prints),
    kind: fc.constantFrom('comment' as const, 'gone' as const),
    line: fc.constantFrom(undefined, 1, 2),
    text: fc.constantFrom('x', 'y'),
    isAnswered: fc.boolean(),
    minimized: fc.constantFrom(undefined, 'resolved', 'duplicate', 'off-topic'),
  })
  .map(({ fingerprint, kind, line, text, isAnswered, minimized }) =>
    comment(fingerprint, kind, line, text, { isAnswered, ...(minimized !== undefined && { minimized }) }),
  );

const wanted = fc
  .uniqueArray(fc.record({ fingerprint: fc.constantFrom(...prints), line: fc.constantFrom(1, 2), text: fc.constantFrom('x', 'y') }), {
    selector: ({ fingerprint }) => fingerprint,
  })
  .map((all): readonly ReviewComment[] =>
    all.map(({ fingerprint, line, text }) => {
      const body = `${markerLine({ kind: 'comment', owner, fingerprint })}\n\n${text}`;
      return { path: 'm.sql', line, body, concern: { fingerprint } as ReviewComment['concern'] };
    }),
  );

/** A pull request that carries out what it is asked to, one request at a time. */
interface Pull {
  comments: Mutable<PostedComment>[];
  summaries: Mutable<PostedText>[];
  others: Mutable<PostedText>[];
  next: number;
}

function requestsOf(steps: Steps, pull: Pull): (() => void)[] {
  const text = (id: number): Mutable<PostedText> | undefined =>
    [...pull.comments, ...pull.summaries, ...pull.others].find((each) => each.id === id);
  const edit = (id: number, body: string): void => {
    const found = text(id);
    if (found === undefined) return;
    found.body = body;
    const marker = readMarker(body);
    if ('marker' in found && marker !== undefined && marker.kind !== 'summary') (found as Mutable<PostedComment>).marker = marker;
  };
  const { summary } = steps;
  return [
    ...(steps.post.length > 0
      ? [
          () => {
            for (const { body, line, concern } of steps.post)
              pull.comments.push({ ...comment(concern.fingerprint, 'comment', line, '', { id: pull.next++ }), body });
          },
        ]
      : []),
    ...(summary === undefined
      ? []
      : [
          () => {
            if (summary.edits === undefined) pull.summaries.push({ id: pull.next++, node: '', body: summary.body });
            else edit(summary.edits.id, summary.body);
          },
        ]),
    ...steps.edit.map(
      ({ comment: { id }, body }) =>
        () =>
          edit(id, body),
    ),
    ...steps.removeComments.map(({ id }) => () => {
      pull.comments = pull.comments.filter((each) => each.id !== id);
    }),
    ...steps.removeSummaries.map(({ id }) => () => {
      pull.summaries = pull.summaries.filter((each) => each.id !== id);
    }),
    ...steps.hide.map(({ text: { id }, because }) => () => {
      const found = text(id);
      if (found !== undefined) found.minimized = because.toLowerCase();
    }),
    ...steps.show.map(({ id }) => () => {
      const found = text(id);
      if (found !== undefined) delete found.minimized;
    }),
  ];
}

/** Copies, as what is read over the network is. */
const read = ({ comments, summaries, others }: Pull): Posted => ({
  head: 'h',
  base: 'b',
  ...structuredClone({ comments, summaries, others: others.filter((each) => each.minimized === undefined) }),
});

test('every way there ends at the same', () => {
  fc.assert(
    fc.property(
      fc.array(standing, { maxLength: 6 }),
      fc.nat(3),
      fc.nat(2),
      wanted,
      fc.boolean(),
      fc.array(fc.boolean(), { maxLength: 40 }),
      (comments, summaries, others, want, hasNews, lost) => {
        const summary = `${markerLine({ kind: 'summary', owner })}\n\nnow`;
        let next = 1;
        const pull: Pull = {
          comments: comments.map((each) => ({ ...each, id: next++ })),
          summaries: Array.from({ length: summaries }, () => ({ id: next++, node: '', body: 'before' })),
          others: Array.from({ length: others }, () => ({ id: next++, node: '', body: 'theirs' })),
          next: 100,
        };
        const isOfPeople = ({ marker, minimized }: PostedComment): boolean =>
          marker.kind === 'comment' && minimized !== undefined && minimized !== 'duplicate';
        const hiddenByPeople = new Set(pull.comments.filter(isOfPeople).map(({ id }) => id));
        const answered = pull.comments.filter((each) => each.isAnswered).map(({ id }) => id);
        const review: Review = { summary, hasNews, comments: want, elsewhere: [] };
        const losses = [...lost];
        const round = (): number => {
          const requests = requestsOf(reconcile(read(pull), review, owner), pull);
          for (const request of requests) if (losses.pop() !== true) request();
          return requests.length;
        };
        // As long as something is lost it may take any number; from then on three.
        for (let rounds = 0; losses.length > 0 && rounds < 60; rounds++) round();
        losses.length = 0;
        round();
        round();
        expect(round()).toBe(0);

        const alive = pull.comments.filter((each) => each.marker.kind === 'comment');
        expect(alive.map(({ body, line }) => [body, line]).sort()).toEqual(want.map(({ body, line }) => [body, line]).sort());
        expect(alive.every(({ id, minimized }) => minimized === undefined || hiddenByPeople.has(id))).toBe(true);
        expect(pull.comments.filter((each) => each.marker.kind === 'gone').every(({ minimized }) => minimized !== undefined)).toBe(true);
        expect(pull.summaries.map(({ body }) => body)).toEqual(hasNews || summaries > 0 ? [summary] : []);
        expect(pull.others.every(({ minimized }) => minimized !== undefined)).toBe(true);
        // A thread that people have written in is never taken away.
        for (const id of answered) expect(pull.comments.some((each) => each.id === id)).toBe(true);
      },
    ),
    { numRuns: 3000, seed: 11 },
  );
});
