import { useEffect, useMemo, useState } from 'react';
import { type Finding, reviewDesign } from '../../engine/design-review/design-review.ts';
import {
  proposeSplit,
  rightSize,
  type SizeFinding,
  type SizeSplit,
} from '../../engine/design-review/right-size.ts';
import { noteNeedInHand } from '../../ui/micromastery/need-in-hand.ts';
import { isTrickRead, noteTrickRead } from '../../ui/micromastery/trick-read.ts';
import { newId } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import { keep, keepNote, readNote } from '../../ui/offline/queue.ts';
import { currentSpace, knownSpace } from '../../ui/offline/space.ts';
import type { DesignBody, Micromastery, MicromasteryDesign } from '../library/contract.ts';
import type { FollowingBody } from '../practice/choice-contract.ts';
import { type Draft, draftOf, EMPTY_DRAFT } from './draft.ts';
import { type KeptCanvas, keptCanvasOf, noteOf } from './kept-canvas.ts';
import { type DraftFrame, type DraftReading, type PartName, readDraft } from './read-draft.ts';

/** What a canvas begins with. */
export type CanvasStart = {
  readonly id: string;
  /** The newest version of this very micromastery, if there is one. */
  readonly own: Micromastery | null;
  /** What it is made from, where it is a fork or an answer that was found. */
  readonly from: Micromastery | null;
  /** A need in the learner’s words, where nothing answered it. */
  readonly need: string | null;
  /** That need where it is kept: what is designed here is found for it. */
  readonly needId: string | null;
};

export type Canvas = {
  readonly draft: Draft;
  readonly reading: DraftReading;
  readonly findings: readonly Finding[];
  readonly sizes: readonly SizeFinding[];
  readonly split: SizeSplit | null;
  readonly version: number;
  readonly change: (part: Partial<Draft>) => void;
  /** Writes the version down. `practiceId`: a practice that follows it from now on. */
  readonly save: (practiceId: string | null) => Promise<void>;
  /** With everything of a design that came as a file; it stays one’s own to save. */
  readonly beginFrom: (design: MicromasteryDesign) => void;
  /** Back to what was saved last, or to nothing. */
  readonly startAnew: () => void;
  readonly isChanged: boolean;
};

const noteKey = (spaceId: string | null, id: string) => `canvas ${spaceId ?? ''} ${id}`;

/** On the very first visit, what is typed before the server has said who is here waits for that. */
async function keepDraft(id: string, kept: KeptCanvas | null): Promise<void> {
  await keepNote({ key: noteKey(await knownSpace(), id), value: kept && noteOf(kept) });
}

/** What was typed on an earlier visit; undefined until that is known, null where there is nothing. */
export function useKeptCanvas(id: string): KeptCanvas | null | undefined {
  const [kept, setKept] = useState<KeptCanvas | null>();
  useEffect(() => {
    let isGone = false;
    readNote(noteKey(currentSpace(), id)).then(
      (note) => {
        if (!isGone) setKept(keptCanvasOf(note));
      },
      () => {
        if (!isGone) setKept(null);
      },
    );
    return () => {
      isGone = true;
    };
  }, [id]);
  return kept;
}

export function useCanvas(start: CanvasStart, kept: KeptCanvas | null): Canvas {
  const first = useMemo(() => firstDraft(start), [start]);
  const [file, setFile] = useState<DraftFrame | null>(kept?.file ?? null);
  const frame = useMemo(() => frameOf(start, file), [start, file]);
  const [draft, setDraft] = useState<Draft>(kept?.draft ?? first);
  const reading = useMemo(() => readDraft(draft, frameFor(frame, start, draft)), [draft, frame, start]);
  const { design, written } = reading;
  const sizes = useMemo(() => rightSize(written), [written]);

  const put = (next: KeptCanvas) => {
    setDraft(next.draft);
    setFile(next.file);
    void keepDraft(start.id, next);
  };
  const change = (part: Partial<Draft>) => put({ draft: { ...draft, ...part }, file });

  const save = async (practiceId: string | null) => {
    // What is begun and not whole is in no version: it is found here again.
    const isWhole = Object.values(reading.parts).every(({ kind }) => kind !== 'partial');
    await keep(savingWrites(start, design, practiceId, new Date()), [
      {
        key: noteKey(await knownSpace(), start.id),
        value: isWhole ? null : noteOf({ draft, file: null }),
      },
    ]);
    if (start.needId !== null) noteNeedInHand(start.id, start.needId);
    // Of a fork that kept the way in as it was, it has been read where it was read of what was forked.
    const { from } = start;
    if (from !== null && isTrickRead(from.id) && design.entryTrick?.text === from.entryTrick?.text)
      noteTrickRead(start.id);
  };

  return {
    draft,
    reading,
    findings: useMemo(
      () => reviewDesign(written).filter((one) => !isSaidBySize(one, sizes) && !isBegun(one, reading.parts)),
      [written, sizes, reading.parts],
    ),
    sizes,
    split: useMemo(() => (sizes.length === 0 ? null : proposeSplit(written)), [sizes, written]),
    version: frame.version,
    change,
    save,
    beginFrom: (design) => {
      const { slug, version, lineage, links } = design;
      put({ draft: draftOf(design), file: { slug, version, lineage, links } });
    },
    startAnew: () => {
      setFile(null);
      setDraft(first);
      void keepDraft(start.id, null);
    },
    isChanged: JSON.stringify(draft) !== JSON.stringify(first),
  };
}

/** What the sizes say better, the review need not say again. */
const isSaidBySize = ({ code }: Finding, sizes: readonly SizeFinding[]) =>
  (code === 'title-several-verbs' && sizes.some((size) => size.code === 'size-several-verbs')) ||
  (code === 'repeat-too-long' && sizes.some((size) => size.code === 'size-too-long'));

const PART_LACKING: Readonly<Record<string, PartName>> = {
  'entry-trick-missing': 'trick',
  'payoff-missing': 'payoff',
  'repeat-missing': 'repeat',
  'experiments-too-few': 'experiments',
  'support-missing': 'support',
  'rub-pat-missing': 'rubPat',
};

/** What is begun is not missing: its panel says what it still needs. */
function isBegun({ code }: Finding, parts: DraftReading['parts']): boolean {
  const part = PART_LACKING[code];
  return part !== undefined && parts[part].kind === 'partial';
}

function savingWrites(
  { id, needId }: Pick<CanvasStart, 'id' | 'needId'>,
  design: DraftReading['design'],
  practiceId: string | null,
  now: Date,
): readonly Write[] {
  const at = now.toISOString();
  const body: DesignBody = { design, savedAt: at };
  const saving: readonly Write[] = [
    { path: `/api/micromasteries/${id}/versions/${design.version}`, body },
    ...(needId === null ? [] : [{ path: `/api/needs/${needId}/matches/${id}`, body: { matchedAt: at } }]),
  ];
  if (practiceId === null) return saving;
  const following: FollowingBody = {
    practiceId,
    micromasteryId: id,
    micromasteryVersion: design.version,
    followedAt: at,
  };
  return [...saving, { path: `/api/followings/${newId()}`, body: following }];
}

function firstDraft({ own, from, need }: CanvasStart): Draft {
  if (own !== null) return draftOf(own);
  if (from !== null) {
    const draft = draftOf(from);
    return { ...draft, source: draft.source || `“${from.title}”, version ${from.version}`.slice(0, 300) };
  }
  return need === null ? EMPTY_DRAFT : { ...EMPTY_DRAFT, needs: need.slice(0, 160) };
}

/** Ancestors beyond this are left out, the oldest first. */
const ANCESTORS = 20;

function frameOf({ own, from }: CanvasStart, file: DraftFrame | null): DraftFrame {
  if (own !== null) {
    const { slug, version, lineage, links } = own;
    return { slug, version: version + 1, lineage, links };
  }
  const source = from ?? file;
  if (source === null) return { slug: '', version: 1, lineage: [], links: [] };
  const { slug, version, links } = source;
  return { slug, version: 1, lineage: [...source.lineage, `${slug}@${version}`].slice(-ANCESTORS), links };
}

/** A new one is named after its title; one that was saved keeps its short name, under which files and scripts know it. */
function frameFor(frame: DraftFrame, { id, own }: CanvasStart, { title }: Draft): DraftFrame {
  return own === null ? { ...frame, slug: slugOf(title) || `micromastery-${id.slice(-12)}` } : frame;
}

function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
