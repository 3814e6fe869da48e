/** Whether a point of the window lies on the list of what is to plan, whatever holds the pointer. */
export function isOverToPlan({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean {
  const element = document.elementFromPoint(clientX, clientY);
  return element !== null && element.closest('[data-to-plan]') !== null;
}
