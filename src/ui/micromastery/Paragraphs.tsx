/** Prose of a record: an empty line parts its paragraphs. */
export function Paragraphs({ text, className }: { readonly text: string; readonly className?: string }) {
  return text.split('\n\n').map((paragraph) => (
    <p key={paragraph} className={className}>
      {paragraph}
    </p>
  ));
}
