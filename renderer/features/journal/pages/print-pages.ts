import type { JournalDay } from '#contract/journal';
import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { pictureUrl } from '#renderer/features/attachments/index.ts';
import { formatDay, formatTime } from '#renderer/ui/format.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import { desk } from '../desk.ts';
import { moodWord } from '../moods.ts';
import './print-pages.css';

/** A stretch of the journal, or one entry of a day. */
export interface Pages {
  readonly first: string;
  readonly last: string;
  readonly entryId?: string;
}

/** Prints pages, or saves them as a PDF, by the system's own dialog; says why when it can't. */
export async function printPages(pages: Pages, zone: string): Promise<void> {
  try {
    desk.settleAll();
    const days = await client.journal.between(pages);
    if (days.length === 0)
      return showToast({ message: 'Nothing was written in that time, so there is nothing to print.' });
    const sheet = await sheetOf(days, zone);
    const title = document.title;
    document.body.append(sheet);
    // The name a PDF is offered under.
    document.title = pages.first === pages.last ? `Journal ${pages.first}` : `Journal ${pages.first} to ${pages.last}`;
    const clear = (): void => {
      sheet.remove();
      document.title = title;
    };
    window.addEventListener('afterprint', clear, { once: true });
    window.print();
  } catch (error) {
    showToast({ message: failureOf(error).message, tone: 'alert' });
  }
}

/** The pages as they lie on paper; hidden on the screen. */
async function sheetOf(days: readonly JournalDay[], zone: string): Promise<HTMLElement> {
  const { htmlOf } = await import('./markdown-html.ts');
  const sheet = element('div', 'print-sheet');
  for (const { day, entries } of days) {
    const section = sheet.appendChild(element('section', 'print-day'));
    section.append(element('h1', '', formatDay(day, 'full')));
    for (const { atMs, mood, body } of entries) {
      const article = section.appendChild(element('article', ''));
      const facts = [formatTime(atMs, zone), ...(mood === null ? [] : [moodWord(mood)])].join(' · ');
      article.append(element('p', 'print-facts', facts));
      const text = article.appendChild(element('div', 'print-text'));
      text.dir = 'auto';
      text.innerHTML = htmlOf(body);
    }
  }
  await Promise.all([...sheet.querySelectorAll<HTMLImageElement>('img[data-path]')].map(fillPicture));
  return sheet;
}

async function fillPicture(image: HTMLImageElement): Promise<void> {
  const url = await pictureUrl(image.dataset['path'] ?? '');
  if (url === null) return void image.replaceWith(`[${image.alt === '' ? 'Picture' : image.alt}]`);
  image.src = url;
  await image.decode().catch(() => undefined);
}

function element(name: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = words;
  return made;
}
