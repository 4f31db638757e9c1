import { otherPulls } from './fake-git.ts';
import { examples } from './schema.ts';
import { baseSha, type Handler, notFound, page, type State } from './world.ts';

const user = (login: string): object => ({
  ...(examples['pull-request-review']?.user as object),
  login,
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
});

/** The parts of a pull request that approvals are read from. */
export function approvalFields({ world: { author = 'Codertocat', labels = [] } }: State): object {
  const example = ((examples['pull-request'] as { labels?: readonly object[] }).labels ?? [])[0];
  return { user: user(author), labels: labels.map(({ name }) => ({ ...example, name })) };
}

export const approvalOperations: Readonly<Record<string, Handler>> = {
  'issues/list-events': (state, call) => {
    const event = { url: 'https://api.github.com/e', commit_id: null, commit_url: null, performed_via_github_app: null };
    const events = (state.world.labels ?? []).map(({ name, by, at = '2026-01-01T00:00:00Z' }, id) => ({
      ...event,
      id,
      node_id: `LE_${id}`,
      actor: user(by),
      event: 'labeled',
      created_at: at,
      label: { name, color: 'ededed' },
    }));
    return page(events, call);
  },
  'teams/list-members-in-org': (state, call) => {
    const members = state.world.teams?.[`${call.path.org}/${call.path.team_slug}`];
    return members === undefined ? notFound : page(members.map(user), call);
  },
  'repos/list-pull-requests-associated-with-commit': (state, { path }) =>
    path.commit_sha === state.head ? { status: 200, body: [pullRequest(state)] } : { status: 200, body: [] },
  // GitHub passes over a filter that has no colon, and lists everything.
  'pulls/list': (state, call) => {
    const head = call.query.get('head');
    const isReviewed = head === 'mallory:change' || !head?.includes(':');
    return page([...(isReviewed ? [pullRequest(state)] : []), ...otherPulls(state, call.query)], call);
  },
};

function pullRequest(state: State): object {
  const { head, base, ...example } = examples['pull-request'] as Record<string, object>;
  return {
    ...example,
    number: 2,
    head: { ...head, sha: state.head, repo: { ...(base as { repo: object }).repo, full_name: 'mallory/Hello-World' } },
    base: { ...base, sha: baseSha, ref: 'main' },
    merged_at: state.world.merged ? '2026-01-02T00:00:00Z' : null,
    ...approvalFields(state),
    requested_teams: [],
  };
}
