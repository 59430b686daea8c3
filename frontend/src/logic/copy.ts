/** Take words out of the page. */

/** Put a text on the clipboard; false where the browser allows it in no way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** The older way, which pages opened from a file may use. */
function copySelected(text: string): boolean {
  const area = document.createElement("textarea");
  const active = document.activeElement;
  area.value = text;
  area.readOnly = true;
  area.className = "hidden";
  area.style.position = "fixed"; // so that the page does not jump to it
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (active instanceof HTMLElement) active.focus();
  }
}

/** Save a text as a file. */
export function saveText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
