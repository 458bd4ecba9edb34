import { useSupport } from '../api/use-support.ts';
import { Button } from '../parts/Button.tsx';
import type { DesignSupport } from './design-slots.ts';
import { obstaclesOf, toggledTag } from './obstacle-tags.ts';
import styles from './Support.module.css';

type ObstacleChoiceProps = {
  readonly practiceId: string;
  readonly design: DesignSupport;
  readonly tags: readonly string[];
  readonly onTags: (tags: string[]) => void;
};

/** While a note is written: what got in the way, one tap each. It is kept as a tag of the take, among its others. */
export function ObstacleChoice({ practiceId, design, tags, onTags }: ObstacleChoiceProps) {
  const { support } = useSupport(practiceId);
  return (
    <fieldset>
      <legend className={styles.legend}>What got in the way?</legend>
      <div className={styles.chips}>
        {obstaclesOf(support.plans, design).map(({ tag }) => (
          <Button key={tag} aria-pressed={tags.includes(tag)} onClick={() => onTags(toggledTag(tags, tag))}>
            <span dir="auto">{tag}</span>
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
