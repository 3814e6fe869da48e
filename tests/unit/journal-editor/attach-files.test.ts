import { markdownOf } from '#renderer/features/journal/editor/attach-files.ts';
import { expect, it } from 'vitest';

const path = 'attachments/0123456789abcdef0123456789abcdef.png';

it('a picture is named by its file without the extension, a copied one by nothing', () => {
  expect(markdownOf({ name: 'Lake at noon.JPG', path, isPicture: true })).toBe(`![Lake at noon](${path})`);
  expect(markdownOf({ name: 'image.png', path, isPicture: true })).toBe(`![](${path})`);
});

it('a file keeps its whole name, with what would end a link’s words made harmless', () => {
  expect(markdownOf({ name: 'minutes [draft].pdf', path, isPicture: false })).toBe(
    `[minutes \\[draft\\].pdf](${path})`,
  );
});
