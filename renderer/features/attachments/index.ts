export { keepFile } from './keep-file.ts';
export { attachmentOf } from './known.ts';
export { openFile } from './open-file.ts';
export { PictureDialog } from './picture-dialog.tsx';
export { pictureUrl } from './pictures.ts';
export { sizeText } from './sizes.ts';
