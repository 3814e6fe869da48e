import { DailyTemplateSelect, openTemplates } from '#renderer/features/templates/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SettingLine } from './setting-line.tsx';

/** What entries begin with. */
export function JournalSettings() {
  return (
    <>
      <SettingLine label="A new day begins with" hint="Of an entry that stays as the template is, nothing is kept.">
        <DailyTemplateSelect hidesLabel />
      </SettingLine>
      <SettingLine label="Templates" hint="In the text, type / at the start of a line to use one.">
        <Button size="small" onClick={openTemplates}>
          Edit templates
        </Button>
      </SettingLine>
    </>
  );
}
