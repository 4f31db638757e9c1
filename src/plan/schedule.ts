import { changesetAt } from '../migration/migration.ts';
import { type Around, arounds, nothingAround } from './around.ts';
import { type Answer, attempt, combine, type Decided, type Given, type Stage } from './attempt.ts';
import { type Fate, stays } from './fate.ts';
import { changesOfGoing, type Going, goingColumns } from './going.ts';
import { leftOut } from './left-out.ts';
import { defaultSet, relaxations, relaxed } from './relaxed.ts';
import { stillEmpty } from './still-empty.ts';
import { takenBack } from './taken-back.ts';
import { runsInPlace } from './tool.ts';
import type { PlannableFile, PlannableUnit } from './unit.ts';
import { type Work, worksOf } from './work.ts';

/**
 * Decides for every statement of the unit where its steps go, in the order that the author gave them. What a staged operation brings
 * later than written, others wait for; what the new code needs at its deploy, and would come behind one, goes through the stages again.
 * Each attempt finds out something that the next takes as given.
 */
export function schedule(unit: PlannableUnit, stage: Stage, rounds: boolean): readonly Fate[] {
  const { files, going } = worksOfUnit(unit, stage);
  const works = files.flatMap((each) => each.works);
  const belonging = arounds(works);
  const runsAlone: Given['runsAlone'] = ({ migration }, steps) =>
    migration.transaction === 'per-statement' ||
    // One of several changesets: it has no neighbours to wait for, but the file's mark is not its own.
    steps.every((step) => step.transaction !== 'none' || (!migration.changesets && runsInPlace(unit.tool, migration, step)));
  const given: Given = {
    files,
    works,
    arounds: belonging,
    leftOut: new Map([...leftOut(works), ...(unit.dialect.commitsImplicitly ? [] : takenBack(works)), ...changesOfGoing(going)]),
    relaxing: relaxations(works),
    dialect: unit.dialect,
    runsAlone,
    stillEmpty: stillEmpty(works),
    ask: answers(stage, files, belonging, unit.dialect.commitsImplicitly === true),
  };
  const decided: Decided = {
    refused: new Map(),
    kept: new Set(),
    apart: new Set(),
    deferred: new Map(),
    held: new Set(),
    oneRound: !rounds,
  };
  for (let attempts = 0; ; attempts++) {
    if (attempts === mostAttempts) {
      decided.oneRound = true;
      decided.deferred.clear();
      decided.held.clear();
    }
    const { fates, refused, apart, deferred, held } = attempt(given, decided, unit.before.searchPath);
    const emptied = emptiedFiles(fates, runsAlone).filter((each) => !decided.kept.has(each));
    if (refused.size + apart.size > 0) {
      for (const [work, reason] of refused) decided.refused.set(work, reason);
      for (const work of apart) decided.apart.add(work);
      // What was put off for them is looked at anew.
      decided.deferred.clear();
      decided.held.clear();
    } else if (deferred.size > 0) for (const [work, round] of deferred) decided.deferred.set(work, round);
    else if (held.size > 0) for (const work of held) decided.held.add(work);
    else if (emptied.length > 0) for (const work of emptied) decided.kept.add(work);
    else return fates;
  }
}

/** The works of each file, with the drops of columns in the place of what is done to the columns before. */
function worksOfUnit(unit: PlannableUnit, stage: Stage): Pick<Given, 'files'> & { readonly going: ReadonlyMap<Work, Going> } {
  const divides = unit.dialect.commitsImplicitly === true;
  const files = unit.files.map((file) => ({ file, works: worksOf(file, unit.dialect) }));
  if (divides) return { files, going: new Map() };
  const all = files.flatMap((each) => each.works);
  const drop = (going: ReadonlyMap<Work, Going>): Given['files'] =>
    files.map(({ file, works }) => ({ file, works: works.map((work) => going.get(work)?.drop ?? work) }));
  const found = goingColumns(all, arounds(all));
  const ask = answers(stage, drop(found), new Map(), divides);
  // As written, it would be dropped by a name that it does not have.
  const going = new Map([...found].filter(([, each]) => !each.isRenamed || ask(each.drop).steps.length > 0));
  return { files: drop(going), going };
}

/** More than any migration has needed: a chain of a thousand renames gives up the rounds. */
const mostAttempts = 40;

/** Whether anything is found in the statement that a work is an action of. */
function isFound({ statement }: Work): boolean {
  return statement.operations.some(({ findings }) => findings.length > 0);
}

/**
 * Asks each recipe once for all rounds.
 * @param divides every action of an ALTER TABLE becomes a statement of its own where one of them is staged, for they would be done as the costliest
 */
function answers(stage: Stage, files: Given['files'], belonging: ReadonlyMap<Work, Around>, divides: boolean): Given['ask'] {
  const known = new Map<Work, Map<string, Answer>>();
  const fileOf = new Map(files.flatMap(({ file, works }) => works.map((work) => [work, file] as const)));
  return (work, replaced, relaxing = []) => {
    const own = known.get(work) ?? new Map<string, Answer>();
    const asked = JSON.stringify([replaced?.name, relaxing.map((each) => [each.span.start, each.sql])]);
    const had = own.get(asked);
    if (had !== undefined) return had;
    const file = fileOf.get(work) as PlannableFile;
    const mayNotRun = changesetAt(file.migration, work.span.start)?.conditional === true;
    const answer = combine(
      work.operations.map((each) => {
        if (mayNotRun) return each.findings.some(({ category }) => category !== 'operations') ? { impossible: whyConditional } : undefined;
        if (each.findings.length > 0) {
          const around = belonging.get(work);
          if (relaxing.length === 0) return stage(file, work, each, replaced, around);
          const put = defaultSet(relaxing);
          const since = put === undefined ? around : { ...nothingAround, ...around, default: { dropped: put, put } };
          return stage(file, work, { ...each, before: relaxed(each.before, relaxing) }, replaced, since);
        }
        if (!divides || !work.action || !isFound(work)) return undefined;
        const beside = stage(file, work, each, replaced, belonging.get(work));
        return beside !== undefined && 'steps' in beside ? beside : undefined;
      }),
    );
    known.set(work, own.set(asked, answer));
    return answer;
  };
}

const whyConditional =
  'its changeset may be passed over (for its preconditions, context or labels), and what is written elsewhere would run all the same';

/** The first work of each file that would be left without a statement, where it may stay there alone. */
function emptiedFiles(fates: readonly Fate[], runsAlone: Given['runsAlone']): readonly Work[] {
  const byFile = new Map<PlannableFile, Fate[]>();
  for (const fate of fates) {
    const own = byFile.get(fate.file);
    if (own === undefined) byFile.set(fate.file, [fate]);
    else own.push(fate);
  }
  return [...byFile.values()].flatMap((own) => {
    const leaves = (each: Fate): boolean =>
      !stays(each) && !each.work.inBlock && each.steps.every((placed) => placed.position !== undefined);
    const [first] = own;
    const alone = first?.behind.length === 0 && first.steps[0]?.step.transaction === 'none';
    return own.length > 1 &&
      alone &&
      runsAlone(
        first.file,
        first.steps.map(({ step }) => step),
      ) &&
      own.every(leaves)
      ? [first.work]
      : [];
  });
}
