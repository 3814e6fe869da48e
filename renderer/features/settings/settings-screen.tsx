import { Bar } from '#renderer/ui/bar.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { ComponentType } from 'react';
import { About } from './about.tsx';
import { Appearance } from './appearance.tsx';
import { CaptureKey } from './capture-key.tsx';
import { DataFolder } from './data-folder.tsx';
import { DayAndPlace } from './day-and-place.tsx';
import { FocusLengths, Planning } from './lengths.tsx';
import { JournalSettings } from './journal-settings.tsx';
import { ReminderSettings } from './reminder-settings.tsx';
import styles from './settings-screen.module.css';
import { type SettingsDesk, useSettings } from './use-settings.ts';
import { WorkingHoursEditor } from './working-hours-editor.tsx';

/** What every section of settings gets. */
export interface SectionProps {
  readonly desk: SettingsDesk;
}

const sections: readonly {
  readonly id: string;
  readonly title: string;
  readonly Section: ComponentType<SectionProps>;
}[] = [
  { id: 'appearance', title: 'Appearance', Section: Appearance },
  { id: 'day', title: 'Day and place', Section: DayAndPlace },
  { id: 'working-hours', title: 'Working hours', Section: WorkingHoursEditor },
  { id: 'planning', title: 'Planning', Section: Planning },
  { id: 'focus', title: 'Focus', Section: FocusLengths },
  { id: 'reminders', title: 'Reminders', Section: ReminderSettings },
  { id: 'journal', title: 'Journal', Section: JournalSettings },
  { id: 'capture', title: 'Capture', Section: CaptureKey },
  { id: 'data', title: 'Data', Section: DataFolder },
  { id: 'about', title: 'About', Section: About },
];

/** Everything a person can set. Each change holds at once and can be undone. */
export default function SettingsScreen() {
  const desk = useSettings();
  return (
    <>
      <Bar title="Settings" />
      <div className={styles.body}>
        <nav className={styles.places} aria-label="Sections of settings">
          {sections.map(({ id, title }) => (
            <button key={id} type="button" className={styles.place} onClick={() => goToSection(id)}>
              {title}
            </button>
          ))}
        </nav>
        <div className={styles.sections} data-focus="inset">
          {desk === undefined ? (
            <Skeleton label="Loading the settings" rows={8} />
          ) : (
            sections.map(({ id, title, Section }) => (
              <section key={id} className={styles.section} aria-labelledby={`settings-${id}`}>
                <h2 id={`settings-${id}`} tabIndex={-1} className={styles.heading}>
                  {title}
                </h2>
                <Section desk={desk} />
              </section>
            ))
          )}
        </div>
      </div>
    </>
  );
}

/** Shows a section and leaves the focus at its heading, so that the next Tab is in it. */
function goToSection(id: string): void {
  const heading = document.getElementById(`settings-${id}`);
  heading?.closest('section')?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
