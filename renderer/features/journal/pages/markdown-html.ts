import { ATTACHMENT_PATH, PICTURE_TYPES } from '#contract/attachments';
import MarkdownIt from 'markdown-it';

/**
 * Entries as HTML, for paper only: HTML in them stays text, nothing is fetched, and a picture of the data folder carries its
 * path for whoever fills it in. Nothing of it is ever kept.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

markdown.renderer.rules['image'] = (tokens, at) => {
  const token = tokens[at]!;
  const path = String(token.attrGet('src') ?? '');
  const words = markdown.utils.escapeHtml(token.content);
  const isOwn = PICTURE_TYPES[ATTACHMENT_PATH.exec(path)?.[2] ?? ''] !== undefined;
  return isOwn ? `<img data-path="${path}" alt="${words}">` : words;
};

/** `[[page|words]]` is its words on paper. */
markdown.renderer.rules['text'] = (tokens, at) =>
  markdown.utils.escapeHtml(
    tokens[at]!.content.replaceAll(
      /\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]/g,
      (_link, page: string, words?: string) => words ?? page,
    ),
  );

/** @param body Markdown @returns HTML without anything that runs */
export function htmlOf(body: string): string {
  return markdown
    .render(body)
    .replaceAll(/<li>(\s*<p>)?\[ \] /g, '<li class="task">$1☐ ')
    .replaceAll(/<li>(\s*<p>)?\[[xX]\] /g, '<li class="task">$1☑ ');
}
