/** Whether a point of the window lies on the list of what is to plan, whatever holds the pointer. */
export function isOverToPlan({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean {
  return document.elementFromPoint(clientX, clientY)?.closest('[data-to-plan]') != null;
}
