import { Menu, type MenuItemConstructorOptions } from 'electron';

interface AppMenuActions {
  goTo(route: string): void;
  capture(): void;
}

/** The platform's menu bar. Undo and redo of text are the page's; of changes they are its Mod+Z outside of text. */
export function setAppMenu({ goTo, capture }: AppMenuActions): void {
  const places: MenuItemConstructorOptions[] = (
    [
      ['Today', '/today'],
      ['Journal', '/journal'],
      ['Calendar', '/calendar'],
      ['Tasks', '/tasks'],
      ['Focus', '/focus'],
    ] as const
  ).map(([label, route], at) => ({ label, accelerator: `CommandOrControl+${at + 1}`, click: () => goTo(route) }));
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        { label: 'Quick capture', click: capture },
        { label: 'Settings', accelerator: 'CommandOrControl+,', click: () => goTo('/settings') },
        { type: 'separator' },
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    { label: 'Go', submenu: places },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
