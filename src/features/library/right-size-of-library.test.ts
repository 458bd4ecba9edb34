import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposeSplit, rightSize } from '../../engine/design-review/right-size.ts';
import { readMicromasteryFile } from './micromastery-file.ts';

const LIBRARY = join(import.meta.dirname, '../../../library');
const SHIPPED = readdirSync(LIBRARY)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readMicromasteryFile(readFileSync(join(LIBRARY, name), 'utf8'), name))
  .flatMap((reading) => (reading.kind === 'design' ? [reading.design] : []));

/** A false alarm over a design that was made with care would teach people to read past all of them. */
describe('right-sizing', () => {
  it.each(SHIPPED.map((design) => [design.slug, design] as const))(
    'has nothing to say of %s',
    (_, design) => {
      expect(rightSize(design)).toEqual([]);
      expect(proposeSplit(design)).toBeNull();
      // While it is still being written: the title and the summary alone.
      expect(rightSize({ ...design, payoff: null, repeat: null })).toEqual([]);
    },
  );

  it('hears no second verb in what people with a trouble say', () => {
    const needs = SHIPPED.flatMap((design) => design.needs);
    expect(needs.length).toBeGreaterThan(100);
    const heard = needs.filter((title) =>
      rightSize({ title, verb: '', summary: '', repeat: null, payoff: null }).some(
        ({ code }) => code === 'size-several-verbs',
      ),
    );
    expect(heard).toEqual([]);
  });

  it('is asked about the whole library', () => expect(SHIPPED.length).toBeGreaterThanOrEqual(24));
});
