import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import styles from './mood-picker.module.css';
import { moodWord, moodWords } from './moods.ts';

export interface MoodPickerProps {
  /** 1 to 5, or null while none is told. */
  readonly value: number | null;
  readonly onChange: (mood: number | null) => void;
}

/** Five steps from low to bright; pressing the chosen one again takes it away. */
export function MoodPicker({ value, onChange }: MoodPickerProps) {
  return (
    <div className={styles.picker}>
      <span aria-hidden>Mood</span>
      <RadioGroup<number | null>
        aria-label="Mood"
        value={value}
        onValueChange={(mood) => onChange(mood)}
        className={styles.steps}
      >
        {moodWords.map((word, index) => (
          <Radio.Root
            key={word}
            value={index + 1}
            aria-label={word}
            title={word}
            className={styles.step}
            onClick={() => {
              if (value === index + 1) onChange(null);
            }}
          />
        ))}
      </RadioGroup>
      {value !== null && <b className={styles.word}>{moodWord(value)}</b>}
    </div>
  );
}
