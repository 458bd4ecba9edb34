import type { Ref } from 'react';

type ParagraphsProps = {
  readonly text: string;
  readonly className?: string;
  /** For the last paragraph: who has it before them has come to the end. */
  readonly endRef?: Ref<HTMLParagraphElement>;
};

/** Prose of a record: an empty line parts its paragraphs. */
export function Paragraphs({ text, className, endRef }: ParagraphsProps) {
  return text.split('\n\n').map((paragraph, index, all) => (
    <p key={paragraph} className={className} ref={index === all.length - 1 ? endRef : undefined}>
      {paragraph}
    </p>
  ));
}
