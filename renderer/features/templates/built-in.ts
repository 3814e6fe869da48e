/** A template one can use or begin one's own with. */
export interface BuiltInTemplate {
  /** As a setting holds it; no id of a kept template looks like this. */
  readonly id: string;
  readonly name: string;
  readonly body: string;
}

/** Offered, never put anywhere unasked. */
export const BUILT_IN: readonly BuiltInTemplate[] = [
  {
    id: 'built-in:morning',
    name: 'Morning pages',
    body: '## Morning pages\n\n{{cursor}}\n',
  },
  {
    id: 'built-in:gratitude',
    name: 'Gratitude',
    body: '## Three good things\n\n1. {{cursor}}\n2. \n3. \n\nWhat I did to bring one of them about: \n',
  },
  {
    id: 'built-in:review',
    name: 'Day review',
    body: '## How {{weekday}} went\n\n**Went well:** {{cursor}}\n\n**Was hard:** \n\n**For tomorrow:** \n\n- [ ] \n',
  },
  {
    id: 'built-in:meeting',
    name: 'Meeting notes',
    body: '## Meeting, {{time}}\n\n**With:** @{{cursor}}\n\n**About:** \n\n### Notes\n\n- \n\n### To do\n\n- [ ] \n',
  },
];
