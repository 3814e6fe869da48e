import { contextBridge, ipcRenderer } from 'electron';

// The whole preload script: it asks the main process for a message port and hands it to the page's own world. The
// contract, not this file, says what may cross. https://www.electronjs.org/docs/latest/tutorial/message-ports
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'braindump:connect') return;
  ipcRenderer.postMessage('braindump:connect', null);
});
ipcRenderer.on('braindump:port', (event) => {
  window.postMessage('braindump:port', window.location.origin, event.ports as unknown as Transferable[]);
});
contextBridge.exposeInMainWorld('braindumpHost', 'electron');
