import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema, graphql } from 'graphql';
import type { Answer, State } from './world.ts';

/** GitHub's own schema, read when the first query comes. Its file is no valid SDL by the letter: some fields stand twice. */
let schema: GraphQLSchema | undefined;
function githubSchema(): GraphQLSchema {
  const path = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
  schema ??= buildSchema(readFileSync(path, 'utf8'), { assumeValidSDL: true });
  return schema;
}

/** Validates a query by GitHub's schema and carries it out. */
export async function answerGraphql(state: State, body: unknown): Promise<Answer> {
  const { query, variables } = body as { readonly query: string; readonly variables?: Record<string, unknown> };
  const result = await graphql({ schema: githubSchema(), source: query, rootValue: rootOf(state), variableValues: variables ?? {} });
  // As GitHub words it, and with the status that it gives.
  const errors = result.errors?.map(({ message, path, extensions }) => ({ message, path, type: extensions.type }));
  return { status: 200, body: { data: result.data, ...(errors && { errors }) } };
}

class Forbidden extends Error {
  readonly extensions = { type: 'FORBIDDEN' };
}

function rootOf(state: State): object {
  const written = (id: string): { minimized?: string; user: string } | undefined => {
    const [kind, number] = id.split('_');
    const all = kind === 'IC' ? state.issueComments : kind === 'PRRC' ? state.comments : kind === 'PRR' ? state.reviews : [];
    return all.find((each) => each.id === Number(number));
  };
  const types: Readonly<Record<string, string>> = { IC: 'IssueComment', PRRC: 'PullRequestReviewComment', PRR: 'PullRequestReview' };
  const node = (id: string): object => {
    const found = written(id);
    if (found === undefined) return new Error(`Could not resolve to a node with the global id of '${id}'.`);
    return {
      __typename: types[id.split('_')[0] ?? ''],
      id,
      isMinimized: found.minimized !== undefined,
      minimizedReason: found.minimized?.toLowerCase() ?? null,
    };
  };
  const change = (id: string, minimized: string | undefined): object => {
    const found = written(id);
    if (found === undefined) throw new Error(`Could not resolve to a node with the global id of '${id}'`);
    if (state.world.readOnly) throw new Forbidden('Resource not accessible by integration');
    if (minimized === undefined) delete found.minimized;
    else found.minimized = minimized;
    return { clientMutationId: null };
  };
  return {
    viewer: { login: state.viewer },
    nodes: ({ ids }: { ids: string[] }) => ids.map(node),
    minimizeComment: ({ input }: { input: { subjectId: string; classifier: string } }) => change(input.subjectId, input.classifier),
    unminimizeComment: ({ input }: { input: { subjectId: string } }) => change(input.subjectId, undefined),
  };
}
