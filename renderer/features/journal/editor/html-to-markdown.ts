/** Elements that are worth keeping; a page without any of them is pasted as the words it has. */
const WORTH = 'h1,h2,h3,h4,h5,h6,ul,ol,table,strong,b,em,i,del,s,a[href],blockquote,pre,code,hr';
const LONGEST = 2_000_000;

/**
 * Copied HTML as Markdown: headings, emphasis, links, lists, quotes, code and tables. The page it came from is parsed and never
 * shown: nothing of it runs, nothing is fetched.
 *
 * @returns null when it holds nothing but words, and for a page too long to be prose
 */
export function markdownFromHtml(html: string): string | null {
  if (html.length > LONGEST) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  // Code editors copy coloured lines: their words are what was meant.
  if (body.querySelector(WORTH) === null || isCodeLines(body)) return null;
  const text = blocksOf(body).join('\n\n').trim();
  return text === '' ? null : text;
}

function isCodeLines(body: HTMLElement): boolean {
  const [first] = body.children;
  return first instanceof HTMLElement && /monospace/i.test(first.style.fontFamily) && first.tagName === 'DIV';
}

const BLOCKS =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DETAILS|DIV|DL|DT|FIGURE|FIGCAPTION|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|UL)$/;
const NOTHING =
  /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|HEAD|META|LINK|TITLE|IFRAME|OBJECT|SVG|CANVAS|VIDEO|AUDIO|INPUT|BUTTON|SELECT|TEXTAREA)$/i;

/** The blocks of an element, each without the blank lines around it. */
function blocksOf(parent: Element): string[] {
  const blocks: string[] = [];
  let line = '';
  const endLine = (): void => {
    const words = tidy(line);
    if (words !== '') blocks.push(words);
    line = '';
  };
  for (const node of parent.childNodes) {
    if (node instanceof Element && isBlock(node)) {
      endLine();
      blocks.push(...blockOf(node));
    } else {
      line += inlineOf(node);
    }
  }
  endLine();
  return blocks;
}

/** Some programs wrap whole pages in a `<b>` or `<span>`. */
function isBlock(element: Element): boolean {
  if (BLOCKS.test(element.tagName)) return true;
  return (
    /^(?:B|SPAN|FONT|CENTER)$/.test(element.tagName) && element.querySelector('p,div,ul,ol,table,h1,h2,h3') !== null
  );
}

function blockOf(element: Element): string[] {
  switch (element.tagName) {
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6': {
      const words = tidy(inlineOfAll(element)).replaceAll('\n', ' ');
      return words === '' ? [] : [`${'#'.repeat(Number(element.tagName[1]))} ${words}`];
    }
    case 'HR':
      return ['---'];
    case 'PRE': {
      const text = (element.textContent ?? '').replace(/\n$/, '');
      return [`\`\`\`\n${text}\n\`\`\``];
    }
    case 'BLOCKQUOTE':
      return [
        blocksOf(element)
          .join('\n\n')
          .split('\n')
          .map((line) => (line === '' ? '>' : `> ${line}`))
          .join('\n'),
      ];
    case 'UL':
    case 'OL':
      return [listOf(element)];
    case 'TABLE':
      return tableOf(element);
    default:
      return blocksOf(element);
  }
}

function listOf(list: Element): string {
  const start = Number(list.getAttribute('start') ?? 1) || 1;
  const lines: string[] = [];
  let number = start;
  for (const item of list.children) {
    // A list may stand beside the items of another instead of within one.
    if (item.tagName === 'UL' || item.tagName === 'OL') {
      lines.push(indented(listOf(item), '  '));
      continue;
    }
    const box = item.querySelector(':scope > input[type=checkbox], :scope > p > input[type=checkbox]');
    const task = box instanceof HTMLInputElement ? (box.checked ? '[x] ' : '[ ] ') : '';
    const mark = list.tagName === 'OL' ? `${number}. ` : '- ';
    number += 1;
    const blocks = blocksOf(item);
    const text = blocks.join(item.querySelector(':scope > p + p') === null ? '\n' : '\n\n');
    lines.push(`${mark}${task}${indented(text, ' '.repeat(mark.length)).trimStart()}`);
  }
  return lines.join('\n');
}

const indented = (text: string, blank: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : blank + line))
    .join('\n');

function tableOf(table: Element): string[] {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) =>
      tidy(inlineOfAll(cell)).replaceAll('\n', ' ').replaceAll('|', '\\|'),
    ),
  );
  const [head, ...body] = rows.filter((row) => row.length > 0);
  if (head === undefined) return [];
  const line = (cells: readonly string[]): string => `| ${head.map((_, at) => cells[at] ?? '').join(' | ')} |`;
  return [[line(head), `| ${head.map(() => '---').join(' | ')} |`, ...body.map(line)].join('\n')];
}

const inlineOfAll = (parent: Element): string => [...parent.childNodes].map(inlineOf).join('');

function inlineOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped((node.textContent ?? '').replaceAll(/[\s\u00a0]+/g, ' '));
  if (!(node instanceof HTMLElement) || NOTHING.test(node.tagName)) return '';
  const words = (): string => inlineOfAll(node);
  const { fontWeight, fontStyle } = node.style;
  switch (node.tagName) {
    case 'BR':
      return '\n';
    case 'STRONG':
    case 'B':
      return fontWeight === 'normal' || fontWeight === '400' ? words() : wrapped(words(), '**');
    case 'EM':
    case 'I':
      return fontStyle === 'normal' ? words() : wrapped(words(), '*');
    case 'DEL':
    case 'S':
      return wrapped(words(), '~~');
    case 'CODE': {
      const code = (node.textContent ?? '').trim();
      return code === '' ? '' : code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``;
    }
    case 'A': {
      const address = node.getAttribute('href') ?? '';
      const text = tidy(words()).replaceAll('\n', ' ');
      if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(address) || text === '') return words();
      return text === address ? address : `[${text.replaceAll(/[[\]]/g, '\\$&')}](${address.replaceAll(')', '%29')})`;
    }
    case 'IMG':
      return escaped(node.getAttribute('alt') ?? '');
    default:
      return isBlock(node) ? `\n${words()}\n` : words();
  }
}

/** Marks stand at words, not at spaces. */
function wrapped(text: string, mark: string): string {
  const words = text.trim();
  if (words === '') return text;
  const [before = '', after = ''] = [/^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]];
  return `${before}${mark}${words}${mark}${after}`;
}

/** Words that would read as marks. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_]/g, (mark) => `\\${mark}`).replaceAll(/\[(?=[^\]]*\]\()/g, '\\[');

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
