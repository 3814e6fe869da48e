export { GoToDialog } from './go-to-dialog.tsx';
export { MoveDialog } from './move-dialog.tsx';
export { ScopeDialog } from './scope-dialog.tsx';
