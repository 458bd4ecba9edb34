import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { type Fills, sixTexts } from '../../ui/micromastery/six-texts.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { SixFigure } from '../../ui/parts/SixFigure.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import type { SixElements } from '../../ui/parts/six-elements.ts';
import { goTo } from '../../ui/shell/navigation.ts';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import styles from './Canvas.module.css';
import { DesignReview, SizeReview } from './DesignReview.tsx';
import { DraftArea, DraftField } from './DraftFields.tsx';
import { ElementPanels } from './ElementPanels.tsx';
import { FileStart } from './FileStart.tsx';
import { FoundShortcut } from './FoundShortcut.tsx';
import type { KeptCanvas } from './kept-canvas.ts';
import type { PartName, PartState, PartStates } from './read-draft.ts';
import { begunWords, faultMessages, fieldFaults } from './saving-words.ts';
import { type Canvas, type CanvasStart, useCanvas } from './use-canvas.ts';
import { FieldFaults } from './use-field-fault.ts';

/** Recorder, camera and uploads: the words of a design need none of them. */
const OtherForms = lazy(async () => ({ default: (await import('./OtherForms.tsx')).OtherForms }));

type CanvasFormProps = {
  readonly start: CanvasStart;
  readonly kept: KeptCanvas | null;
  readonly practiceId: string | null;
};

export function CanvasForm({ start: known, kept, practiceId }: CanvasFormProps) {
  const start = useStart(known);
  const canvas = useCanvas(start, kept);
  /** How often it was asked to be saved and was not. */
  const [refusals, setRefusals] = useState(0);
  const isAsked = refusals > 0;
  const form = useRef<HTMLDivElement>(null);
  const { draft, reading } = canvas;
  const faults = useMemo(
    () => (isAsked ? fieldFaults(draft, reading) : NO_FAULTS),
    [isAsked, draft, reading],
  );
  useEffect(() => {
    if (refusals > 0) goToFirstFault(form.current);
  }, [refusals]);
  return (
    <div className={`grid ${styles.canvas}`}>
      <div ref={form}>
        <FieldFaults value={faults}>
          <Stage aria-labelledby="canvas" className={styles.stage}>
            <ScreenHeading title="Design" id="canvas">
              {headingOf(start)}
            </ScreenHeading>
            <p className="muted">{leadOf(start)}</p>
            <FoundShortcut canvas={canvas} />
            <Basics canvas={canvas} />
            <div className={styles.size}>
              <SizeReview canvas={canvas} />
            </div>
            {start.own === null && start.from === null && !canvas.isChanged && (
              <div className={styles.opening}>
                <FileStart onDesign={canvas.beginFrom} />
              </div>
            )}
            <div className={styles.figure}>
              <SixFigure elements={elementsOf(canvas)} live={null} centre={null}>
                <p>A petal fills as its element is written. Three of six are enough to practise.</p>
              </SixFigure>
            </div>
          </Stage>
          <ElementPanels draft={canvas.draft} parts={canvas.reading.parts} change={canvas.change} />
          <More canvas={canvas} designId={start.id} isAsked={isAsked} />
          <Saving {...{ canvas, start, practiceId, isAsked }} onRefused={() => setRefusals(refusals + 1)} />
        </FieldFaults>
      </div>
      <aside className={styles.side} aria-label="Advice">
        <DesignReview canvas={canvas} />
      </aside>
    </div>
  );
}

const NO_FAULTS: ReadonlyMap<string, string> = new Map();

/** The page is long: whoever saves is taken to the first field that stands in the way, or else to what is said of it. */
function goToFirstFault(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
}

/** What was begun as a new one stays so to the end, also while it is saved and the next screen is fetched. */
function useStart(known: CanvasStart): CanvasStart {
  const [begun] = useState(known);
  return useMemo(
    () => (begun.own === null ? { ...known, own: null, from: begun.from } : known),
    [begun, known],
  );
}

function headingOf({ own, from }: CanvasStart): string {
  if (own !== null) return 'Design it anew';
  return from === null ? 'Design a small thing to do' : 'Make it your own';
}

function leadOf({ own, from }: CanvasStart): string {
  if (own !== null)
    return `What you save becomes version ${own.version + 1}. Version ${own.version} stays as it is, and so does every take.`;
  if (from !== null) return `Made from “${from.title}”, which stays as it is. Change whatever you like.`;
  return 'In any order, and as much of it as you know. What you type is kept on this device as you go.';
}

function Basics({ canvas }: { readonly canvas: Canvas }) {
  const { draft, change } = canvas;
  return (
    <div id="what" className={styles.opening}>
      <DraftArea
        at={['title']}
        isVoice
        label="What will you be able to do?"
        hint="One thing with a visible end: “Whistle with two fingers”"
        text={draft.title}
        onText={(title) => change({ title: title.replaceAll('\n', ' ') })}
        maxLength={120}
        rows={1}
      />
      <div className={styles.basics}>
        <DraftLine
          canvas={canvas}
          name="fields"
          label="The greater field"
          hint="What it belongs to, commas between"
          maxLength={400}
        />
        <DraftLine
          canvas={canvas}
          name="verb"
          label="The one verb"
          hint="Empty: the first word above"
          maxLength={40}
        />
        <DraftArea
          at={['summary']}
          label="In a sentence"
          text={draft.summary}
          onText={(summary) => change({ summary })}
          maxLength={300}
          rows={1}
        />
        <DraftArea
          at={['needs']}
          label="Which needs it answers"
          hint="In the words of somebody who has them, one a line"
          text={draft.needs}
          onText={(needs) => change({ needs })}
          maxLength={1900}
          rows={1}
        />
      </div>
    </div>
  );
}

type DraftLineProps = {
  readonly canvas: Canvas;
  readonly name: 'fields' | 'verb' | 'source' | 'licence';
  readonly label: string;
  readonly hint: string;
  readonly maxLength: number;
};

/** Words of the draft that fit a line; the browser has nothing to propose for them. */
function DraftLine({ canvas: { draft, change }, name, ...field }: DraftLineProps) {
  return (
    <DraftField
      at={[name]}
      {...field}
      text={draft[name]}
      onText={(text) => change({ [name]: text })}
      autoComplete="off"
    />
  );
}

const FILL_OF: Readonly<Record<PartState['kind'], number>> = { empty: 0, partial: 0.5, whole: 1 };

function fillsOf(parts: PartStates): Fills {
  const fill = (state: PartState) => FILL_OF[state.kind];
  return {
    trick: fill(parts.trick),
    payoff: fill(parts.payoff),
    repeat: fill(parts.repeat),
    experiments: fill(parts.experiments),
    support: fill(parts.support),
    rubPat: fill(parts.rubPat),
  };
}

/** The petals lead to the panels of this page. */
function elementsOf({ reading }: Canvas): SixElements {
  const texts = sixTexts({
    design: { ...reading.design, id: '', isOwn: true },
    fills: fillsOf(reading.parts),
    payoff: null,
    isTrickHidden: false,
  });
  const here = (part: PartName, element: SixElements[number]) => ({
    ...element,
    ...(reading.parts[part].kind === 'partial' && { summary: 'Begun, and not whole yet.' }),
    href: element.href.slice(element.href.indexOf('#')),
  });
  const [trick, payoff, repeat, experiments, support, rubPat] = texts;
  return [
    here('trick', trick),
    here('payoff', payoff),
    here('repeat', repeat),
    here('experiments', experiments),
    here('support', support),
    here('rubPat', rubPat),
  ];
}

type MoreProps = { readonly canvas: Canvas; readonly designId: string; readonly isAsked: boolean };

function More({ canvas, designId, isAsked }: MoreProps) {
  const { draft, change } = canvas;
  const area = (name: 'checklist' | 'safety', label: string, hint: string, most: number) => (
    <DraftArea
      at={[name === 'checklist' ? 'formats.checklist' : name]}
      label={label}
      hint={hint}
      text={draft[name]}
      onText={(text) => change({ [name]: text })}
      maxLength={most}
      rows={2}
    />
  );
  return (
    <section id="more" className={`${styles.panel} ${styles.more}`} aria-labelledby="more-title">
      <h2 id="more-title">More about it</h2>
      {area(
        'checklist',
        'The answer as a checklist',
        'One step a line, for somebody who needs it in a minute',
        4000,
      )}
      <Suspense fallback={<Loading what="Fetching the other forms" lines={4} />}>
        <OtherForms {...{ designId, isAsked }} forms={draft.forms} onForms={(forms) => change({ forms })} />
      </Suspense>
      {area('safety', 'Safety', 'What can go wrong, and how not to let it', 400)}
      <div className={styles.two}>
        <DraftLine
          canvas={canvas}
          name="source"
          label="Where it comes from"
          hint="An address, a book, a person"
          maxLength={300}
        />
        <DraftLine
          canvas={canvas}
          name="licence"
          label="Licence"
          hint="What others may do with it, if you share it"
          maxLength={80}
        />
      </div>
    </section>
  );
}

type SavingProps = {
  readonly canvas: Canvas;
  readonly start: CanvasStart;
  readonly practiceId: string | null;
  readonly isAsked: boolean;
  readonly onRefused: () => void;
};

function Saving({ canvas, start, practiceId, isAsked, onRefused }: SavingProps) {
  const { reading, version } = canvas;
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const messages = useMemo(() => faultMessages(reading), [reading]);
  const begun = useMemo(() => begunWords(reading.parts), [reading]);
  /** What was said to be left out, before saving was pressed once more. */
  const [told, setTold] = useState<string | null>(null);

  function save() {
    setTold(begun);
    if (messages.length > 0 || (begun !== null && begun !== told)) {
      onRefused();
      return;
    }
    setBusy(true);
    canvas.save(practiceId).then(leave, (error: unknown) => {
      setBusy(false);
      setFailure(error instanceof Error ? error.message : String(error));
    });
  }

  async function leave() {
    // Whoever comes back here finds what was saved, and not a new one.
    const here = `/canvas/${start.id}`;
    await goTo(practiceId === null ? here : `${here}?practice=${practiceId}`, { instead: true });
    await goTo(practiceId === null ? `/micromasteries/${start.id}` : `/practices/${practiceId}`);
  }

  return (
    <>
      <div tabIndex={-1} role="alert" className={styles.faults}>
        {isAsked && messages.map((message) => <p key={message}>{message}</p>)}
        {begun !== null && told === begun && (
          <p>{begun} Save once more to leave it out of this version; what you wrote stays here.</p>
        )}
        {failure !== null && <p>{failure}</p>}
      </div>
      <ActionBar>
        <Button kind="hot" size="big" busy={isBusy} busyText="Saving" onClick={save}>
          {version === 1 ? 'Save it' : `Save version ${version}`}
        </Button>
        {canvas.isChanged && (
          <Button kind="text" onClick={canvas.startAnew}>
            {start.own === null && start.from === null ? 'Clear it' : 'Back to how it was'}
          </Button>
        )}
      </ActionBar>
    </>
  );
}
