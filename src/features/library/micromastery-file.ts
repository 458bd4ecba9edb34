import { Document, isMap, isSeq } from 'yaml';
import { MicromasteryDesign } from './contract.ts';
import { writeBody } from './markdown-body-file.ts';

export {
  FILE_TOO_LARGE,
  type FileFault,
  MOST_FILE_BYTES,
  readMicromasteryFile,
} from './read-micromastery-file.ts';

const LINE_WIDTH = 100;

/**
 * The library file of a design: `readMicromasteryFile` of it gives an equal design, and writing that again gives the
 * same bytes. Elements that are missing are left out. Words that another YAML reader would take for a number or a
 * flag are quoted, so that the file means the same to every program.
 */
export function writeMicromasteryFile(design: MicromasteryDesign): string {
  // A store may hand back the names of an object in any order; the schema's own order is the file's.
  const { entryTrick, rubPat, support, payoff, repeat, ...rest } = MicromasteryDesign.parse(design);
  const document = new Document(
    withoutEmpty({
      slug: rest.slug,
      title: rest.title,
      verb: rest.verb,
      fields: rest.fields,
      tryFirst: entryTrick?.tryFirst === true ? true : null,
      rubPat,
      support: support === null ? null : withoutEmpty(support),
      payoff: payoff === null ? null : withoutEmpty({ ...payoff, target: shortTarget(payoff) }),
      repeat,
      formats: rest.formats === undefined ? null : withoutEmpty(rest.formats),
      twists: byName(rest.twists.map(({ name, instruction }) => [name, instruction])),
      experiments: byName(rest.experiments.map(({ name, levels }) => [name, levels])),
      links: byName(rest.links.map(({ to, kind }) => [to, kind])),
      source: rest.source,
      sizeReason: rest.sizeReason,
      licence: rest.licence,
      version: rest.version,
      lineage: rest.lineage,
    }),
    { compat: 'yaml-1.1' },
  );
  putOnOneLine(document.get('fields', true));
  putOnOneLine(document.getIn(['payoff', 'target'], true));
  const experiments = document.get('experiments', true);
  if (isMap(experiments)) for (const { value } of experiments.items) putOnOneLine(value);
  const front = document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false });
  const body = writeBody({
    summary: rest.summary,
    needs: rest.needs,
    entryTrick: entryTrick?.text ?? null,
    limit: entryTrick?.limit ?? null,
    safety: rest.safety,
  });
  return `---\n${front}---\n\n${body}`;
}

/** 30 or [20, 40] in place of two ends of which one is mostly empty; null where there is no target yet. */
function shortTarget({ direction, target }: NonNullable<MicromasteryDesign['payoff']>) {
  if (target.low === null && target.high === null) return null;
  if (direction === 'within') return [target.low, target.high];
  return direction === 'up' ? target.low : target.high;
}

const withoutEmpty = (values: object) =>
  new Map(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** A map and not an object: a name such as __proto__ or 10 keeps its place and its meaning. */
const byName = <Value>(entries: readonly (readonly [string, Value])[]) =>
  entries.length === 0 ? null : new Map(entries);

function putOnOneLine(node: unknown): void {
  if (isSeq(node)) node.flow = true;
}
