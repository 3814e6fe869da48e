import { Play, Search, Square, Tag as TagIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { AlertDialog } from '#renderer/ui/alert-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Chip, Tag } from '#renderer/ui/chip.tsx';
import { ColorPicker } from '#renderer/ui/color-picker.tsx';
import { colorNames, type ColorName } from '#renderer/ui/colors.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DurationField } from '#renderer/ui/duration-field.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { Ring } from '#renderer/ui/ring.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { showToast } from '#renderer/ui/toasts.tsx';

import styles from './gallery.module.css';

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <SectionLabel>{title}</SectionLabel>
      {children}
    </section>
  );
}

/** Every part in its states. */
export function Parts() {
  const [text, setText] = useState('Two quotes for the lift');
  const [note, setNote] = useState('Ask about the ramp before anyone prints a map.');
  const [day, setDay] = useState<string | undefined>('2026-11-13');
  const [time, setTime] = useState<string | undefined>('09:30');
  const [durationMin, setDurationMin] = useState<number | undefined>(90);
  const [priority, setPriority] = useState<'high' | 'normal' | null>('high');
  const [color, setColor] = useState<ColorName>('teal');
  const [isOn, setOn] = useState(true);
  const [dialog, setDialog] = useState<'dialog' | 'alert'>();
  return (
    <div className={styles.parts}>
      <Section title="Buttons">
        <div className={styles.line}>
          <Button icon={Play} variant="primary" keys="Space">
            Start
          </Button>
          <Button keys="Escape">Refuse</Button>
          <Button variant="quiet" icon={Square}>
            Stop
          </Button>
          <Button variant="link">Split into two</Button>
          <Button variant="danger">Erase everything</Button>
          <Button disabledReason="Nothing is planned yet.">Accept all</Button>
          <Button size="small">Small</Button>
          <Kbd keys="g t" />
          <Kbd keys="Mod+Shift+Z" />
        </div>
      </Section>
      <Section title="Fields">
        <div className={styles.grid}>
          <TextField label="Title" value={text} onChange={setText} hint="A verb helps." />
          <TextField label="Search" value="" onChange={setText} icon={Search} placeholder="Search tasks" />
          <TextField
            label="Mail"
            value="ana@"
            onChange={setText}
            error="An address has a name and a place: ana@example.org."
          />
          <Select
            label="Priority"
            value={priority}
            onChange={setPriority}
            options={[
              { value: 'high', label: 'High' },
              { value: 'normal', label: 'Normal' },
            ]}
          />
          <DateField label="Due" today="2026-11-12" value={day} onChange={setDay} />
          <TimeField label="At" value={time} onChange={setTime} />
          <DurationField label="Estimate" value={durationMin} onChange={setDurationMin} />
          <TextField label="Locked" value="Read only" onChange={setText} disabled />
          <TextArea label="Notes" value={note} onChange={setNote} />
        </div>
        <Switch label="Round times" hint="Blocks start on the quarter of an hour." checked={isOn} onChange={setOn} />
        <div className={styles.line}>
          <Checkbox label="Call the plumber" showsLabel checked={isOn} onChange={setOn} />
          <Checkbox label="Include weekends" showsLabel shape="square" checked={!isOn} onChange={(on) => setOn(!on)} />
          <Checkbox label="Some" showsLabel shape="square" indeterminate checked={false} onChange={setOn} />
          <ColorPicker label="Colour" value={color} onChange={setColor} />
        </div>
      </Section>
      <Section title="Chips and tags">
        <div className={styles.line}>
          <Chip color="blue" detail="Fri 13 Nov, 13:00 to 14:00" onPress={() => undefined} onRemove={() => undefined}>
            Event
          </Chip>
          <Chip icon={TagIcon} onPress={() => undefined} pressed>
            audioguide
          </Chip>
          <Chip>Audio guide</Chip>
          {colorNames.map((name) => (
            <Tag key={name} name={name} color={name} />
          ))}
        </div>
      </Section>
      <Section title="Rows">
        <Row
          leading={<Checkbox label="Done: Renew the library card" checked={false} onChange={setOn} />}
          title="Renew the library card"
          meta={<Tag name="home" color="green" />}
          end={<span className={styles.late}>3 days ago</span>}
          onOpen={() => undefined}
        />
        <Row
          leading={<Checkbox label="Done: Send Jonas the floor plan" checked onChange={setOn} />}
          title="Send Jonas the floor plan, with a title so long that it has to be cut off before the end of the line"
          tone="quiet"
          meta={<Tag name="work" color="violet" />}
          end="today"
          selected
          onOpen={() => undefined}
        />
      </Section>
      <Section title="Floating">
        <div className={styles.line}>
          <Button onClick={() => setDialog('dialog')}>Dialog</Button>
          <Button onClick={() => setDialog('alert')}>Question</Button>
          <Button onClick={() => showToast({ message: 'Task completed', undo: () => undefined })}>Toast</Button>
          <Button
            onClick={() =>
              showToast({ message: 'The calendar could not be reached. Your changes wait here.', tone: 'alert' })
            }
          >
            Alert toast
          </Button>
          <Popover label="Why Friday at 15:15" showsTitle trigger={<Button>Popover</Button>}>
            Due Monday, and this is the last free 90 min before it.
          </Popover>
        </div>
      </Section>
      <Section title="States">
        <ErrorNotice
          title="The plan could not be made."
          kept="Your tasks are as they were."
          advice="Try again."
          reference="4f2a91c0"
          action={<Button size="small">Try again</Button>}
        />
        <ProgressBar
          label="Reading your mail"
          value={0.4}
          detail="1,204 of 3,000 messages"
          onCancel={() => undefined}
        />
        <ProgressBar label="Looking for links" value={null} />
        <div className={styles.line}>
          <Ring value={0.71} />
          <Ring value={0.71} size={120} strokeWidth={4}>
            <span className={styles.timer}>17:42</span>
          </Ring>
        </div>
        <Skeleton label="Loading tasks" rows={3} />
      </Section>
      <Section title="Type">
        <p className={styles.day}>Thursday 12 November</p>
        <p className={styles.read}>
          Woke before the alarm and lay there listening to the rain on the skylight. First whole night this week.
        </p>
      </Section>
      <Dialog
        open={dialog === 'dialog'}
        onClose={() => setDialog(undefined)}
        title="Move the block"
        description="The rest of the plan stays."
        footer={
          <>
            <Button variant="quiet" onClick={() => setDialog(undefined)}>
              Cancel
            </Button>
            <Button variant="primary">Move</Button>
          </>
        }
      >
        <DateField label="Day" today="2026-11-12" value={day} onChange={setDay} />
      </Dialog>
      <AlertDialog
        open={dialog === 'alert'}
        onClose={() => setDialog(undefined)}
        title="Erase everything?"
        description="All entries, tasks and events on this machine will be gone. This can’t be undone."
        confirmLabel="Erase everything"
        onConfirm={() => undefined}
      />
    </div>
  );
}
